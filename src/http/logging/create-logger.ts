import type { Logger } from 'pino';
import { pino } from 'pino';
import type { AppConfig } from '../../config/app-config';
import { scrubberOf } from './secrets';

/** JSON lines on standard output. Whatever is logged, secrets are taken out of the finished line. */
export function createLogger(config: AppConfig): Logger {
  return pino({
    level: config.log.level,
    redact: {
      paths: ['req.headers', 'headers', '*.authorization', '*.cookie', '*["x-api-key"]'],
      remove: true,
    },
    serializers: { err: pino.stdSerializers.err },
    hooks: { streamWrite: scrubberOf(config) },
  });
}
