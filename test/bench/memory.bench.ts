import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { everNew } from './addresses';
import { ChildServer } from './child-server';
import { load } from './load';
import type { Bench, Progress } from './report';
import { under } from './report';

const keys = 100_000;
/** A slow machine gets as far as it gets. */
const keysWithinMs = 150_000;
const cacheMegabytes = 64;
const connections = 16;
const hotPath = '/api/user/gabrielymayra/videos?count=248';

/** What the process of our server has in memory, in megabytes that are really there (resident). */
export const memory: Bench = {
  seconds: 105,
  run: async (progress) => {
    const sandbox = await ChildServer.sandbox();
    try {
      const { used, asked } = await measureAll(sandbox, progress);
      const rows = Object.entries(used).map(([name, mb]) => [name, mb.toFixed(0)]);
      return {
        title: 'Memory',
        how: `Resident memory of the process. CACHE_MAX_MB is its default, ${cacheMegabytes}. The ${keys} distinct keys are profiles, each asked for once on ${connections} connections; the cache is full long before the last of them. A whole hashtag is in the table before this one.`,
        tables: [{ columns: ['', 'MB resident'], rows }],
        targets: [
          under('Memory at rest', used[atRest] ?? NaN, { limit: 160, unit: 'MB' }),
          under(`Memory after ${asked} distinct keys`, used[afterKeys] ?? NaN, {
            limit: 300,
            unit: 'MB',
          }),
        ],
        notes:
          asked < keys
            ? [`Only ${asked} of ${keys} keys were reached in ${keysWithinMs / 1000} s.`]
            : [],
      };
    } finally {
      await sandbox.stop();
    }
  },
};

const bare = 'a bare Nest on Fastify with its cache, at rest';
const atRest = 'ours at rest, 2 s after the start';
const underLoad = 'under load: 64 connections, hits of 60 kB';
const duringKeys = 'while distinct keys are asked for, at most';
const afterKeys = '2 s after the last of them';

async function measureAll(
  sandbox: ChildServer,
  progress: Progress,
): Promise<{ used: Readonly<Record<string, number>>; asked: number }> {
  progress('memory at rest');
  const stock = await ChildServer.start('./servers/stock-nest-fetching', {
    args: [sandbox.origin],
  });
  const ours = await ChildServer.ours(sandbox);
  await sleep(2_000);
  const used: Record<string, number> = {
    [bare]: (await stock.report()).residentMegabytes,
    [atRest]: (await ours.report()).residentMegabytes,
  };
  await stock.stop();
  progress('memory under load');
  const { origin } = ours;
  await read(origin + hotPath);
  used[underLoad] = await ours.peakWhile(() =>
    load({ origin, path: hotPath, connections: 64, durationMs: 3_000 }),
  );
  await ours.stop();
  progress(`memory, ${keys} keys`);
  const path = everNew((n) => `/api/user/someone${n}/info`);
  let asked = 0;
  const fresh = await ChildServer.ours(sandbox, {
    TIKTOK_MAX_CONCURRENT: String(connections),
    TIKTOK_MAX_CONNECTIONS: String(connections),
  });
  try {
    used[duringKeys] = await fresh.peakWhile(async () => {
      const how = { origin: fresh.origin, path, connections };
      asked = await load({ ...how, requests: keys, durationMs: keysWithinMs });
    });
    await sleep(2_000);
    used[afterKeys] = (await fresh.report()).residentMegabytes;
  } finally {
    await fresh.stop();
  }
  return { used, asked };
}

async function read(url: string): Promise<void> {
  const { statusCode, body } = await request(url);
  for await (const chunk of body) void chunk;
  if (statusCode !== 200) throw new Error(`${url} answered ${statusCode}`);
}
