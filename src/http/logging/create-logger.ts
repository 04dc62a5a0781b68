import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { pino } from 'pino';
import type { AppConfig } from '../../config/app-config';
import { scrubberOf } from './secrets';

/** What waits for a disk that is full; lines beyond it are lost. */
const maxWaitingBytes = 1024 * 1024;

/**
 * Standard output. A full disk behind it ends neither the process nor an answer: lines wait until there is room. Not
 * being able to flush at the end, pino would try for ever, so every line is written when it is said.
 */
function standardOutput(): DestinationStream {
  const output = pino.destination({ fd: 1, sync: true, maxLength: maxWaitingBytes });
  output.on('error', () => undefined);
  return output;
}

/** JSON lines on standard output. Whatever is logged, secrets are taken out of the finished line. */
export function createLogger(config: AppConfig): Logger {
  const options: LoggerOptions = {
    level: config.log.level,
    redact: {
      paths: ['req.headers', 'headers', '*.authorization', '*.cookie', '*["x-api-key"]'],
      remove: true,
    },
    serializers: { err: pino.stdSerializers.err },
    hooks: { streamWrite: scrubberOf(config) },
  };
  return pino(options, standardOutput());
}
