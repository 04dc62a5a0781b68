import { parseArgs } from 'node:util';
import { parseFaults } from './faults/fault-control';
import { FAULT_KINDS } from './faults/fault-kinds';
import { ROUTE_NAMES } from './routes';
import { startSandbox, type Sandbox, type SandboxOptions } from './sandbox';

const DEFAULT_PORT = 4010;

const HELP = `A TikTok that runs on this machine. All of its data are invented.

Options:
  --port NUMBER         where to listen on 127.0.0.1 (default ${DEFAULT_PORT}; 0 takes any free port)
  --host ADDRESS        another address to listen on
  --seed TEXT           another seed is another world (default tiktok)
  --now TIME            stop the clock: ISO time, or milliseconds since 1970
  --latency-ms NUMBER   how long every answer waits
  --faults LIST         ROUTE:FAULT[:TIMES or :PERCENT%], comma-separated; * stands for all routes
  --help                this text

Routes: ${ROUTE_NAMES.join(', ')}
Faults: ${FAULT_KINDS.join(', ')}
`;

const OPTIONS = {
  port: { type: 'string' },
  host: { type: 'string' },
  seed: { type: 'string' },
  now: { type: 'string' },
  'latency-ms': { type: 'string' },
  faults: { type: 'string' },
  help: { type: 'boolean' },
} as const;

function readOptions(args: readonly string[]): SandboxOptions | 'help' {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  if (values.help === true) return 'help';
  const now = values.now === undefined ? undefined : readTime(values.now);
  return {
    port: values.port === undefined ? DEFAULT_PORT : readNumber('--port', values.port),
    ...(values.host === undefined ? {} : { host: values.host }),
    ...(values.seed === undefined ? {} : { seed: values.seed }),
    ...(now === undefined ? {} : { nowMs: now }),
    latencyMs: readNumber('--latency-ms', values['latency-ms'] ?? '0'),
    faults: parseFaults(values.faults ?? ''),
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

function greeting({ origin, world }: Sandbox): string {
  const account = world.user('gabrielymayra');
  const [post] = account ? world.userPosts(account, { limit: 1 }) : [];
  const list = `aid=1988&device_id=7250000000000000001`;
  return `The sandbox listens on ${origin}. All of its data are invented.

It answers as TikTok's hosts do (by Host header; anything else counts as www.tiktok.com). Try:
  ${origin}/@gabrielymayra
  ${origin}/@gabrielymayra/video/${post?.id ?? ''}
  ${origin}/embed/@luna_the_pantera
  ${origin}/api/creator/item_list/?${list}&secUid=${account?.secUid ?? ''}&type=1&count=15
  ${origin}/api/explore/item_list/?${list}&categoryType=120&count=10
`;
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(HELP);
    return;
  }
  const sandbox = await startSandbox(options);
  process.stdout.write(greeting(sandbox));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.stop());
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
