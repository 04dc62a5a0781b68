import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** What Nest tells of its own start, which is nothing to whoever runs the server. */
const startUpContexts = new Set([
  'InstanceLoader',
  'NestApplication',
  'NestFactory',
  'RouterExplorer',
  'RoutesResolver',
]);

/** Lets Nest and everything that logs through it write the same JSON lines as requests do. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...more: unknown[]): void {
    const context = contextOf(more);
    if (!startUpContexts.has(context ?? '')) this.logger.info({ context }, textOf(message));
  }

  warn(message: unknown, ...more: unknown[]): void {
    this.logger.warn({ context: contextOf(more) }, textOf(message));
  }

  error(message: unknown, ...more: unknown[]): void {
    const err = message instanceof Error ? message : undefined;
    const stack = more.length > 1 ? more[0] : undefined;
    this.logger.error({ context: contextOf(more), err, stack }, textOf(message));
  }

  debug(message: unknown, ...more: unknown[]): void {
    this.logger.debug({ context: contextOf(more) }, textOf(message));
  }
}

/** Nest gives the name of whoever speaks as the last argument. */
function contextOf(more: readonly unknown[]): string | undefined {
  const last = more.at(-1);
  return typeof last === 'string' ? last : undefined;
}

function textOf(message: unknown): string {
  if (typeof message === 'string') return message;
  return message instanceof Error ? message.message : JSON.stringify(message);
}
