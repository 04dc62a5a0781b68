import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { request } from 'undici';
import { ChildServer } from './child-server';
import type { Bench } from './report';
import { under } from './report';
import { medianOf, spanOf } from './statistics';

const runs = 7;
const program = join(__dirname, '../../src/main');

/** From `node dist/src/main` to the first yes of `/health/ready`. */
export const startUp: Bench = {
  seconds: 14,
  run: async (progress) => {
    const sandbox = await ChildServer.sandbox();
    const seconds: number[] = [];
    try {
      for (let run = 1; run <= runs; run += 1) {
        progress(`start-up, run ${run}`);
        seconds.push(await start(sandbox.origin));
      }
    } finally {
      await sandbox.stop();
    }
    const median = medianOf(seconds);
    return {
      title: 'Start-up',
      how: `\`node dist/src/main\` until \`/health/ready\` answers 200, with the defaults; ${runs} runs, one after another, the files already in the system's memory.`,
      tables: [
        {
          columns: ['', 'median, s', 'least..most, s'],
          rows: [['to ready', median.toFixed(2), spanOf(seconds, 2)]],
        },
      ],
      targets: [under('From start to ready, median', median, { limit: 1.5, unit: 's', digits: 2 })],
    };
  },
};

async function start(upstream: string): Promise<number> {
  const startMs = performance.now();
  const child = spawn(process.execPath, [program, '--port', '0'], {
    env: { ...process.env, TIKTOK_BASE_URL: upstream },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let greeting = '';
    for await (const chunk of child.stdout) {
      greeting += String(chunk);
      const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)?.[0];
      if (origin !== undefined) return await ready(origin, startMs);
    }
    throw new Error(`The server did not start: ${greeting}`);
  } finally {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

async function ready(origin: string, startMs: number): Promise<number> {
  for (;;) {
    const { statusCode, body } = await request(`${origin}/health/ready`);
    await body.dump();
    if (statusCode === 200) return (performance.now() - startMs) / 1000;
    await sleep(5);
  }
}
