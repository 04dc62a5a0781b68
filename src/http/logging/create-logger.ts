import type { DestinationStream, Logger, LoggerOptions } from 'pino';
import { pino } from 'pino';
import type { AppConfig } from '../../config/app-config';
import { scrubberOf } from './secrets';

/** What waits for a disk that is full; lines beyond it are lost. */
const maxWaitingBytes = 1024 * 1024;

/**
 * Standard output. A full disk behind it ends neither the process nor an answer: lines wait until there is room. Not
 * being able to flush at the end, pino would try for ever, so nothing is left for it to flush.
 */
function standardOutput(): DestinationStream {
  // Whoever has put a function of its own there wants to have the lines.
  if (Object.hasOwn(process.stdout, 'write')) return process.stdout;
  const output = pino.destination({ fd: 1, sync: true, maxLength: maxWaitingBytes });
  output.on('error', () => undefined);
  return inBatches(output);
}

/** What is said in this turn of the event loop. */
const unwritten = new Map<DestinationStream, string>();

function flush(): void {
  for (const [output, lines] of unwritten) output.write(lines);
  unwritten.clear();
}

process.on('exit', flush);

/** Writes the lines of one turn in one piece: for many requests, one call of the system. */
function inBatches(output: DestinationStream): DestinationStream {
  return {
    write: (line) => {
      if (unwritten.size === 0) setImmediate(flush);
      unwritten.set(output, (unwritten.get(output) ?? '') + line);
    },
  };
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
