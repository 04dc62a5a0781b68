import { join } from 'node:path';
import { SandboxControl } from '../../src/sandbox';
import { SandboxClock } from '../../src/sandbox/clock';
import { World } from '../../src/sandbox/world/world';
import { isRedisInstalled, TestRedis } from '../support/redis-server';
import type { Complaints } from './complaints';
import type { SoakOptions } from './options';
import { WatchedProcess } from './watched-process';

export const token = 'token-of-the-soak';

/** The server on a sandbox, each in a process of its own, with the facts that the sandbox knows. */
export interface Stage {
  readonly app: WatchedProcess;
  readonly origin: string;
  readonly control: SandboxControl;
  readonly world: World;
  readonly redis?: TestRedis;
  close(): Promise<void>;
}

/** The sandbox's clock stands still, so that what it says is the same all the time. */
export async function setStage(options: SoakOptions, complaints: Complaints): Promise<Stage> {
  const nowMs = Math.floor(Date.now() / 1000) * 1000;
  const redis = options.hasRedis && isRedisInstalled() ? await TestRedis.start() : undefined;
  const sandbox = await WatchedProcess.start(
    'the sandbox',
    {
      file: join(__dirname, '../../src/sandbox/main'),
      args: ['--port', '0', '--now', String(nowMs)],
    },
    complaints,
  );
  const upstream = sandbox.origin;
  const environment = environmentOn(upstream, redis);
  const program = { file: options.app, args: ['--port', '0'], environment };
  const app = await WatchedProcess.start('the server', program, complaints);
  return {
    app,
    origin: app.origin,
    control: new SandboxControl(upstream),
    world: new World('tiktok', new SandboxClock(nowMs)),
    redis,
    close: async () => {
      await app.stop();
      await sandbox.stop();
      await redis?.kill();
    },
  };
}

function environmentOn(upstream: string, redis: TestRedis | undefined): Record<string, string> {
  return {
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    UPSTREAM: 'tiktok',
    TIKTOK_BASE_URL: upstream,
    TIKTOK_SIGNER_URL: `${upstream}/__sandbox/signer`,
    REDIS_URL: redis?.url ?? '',
    API_TOKENS: token,
    API_TOKENS_FILE: '',
    RATE_LIMIT_PER_MINUTE: '0',
    MEDIA_LINK_SECRETS: 'the link secret of the soak',
    // Small, so that it is full when memory is looked at, and lets go of answers all the time.
    CACHE_MAX_MB: '16',
    // Slow answers of TikTok end within a spell of bad weather.
    TIKTOK_TIMEOUT_MS: '5000',
    // A machine that others use too turns nobody away.
    MAX_EVENT_LOOP_DELAY_MS: '60000',
  };
}
