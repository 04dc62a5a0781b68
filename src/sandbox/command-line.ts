import { parseArgs } from 'node:util';
import { parseFaults } from './faults/fault-text';
import { FAULT_KINDS } from './faults/fault-kinds';
import { ROUTE_NAMES } from './routes';
import type { SandboxOptions } from './sandbox';
import { parseSwitches, readSwitches, SWITCH_NAMES, SWITCHES, type SwitchValues } from './switches';

const DEFAULT_PORT = 4010;

export const HELP = `A TikTok that runs on this machine. All of its data are invented.

Options:
  --port NUMBER         where to listen on 127.0.0.1 (default ${DEFAULT_PORT}; 0 takes any free port)
  --host ADDRESS        another address to listen on
  --seed TEXT           another seed is another world (default tiktok)
  --now TIME            stop the clock: ISO time, or milliseconds since 1970
  --latency-ms NUMBER   how long every answer waits
  --faults LIST         ROUTE:FAULT[:TIMES or :PERCENT%], comma-separated; * stands for all routes
  --signer-port NUMBER  let the signer answer on a port of its own as well
  --carrier NAME        the carrier of pages: ${SWITCHES.carrier.join(', ')}
  --strict              believe the signer's seals only, each once, with its cookies
  --switches LIST       NAME=VALUE, comma-separated; the first value is the default
  --help                this text

Routes: ${ROUTE_NAMES.join(', ')}
Faults: ${FAULT_KINDS.join(', ')}
Switches:
${SWITCH_NAMES.map((name) => `  ${name}=${SWITCHES[name].join('|')}`).join('\n')}
`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  seed: { type: 'string' },
  now: { type: 'string' },
  'latency-ms': { type: 'string' },
  faults: { type: 'string' },
  'signer-port': { type: 'string' },
  carrier: { type: 'string' },
  strict: { type: 'boolean' },
  switches: { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** Options of the command line; throws with a sentence for people when one is wrong. */
export function readOptions(args: readonly string[]): SandboxOptions | 'help' {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help === true) return 'help';
  const switches = readAllSwitches(values);
  const signerPort = values['signer-port'];
  const now = values.now === undefined ? undefined : readTime(values.now);
  return {
    port: values.port === undefined ? DEFAULT_PORT : readNumber('--port', values.port),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(now === undefined ? {} : { nowMs: now }),
    latencyMs: readNumber('--latency-ms', values['latency-ms'] ?? '0'),
    faults: parseFaults(values.faults ?? ''),
    ...(signerPort === undefined ? {} : { signerPort: readNumber('--signer-port', signerPort) }),
    ...(Object.keys(switches).length === 0 ? {} : { switches }),
  };
}

/** `--carrier` and `--strict` are short for two of the switches. */
function readAllSwitches(values: {
  switches?: string;
  carrier?: string;
  strict?: boolean;
}): Partial<SwitchValues> {
  const { switches = '', carrier, strict = false } = values;
  return {
    ...parseSwitches(switches),
    ...(carrier === undefined ? {} : readSwitches({ carrier })),
    ...(strict ? { seals: 'strict' } : {}),
  };
}

function readNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`${name} must be a whole number, not "${text}"`);
  return Number(text);
}

function readTime(text: string): number {
  const ms = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  if (Number.isNaN(ms)) throw new Error(`--now must be a time, not "${text}"`);
  return ms;
}
