import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import type { ProcessReport } from './process-report';

const path = '/apis/tt/hashtag/recent-posts?name=fyp&token=bench';
const shapes = ['remap_output=true', 'remap_output=false'];

/** The whole of a hashtag of 5,000 rows, streamed by a server in a process of its own: what memory it takes. */
export async function fullSearch(): Promise<readonly string[]> {
  const sandbox = await start('../../src/sandbox/main', ['--port', '0'], {});
  const lines: string[] = [];
  try {
    for (const shape of shapes) lines.push(await measureAlone(sandbox.addresses, shape));
  } finally {
    stop(sandbox.child);
  }
  return lines;
}

/** In a process that has done nothing else. */
async function measureAlone(
  [origin = '', signer = '']: readonly string[],
  shape: string,
): Promise<string> {
  const environment = { TIKTOK_BASE_URL: origin, TIKTOK_SIGNER_URL: signer };
  const server = await start('../../src/main', [], {
    PORT: '0',
    LOG_LEVEL: 'silent',
    ...environment,
  });
  try {
    return await measure(server.child, `${server.addresses[0]}${path}&${shape}`, shape);
  } finally {
    stop(server.child);
  }
}

function stop(child: ChildProcess): void {
  child.disconnect();
  child.kill();
}

async function measure(server: ChildProcess, url: string, shape: string): Promise<string> {
  // One small request first: what every server has loaded is none of the search's.
  await (await request(url.replace(/recent-posts.*/, 'posts?name=cats&token=bench'))).body.dump();
  const before = await residentMb(server);
  const startMs = performance.now();
  const { body } = await request(url);
  let firstByteMs = 0;
  let bytes = 0;
  let peakMb = before;
  let isDone = false;
  const watching = (async () => {
    while (!isDone) {
      peakMb = Math.max(peakMb, await residentMb(server));
      await sleep(50);
    }
  })();
  for await (const chunk of body) {
    firstByteMs ||= performance.now() - startMs;
    bytes += (chunk as Buffer).length;
  }
  const seconds = (performance.now() - startMs) / 1000;
  isDone = true;
  await watching;
  const megabytes = (bytes / 1024 / 1024).toFixed(1);
  return `${shape.padEnd(20)} ${megabytes} MB in ${seconds.toFixed(1)} s, first byte after ${firstByteMs.toFixed(0)} ms; resident ${before.toFixed(0)} MB before, ${(peakMb - before).toFixed(0)} MB more at most`;
}

async function residentMb(child: ChildProcess): Promise<number> {
  child.send('report');
  const [{ residentMegabytes }] = (await once(child, 'message')) as [ProcessReport];
  return residentMegabytes;
}

/** A process of ours, once it has said where it listens: every address that it prints, without its path. */
async function start(
  program: string,
  args: readonly string[],
  environment: Record<string, string>,
): Promise<{ child: ChildProcess; addresses: readonly string[] }> {
  const child = fork(join(__dirname, program), args, {
    execArgv: ['--require', join(__dirname, 'process-report')],
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  let greeting = '';
  for await (const chunk of child.stdout ?? []) {
    greeting += String(chunk);
    if (!greeting.includes('Try') || !greeting.endsWith('\n')) continue;
    const own = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0] ?? '';
    const signer = /Signer\s+(\S+)/.exec(greeting)?.[1] ?? '';
    return { child, addresses: [own, signer] };
  }
  throw new Error(`${program} did not start: ${greeting}`);
}
