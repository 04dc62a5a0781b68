import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface SoakOptions {
  readonly durationMs: number;
  /** Before memory is looked at: caches fill, code is compiled. */
  readonly warmUpMs: number;
  readonly everyMs: number;
  /** Scenarios begun each second, and how many are under way at most. */
  readonly rate: number;
  readonly parallel: number;
  readonly seed: number;
  readonly hasRedis: boolean;
  /** The built entry point of the server, without its extension. */
  readonly app: string;
}

export const help = `Asks the server for everything that it does while TikTok misbehaves, and fails when anything is wrong.

  npm run soak -- [options]

  --minutes NUMBER   how long (default 10; parts of one are fine)
  --every SECONDS    how often a line is printed (default 10)
  --rate NUMBER      scenarios begun a second (default 40)
  --parallel NUMBER  scenarios under way at most (default 16)
  --seed NUMBER      other visitors, other weather (default 1)
  --no-redis         without a Redis, though redis-server is installed
  --app FILE         another built server than dist/src/main
`;

const text = { type: 'string' } as const;

/** Options of the command line; throws with a sentence when one is wrong. */
export function readOptions(args: readonly string[]): SoakOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: text,
      every: text,
      rate: text,
      parallel: text,
      seed: text,
      app: text,
      'no-redis': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return 'help';
  const durationMs = positive('--minutes', values.minutes, 10) * 60_000;
  return {
    durationMs,
    warmUpMs: Math.min(durationMs / 3, 120_000),
    everyMs: positive('--every', values.every, 10) * 1000,
    rate: positive('--rate', values.rate, 40),
    parallel: positive('--parallel', values.parallel, 16),
    seed: positive('--seed', values.seed, 1),
    hasRedis: values['no-redis'] !== true,
    app: values.app === undefined ? join(__dirname, '../../src/main') : resolve(values.app),
  };
}

function positive(name: string, given: string | undefined, otherwise: number): number {
  const value = given === undefined ? otherwise : Number(given);
  if (!(value > 0 && value <= 1e9)) throw new Error(`${name} must be a number above 0: ${given}`);
  return value;
}
