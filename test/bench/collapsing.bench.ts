import { Agent, request } from 'undici';
import { isRedisInstalled, TestRedis } from '../support/redis-server';
import { SandboxControl } from '../../src/sandbox';
import { postIdOf } from './addresses';
import { ChildServer } from './child-server';
import type { Bench, Table, Target } from './report';
import { exactly } from './report';

const requests = 1_000;
const latencyMs = 500;
const kinds = [
  { name: 'a profile', path: '/api/user/gabrielymayra/info' },
  { name: 'a post', path: `/api/tiktok/statistic?url=${postIdOf(1)}` },
  { name: '15 posts of an account', path: '/api/user/gabrielymayra/videos?count=15' },
] as const;

interface Setup {
  readonly name: string;
  readonly servers: readonly ChildServer[];
}

interface Count {
  readonly setup: string;
  readonly calls: readonly number[];
  readonly seconds: readonly number[];
}

/** What TikTok gets to see of many callers who want the same at the same moment. */
export const collapsing: Bench = {
  seconds: 18,
  run: async (progress) => {
    const redis = isRedisInstalled() ? await TestRedis.start() : undefined;
    const sandbox = await ChildServer.sandbox('--latency-ms', String(latencyMs));
    try {
      const counts: Count[] = [];
      for (const open of setups(sandbox, redis?.url)) {
        const setup = await open();
        progress(`${requests} at a time: ${setup.name}`);
        counts.push(await count(setup, sandbox.origin));
        for (const server of setup.servers) await server.stop();
      }
      return {
        title: `Upstream calls for ${requests} identical requests at a time`,
        how: `All ${requests} on connections of their own, with nothing cached before. Counted by the sandbox, which takes ${latencyMs} ms for each answer. REDIS_TIMEOUT_MS is raised from 25 to 2,000, because on this machine the replicas, Redis and ${requests} callers share the processor, and a replica that finds Redis slow goes on without it. Nest's cache answers the same requests with a page of the sandbox.`,
        tables: [tableOf(counts)],
        targets: counts.flatMap(targetOf),
        notes: redis
          ? []
          : ['Two replicas are left out: there is no redis-server on this machine.'],
      };
    } finally {
      await sandbox.stop();
      await redis?.kill();
    }
  },
};

const one = 'ours, one process';
const two = 'ours, two replicas with Redis';

function setups(sandbox: ChildServer, redisUrl?: string): readonly (() => Promise<Setup>)[] {
  const ours = (environment = {}): Promise<ChildServer> => ChildServer.ours(sandbox, environment);
  const replica = (): Promise<ChildServer> =>
    ours({ REDIS_URL: redisUrl ?? '', REDIS_TIMEOUT_MS: '2000' });
  const args = [sandbox.origin];
  const stock = (): Promise<ChildServer> =>
    ChildServer.start('./servers/stock-nest-fetching', { args });
  return [
    async () => ({ name: one, servers: [await ours()] }),
    ...(redisUrl === undefined
      ? []
      : [async () => ({ name: two, servers: [await replica(), await replica()] })]),
    async () => ({ name: 'Nest, stock CacheInterceptor', servers: [await stock()] }),
  ];
}

async function count({ name, servers }: Setup, upstream: string): Promise<Count> {
  const control = new SandboxControl(upstream);
  const dispatcher = new Agent({ connections: requests });
  const askAll = async (path: string): Promise<void> => {
    const ask = async (_: unknown, index: number): Promise<void> => {
      const server = servers[index % servers.length];
      const { statusCode, body } = await request(`${server?.origin}${path}`, { dispatcher });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${name}: ${path} answered ${statusCode}`);
    };
    await Promise.all(Array.from({ length: requests }, ask));
  };
  const calls: number[] = [];
  const seconds: number[] = [];
  // All connections are open before anything counts.
  await askAll('/health/live');
  for (const { path } of kinds) {
    await control.resetCounters();
    const startMs = performance.now();
    await askAll(path);
    seconds.push((performance.now() - startMs) / 1000);
    calls.push((await control.counters()).total);
  }
  await dispatcher.close();
  return { setup: name, calls, seconds };
}

function tableOf(counts: readonly Count[]): Table {
  return {
    columns: ['', ...kinds.map(({ name }) => name), 'seconds until all were answered'],
    rows: counts.map(({ setup, calls, seconds }) => [
      setup,
      ...calls.map(String),
      seconds.map((each) => each.toFixed(2)).join(', '),
    ]),
  };
}

function targetOf({ setup, calls: [profile = NaN, post = NaN] }: Count): readonly Target[] {
  if (setup !== one && setup !== two) return [];
  const what = `Upstream fetches of ${requests} identical cold requests, ${setup}`;
  return [exactly(what, Math.max(profile, post), 1)];
}
