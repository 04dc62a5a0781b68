import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { ChildServer } from './child-server';
import { load } from './load';

const connections = 64;
const rounds = 4;
const roundMs = 1_500;
/** Until everything is compiled. */
const warmUpMs = 3_000;
const token = 'a-token-for-benchmarks';
const headers = { authorization: `Bearer ${token}` };
/** Posts of a list that make a body of about this size. */
const bodies = [
  { name: '8 kB', path: '/api/user/gabrielymayra/videos?count=25' },
  { name: '60 kB', path: '/api/user/gabrielymayra/videos?count=190' },
];
const ours = { UPSTREAM: 'tiktok', PORT: '0', API_TOKENS: token, RATE_LIMIT_PER_MINUTE: '1000000' };

interface Contender {
  readonly name: string;
  readonly server: ChildServer;
  readonly rates: number[];
  readonly cpuMicroseconds: number[];
}

/**
 * Fresh hits at 64 connections, each server in a process of its own, in turn: ours with token check, throttling,
 * security headers and metrics on, beside servers that send the same bytes and do nothing else, and beside Nest with
 * its own cache. The load generator has the other core; where it is the slower one, the CPU of the servers tells more.
 */
export async function hits(): Promise<readonly string[]> {
  const sandbox = await ChildServer.start('../../src/sandbox/main', { args: ['--port', '0'] });
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const lines: string[] = [];
    for (const body of bodies) lines.push(...(await compareAt(body, sandbox.origin, folder)));
    return lines;
  } finally {
    rmSync(folder, { recursive: true });
    await sandbox.stop();
  }
}

async function compareAt(
  { name, path }: { name: string; path: string },
  upstream: string,
  folder: string,
): Promise<string[]> {
  const environment = { ...ours, TIKTOK_BASE_URL: upstream };
  const quiet = await ChildServer.start('../../src/main', {
    environment: { ...environment, LOG_LEVEL: 'silent' },
  });
  const logging = await ChildServer.start('../../src/main', {
    environment: { ...environment, LOG_LEVEL: 'info' },
  });
  const bytes = await answerOf(quiet, path);
  await answerOf(logging, path);
  const file = join(folder, 'body.json');
  writeFileSync(file, bytes);
  const beside = { args: [file] };
  const contenders = [
    contender('plain Fastify', await ChildServer.start('./servers/plain-fastify', beside)),
    contender('plain node:http', await ChildServer.start('./servers/plain-http', beside)),
    contender('ours', quiet),
    contender('ours, access log on', logging),
    contender('Nest, stock cache', await ChildServer.start('./servers/stock-nest', beside)),
  ];
  for (const { server } of contenders)
    await load({ origin: server.origin, path, headers, connections, durationMs: warmUpMs });
  for (let round = 0; round < rounds; round += 1)
    for (const each of contenders) await run(each, path);
  for (const { server } of contenders) await server.stop();
  return [`${name} (${bytes.length} bytes)`, ...table(contenders)];
}

async function answerOf({ origin }: ChildServer, path: string): Promise<Buffer> {
  const { statusCode, body } = await request(origin + path, { headers });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${bytes.toString()}`);
  return bytes;
}

function contender(name: string, server: ChildServer): Contender {
  return { name, server, rates: [], cpuMicroseconds: [] };
}

async function run({ server, rates, cpuMicroseconds }: Contender, path: string): Promise<void> {
  const before = await server.report();
  const startMs = performance.now();
  const { origin } = server;
  const answers = await load({ origin, path, headers, connections, durationMs: roundMs });
  const seconds = (performance.now() - startMs) / 1000;
  const cpuSeconds = (await server.report()).cpuSeconds - before.cpuSeconds;
  rates.push(answers / seconds);
  cpuMicroseconds.push((cpuSeconds * 1e6) / answers);
}

function table(contenders: readonly Contender[]): string[] {
  const rows = contenders.map(({ name, rates, cpuMicroseconds }) => ({
    name,
    rate: medianOf(rates),
    cpu: medianOf(cpuMicroseconds),
  }));
  const first = rows[0] ?? { rate: 1 };
  return rows.map(
    ({ name, rate, cpu }) =>
      `  ${name.padEnd(22)} ${rate.toFixed(0).padStart(7)}/s  x ${(rate / first.rate).toFixed(2)}  ${cpu.toFixed(1).padStart(6)} us of CPU each`,
  );
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
