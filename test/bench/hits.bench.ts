import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { ChildServer } from './child-server';
import type { Bench, Progress, Table, Target } from './report';
import { atLeast } from './report';
import { type Contender, inTurn, type Measured, ratio, tableOf } from './turns';

const turns = { connections: 64, rounds: 9, roundMs: 400, warmUpMs: 2_000 };
const token = 'a-token-for-benchmarks';
const headers = { authorization: `Bearer ${token}` };
const ours = { API_TOKENS: token, RATE_LIMIT_PER_MINUTE: '1000000' };
/** As many posts of a list as make a body of about this size. */
const bodies = [
  { size: '8 kB', path: '/api/user/gabrielymayra/videos?count=36', ofFastify: 0.65 },
  { size: '60 kB', path: '/api/user/gabrielymayra/videos?count=248', ofFastify: 0.75 },
] as const;

type Body = (typeof bodies)[number];

const fastify = 'plain Fastify';
const withoutLog = 'ours, access log off';
const withLog = 'ours, access log on';
const stock = 'Nest, stock CacheInterceptor';

/** Fresh hits, each server in a process of its own; the load generator has the other core. */
export const hits: Bench = {
  seconds: 65,
  run: async (progress) => {
    const sandbox = await ChildServer.sandbox();
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      const results: { table: Table; targets: readonly Target[] }[] = [];
      for (const body of bodies) results.push(await compare(body, { sandbox, folder, progress }));
      return {
        title: 'Hot hits',
        how: `The same fresh answer over and over on ${turns.connections} connections: ours with token check, throttling, security headers and metrics, beside servers that send the same bytes and do nothing else, and beside Nest on Fastify with the cache that comes with Nest. Medians of ${turns.rounds} rounds in turn.`,
        tables: results.map(({ table }) => table),
        targets: results.flatMap(({ targets }) => targets),
      };
    } finally {
      rmSync(folder, { recursive: true });
      await sandbox.stop();
    }
  },
};

interface Setting {
  readonly sandbox: ChildServer;
  readonly folder: string;
  readonly progress: Progress;
}

async function compare(body: Body, { sandbox, folder, progress }: Setting) {
  const { path, size } = body;
  const quiet = await ChildServer.ours(sandbox, { ...ours, LOG_LEVEL: 'silent' });
  const logging = await ChildServer.ours(sandbox, { ...ours, LOG_LEVEL: 'info' });
  const bytes = await answerOf(quiet, path);
  await answerOf(logging, path);
  const file = join(folder, 'body.json');
  writeFileSync(file, bytes);
  const beside = { args: [file] };
  const servers: readonly (readonly [string, ChildServer])[] = [
    [fastify, await ChildServer.start('./servers/plain-fastify', beside)],
    ['plain node:http', await ChildServer.start('./servers/plain-http', beside)],
    [withoutLog, quiet],
    [withLog, logging],
    [stock, await ChildServer.start('./servers/stock-nest', beside)],
  ];
  const contenders = servers.map(([name, server]): Contender => ({ name, server, path, headers }));
  const measured = await inTurn(contenders, {
    ...turns,
    progress: (words) => progress(`hits of ${size}: ${words}`),
  });
  for (const { server } of contenders) await server.stop();
  const table = tableOf(measured, fastify, `${size} (${bytes.length} bytes)`);
  return { table, targets: targetsOf(measured, body) };
}

function targetsOf(measured: readonly Measured[], { size, ofFastify }: Body): readonly Target[] {
  return [
    atLeast(`Hits of ${size}, of plain Fastify`, ratio(measured, withoutLog, fastify), ofFastify),
    atLeast(
      `Hits of ${size} with the access log, of plain Fastify`,
      ratio(measured, withLog, fastify),
      0.4,
    ),
    ...(size === '60 kB'
      ? [
          atLeast(
            `Hits of ${size}, of Nest with its stock cache`,
            ratio(measured, withoutLog, stock),
            5,
          ),
        ]
      : []),
  ];
}

async function answerOf({ origin }: ChildServer, path: string): Promise<Buffer> {
  const { statusCode, body } = await request(origin + path, { headers });
  const bytes = Buffer.from(await body.arrayBuffer());
  if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}: ${bytes.toString()}`);
  return bytes;
}
