import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Pool } from 'undici';
import { matchRoute } from '../../src/sandbox/routes';
import { postIdOf as postId } from './addresses';
import type { ProcessReport } from './process-report';
import type { Bench, Report } from './report';

const connections = 32;
const milestones = [5_000, 25_000, 50_000];

/** Mixed routes against a sandbox in a process of its own: its pace, its CPU, and its memory on the way. */
export const sandbox: Bench = {
  seconds: 60,
  run: async (progress) => {
    const { child, origin } = await startChild();
    const pool = new Pool(origin, { connections });
    try {
      progress('the sandbox under load');
      return await measure(child, pool);
    } finally {
      await pool.close();
      child.disconnect();
      child.kill();
    }
  },
};

async function measure(child: ChildProcess, pool: Pool): Promise<Report> {
  const paths = await mixedPaths(pool);
  const bytes = { received: 0, empty: 0 };
  const before = await report(child);
  const startMs = performance.now();
  const rows: string[][] = [];
  let done = 0;
  for (const milestone of milestones) {
    await load(pool, { from: done, until: milestone, pathOf: paths.pathOf, bytes });
    done = milestone;
    const { residentMegabytes, heapMegabytes } = await report(child);
    rows.push([`${milestone} requests`, residentMegabytes.toFixed(0), heapMegabytes.toFixed(1)]);
  }
  const seconds = (performance.now() - startMs) / 1000;
  const cpuSeconds = (await report(child)).cpuSeconds - before.cpuSeconds;
  return {
    title: 'The sandbox',
    how: `${paths.kinds.length} kinds of request in turn: ${paths.kinds.join(', ')}.`,
    tables: [{ columns: ['after', 'MB resident', 'MB of live heap'], rows }],
    notes: [
      `${(done / seconds).toFixed(0)} requests/s, ${((cpuSeconds * 1000) / done).toFixed(2)} ms of CPU each (${(done / cpuSeconds).toFixed(0)}/s of one core); ${(bytes.received / done / 1024).toFixed(0)} kB an answer, ${bytes.empty} of them refused.`,
    ],
  };
}

async function startChild(): Promise<{ child: ChildProcess; origin: string }> {
  const child = fork(join(__dirname, '../../src/sandbox/main'), ['--port', '0'], {
    execArgv: ['--expose-gc', '--require', join(__dirname, 'process-report')],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let greeting = '';
  for await (const chunk of child.stdout ?? []) {
    greeting += String(chunk);
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0];
    if (origin !== undefined) return { child, origin };
  }
  throw new Error(`The sandbox did not start: ${greeting}`);
}

async function report(child: ChildProcess): Promise<ProcessReport> {
  child.send('report');
  const [answer] = (await once(child, 'message')) as [ProcessReport];
  return answer;
}

interface Load {
  from: number;
  until: number;
  pathOf: (n: number) => string;
  bytes: { received: number; empty: number };
}

async function load(pool: Pool, { from, until, pathOf, bytes }: Load): Promise<void> {
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < until) {
      const path = pathOf(next++);
      const { statusCode, body } = await pool.request({ path, method: 'GET' });
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
      const size = (await body.arrayBuffer()).byteLength;
      bytes.received += size;
      if (size === 0) bytes.empty += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

const device =
  'aid=1988&device_id=7250000000000000001&cursor=0&count=10&X-Bogus=1&X-Gnarly=sandbox-seal';

/** A world is endless: every request is about somebody else, so that nothing can be kept. */
async function mixedPaths(pool: Pool): Promise<{ kinds: string[]; pathOf: (n: number) => string }> {
  const secUids = await Promise.all(Array.from({ length: 200 }, (_, n) => secUidOf(pool, n)));
  const secUid = (n: number): string => secUids[n % secUids.length] ?? '';
  const kinds: Readonly<Record<string, (n: number) => string>> = {
    profile: (n) => `/@bench_${n}`,
    post: (n) => `/@i/video/${postId(n)}`,
    'embedded profile': (n) => `/embed/@bench_${n}`,
    'embedded post': (n) => `/embed/v2/${postId(n)}`,
    'embedded hashtag': (n) => `/embed/tag/bench${n}`,
    player: (n) => `/player/api/v1/items?item_ids=${postId(n)}`,
    'creator list': (n) =>
      `/api/creator/item_list/?${device.replace('cursor=0&', '')}&secUid=${secUid(n)}`,
    explore: () => `/api/explore/item_list/?${device}&categoryType=120`,
    'For You': () => `/api/recommend/item_list/?${device}`,
    'user detail': (n) => `/api/user/detail/?${device}&uniqueId=bench_${n}&secUid=`,
    posts: (n) => `/api/post/item_list/?${device}&secUid=${secUid(n)}`,
    reposts: (n) => `/api/repost/item_list/?${device}&secUid=${secUid(n)}`,
    followers: (n) => `/api/user/list/?${device}&scene=67&minCursor=0&secUid=${secUid(n)}`,
    'post detail': (n) => `/api/item/detail/?${device}&itemId=${postId(n)}`,
    related: (n) => `/api/related/item_list/?${device}&itemID=${postId(n)}`,
    comments: (n) => `/api/comment/list/?${device}&aweme_id=${postId(n)}`,
    hashtag: (n) => `/api/challenge/detail/?${device}&challengeName=bench${n}`,
  };
  const served = Object.entries(kinds).filter(([, path]) => isServed(path(0)));
  return {
    kinds: served.map(([kind]) => kind),
    pathOf: (n) => served[n % served.length]?.[1](n) ?? '/',
  };
}

function isServed(path: string): boolean {
  return matchRoute('www', path.split('?')[0] ?? '').name !== 'unknown';
}

async function secUidOf(pool: Pool, n: number): Promise<string> {
  const { body } = await pool.request({ path: `/@bench_${n}`, method: 'GET' });
  return /MS4wLjABAAAA[\w-]{64}/.exec(await body.text())?.[0] ?? '';
}
