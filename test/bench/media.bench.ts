import { fork, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { desktopUserAgent } from '../../src/tiktok/constants';
import { parsePostPage } from '../../src/tiktok/parsers/post-page.parser';
import type { Bench, Progress } from './report';
import { atLeast, under } from './report';

const rounds = 5;
const streams = 50;
const fileBytes = 20_000_000;
/** Posts whose ids end like this have files of 20 MB in the sandbox. */
const largePostId = '6943996796519680020';

const differentPosts = 'ours, different posts';

interface Server {
  readonly child: ChildProcess;
  readonly origin: string;
  readonly pool: Pool;
}

interface Ask {
  readonly path: string;
  readonly headers?: Record<string, string>;
}

/**
 * Files of 20 MB through the app, the sandbox behind it and a bare pipe beside it, each in a process of its own:
 * the pace of one stream, and what fifty at once add to the memory of the app.
 */
export const media: Bench = {
  seconds: 25,
  run: async (progress) => {
    const sandbox = await start('../../src/sandbox/main', ['--port', '0']);
    const bare = await start('./bare-pipe', [sandbox.origin]);
    const app = await start('../../src/main', ['--port', '0'], {
      UPSTREAM: 'tiktok',
      TIKTOK_BASE_URL: sandbox.origin,
      LOG_LEVEL: 'silent',
      MAX_EVENT_LOOP_DELAY_MS: '60000',
    });
    try {
      return await measure({ sandbox, bare, app }, progress);
    } finally {
      for (const server of [app, bare, sandbox]) await stop(server);
    }
  },
};

async function measure(
  { sandbox, bare, app }: Readonly<Record<'sandbox' | 'bare' | 'app', Server>>,
  progress: Progress,
) {
  progress('media, one stream');
  const ours = { path: await linkOf(app, largePostId) };
  const theirs = await upstreamLinkOf(sandbox);
  const { bareRun, ourRun } = await compare([bare, theirs], [app, ours]);
  const rate = ourRun.megabytesPerSecond / bareRun.megabytesPerSecond;
  const pace = [
    rowOf('the bare pipe', bareRun, [1, 1]),
    rowOf('ours', ourRun, [rate, ourRun.cpuMs / bareRun.cpuMs]),
  ];
  progress(`media, ${streams} streams`);
  const links = await differentLinks(app);
  const many = <T>(ask: T): T[] => links.map(() => ask);
  const added = {
    'the bare pipe': await addedMemory(bare, many(theirs)),
    [differentPosts]: await addedMemory(app, links),
    'ours, one post': await addedMemory(app, many(ours)),
  };
  const rows = Object.entries(added).map(([name, { beforeMb, moreMb }]) => [
    name,
    beforeMb.toFixed(0),
    moreMb.toFixed(0),
  ]);
  const megabytes = fileBytes / 1e6;
  return {
    title: 'Media streams',
    how: `Files of ${megabytes} MB from the sandbox through our links, beside the least that any proxy does: an undici body into a node:http response. One stream at a time, the best of ${rounds} rounds in turn; then ${streams} streams at once, and what they add to the resident memory of the process.`,
    tables: [
      { columns: ['', 'MB/s', 'of the bare pipe', 'ms of CPU a file', 'CPU of it'], rows: pace },
      { columns: [`${streams} streams at once`, 'MB before', 'MB more at most'], rows },
    ],
    targets: [
      atLeast('One stream of media, of the bare pipe', rate, 0.7),
      under(
        `Memory that ${streams} streams of different posts add`,
        added[differentPosts]?.moreMb ?? NaN,
        { limit: 64, unit: 'MB' },
      ),
    ],
  };
}

async function start(
  file: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Server> {
  const child = fork(join(__dirname, file), args, {
    execArgv: [],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let greeting = '';
  for await (const chunk of child.stdout ?? []) {
    greeting += String(chunk);
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0];
    if (origin !== undefined)
      return { child, origin, pool: new Pool(origin, { connections: streams }) };
  }
  throw new Error(`${file} did not start: ${greeting}`);
}

async function stop({ child, pool }: Server): Promise<void> {
  await pool.close();
  child.disconnect();
  child.kill();
}

/** One stream after another, in turn through the bare pipe and through the app; the best round of each counts. */
async function compare(
  bare: [Server, Ask],
  ours: [Server, Ask],
): Promise<{ readonly bareRun: Run; readonly ourRun: Run }> {
  const bareRun: Run = { megabytesPerSecond: 0, cpuMs: Infinity };
  const ourRun: Run = { megabytesPerSecond: 0, cpuMs: Infinity };
  for (let round = 0; round < rounds; round += 1) {
    await keepBest(bareRun, bare);
    await keepBest(ourRun, ours);
  }
  return { bareRun, ourRun };
}

interface Run {
  megabytesPerSecond: number;
  /** Of the server, for one file. */
  cpuMs: number;
}

function rowOf(
  name: string,
  { megabytesPerSecond, cpuMs }: Run,
  [rate, cpu]: readonly [number, number],
): readonly string[] {
  const ratios = [rate, cpu].map((each) => `x ${each.toFixed(2)}`);
  return [name, megabytesPerSecond.toFixed(0), ratios[0] ?? '', cpuMs.toFixed(0), ratios[1] ?? ''];
}

/** What others do on the machine makes rounds slower, never faster. */
async function keepBest(best: Run, [server, ask]: [Server, Ask]): Promise<void> {
  const files = 4;
  const startMs = performance.now();
  const startCpuMs = cpuMsOf(server);
  for (let n = 0; n < files; n += 1) await readAll(server, ask);
  const rate = (files * fileBytes) / 1e3 / (performance.now() - startMs);
  best.megabytesPerSecond = Math.max(best.megabytesPerSecond, rate);
  best.cpuMs = Math.min(best.cpuMs, (cpuMsOf(server) - startCpuMs) / files);
}

/** User and system time in hundredths of a second, the fields 14 and 15 of Linux's stat. */
function cpuMsOf({ child }: Server): number {
  const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

async function readAll({ pool }: Server, { path, headers }: Ask): Promise<void> {
  const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) length += chunk.length;
  if (statusCode !== 200 || length !== fileBytes)
    throw new Error(`${path} answered ${statusCode} with ${length} bytes`);
}

interface AddedMemory {
  readonly beforeMb: number;
  readonly moreMb: number;
}

/** Reads all at once and gives the most that the server had in memory meanwhile, above what it had before. */
async function addedMemory(server: Server, asks: readonly Ask[]): Promise<AddedMemory> {
  await pause(1_000);
  const beforeMb = residentMb(server);
  let mostMb = beforeMb;
  const sampler = setInterval(() => (mostMb = Math.max(mostMb, residentMb(server))), 20);
  await Promise.all(asks.map((ask) => readAll(server, ask)));
  clearInterval(sampler);
  return { beforeMb, moreMb: mostMb - beforeMb };
}

function residentMb({ child }: Server): number {
  const [, kilobytes] =
    /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function linkOf({ pool }: Server, postId: string): Promise<string> {
  const { body } = await pool.request({
    path: `/api/tiktok/downloader?url=${postId}`,
    method: 'GET',
  });
  const text = await body.text();
  const link = /"no_watermark":"(http[^"]+)"/.exec(text)?.[1];
  if (link === undefined) throw new Error(`No link for ${postId}: ${text.slice(0, 300)}`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}

async function differentLinks(app: Server): Promise<Ask[]> {
  const links: Ask[] = [];
  for (let n = 0; links.length < streams; n += 1) {
    const postId = `69439967965${1_000 + n}0020`;
    // Photo posts have no video.
    await linkOf(app, postId).then(
      (path) => links.push({ path }),
      () => undefined,
    );
  }
  return links;
}

/** TikTok's own link and what it takes to open it. */
async function upstreamLinkOf({ pool }: Server): Promise<Ask> {
  const asked = { host: 'www.tiktok.com', 'user-agent': desktopUserAgent };
  const path = `/@_/video/${largePostId}`;
  const { headers, body } = await pool.request({ path, method: 'GET', headers: asked });
  const post = parsePostPage(Buffer.from(await body.arrayBuffer()));
  const { host, pathname, search } = new URL(post.video?.playLink?.url ?? '');
  const cookie = /tt_chain_token=[^;]+/.exec(String(headers['set-cookie']))?.[0] ?? '';
  return {
    path: pathname + search,
    headers: { 'x-host': host, referer: 'https://www.tiktok.com/', cookie },
  };
}
