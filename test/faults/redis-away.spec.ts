import { startSandbox, type Sandbox } from '../../src/sandbox';
import type { RedisLink } from '../../src/redis/redis-link';
import { REDIS_LINK } from '../../src/redis/redis.module';
import { DocumentedAnswers } from '../generated/documented-answer';
import type { TestApi } from '../support/api';
import { fixedNowMs, startApi } from '../support/api';
import { describeWithRedis, eventually, TestRedis } from '../support/redis';
import { nothingLeft } from './open-things';
import { ask } from './replies';
import type { Route } from './routes';
import { documentedRoutes } from './routes';

/** What can become of a Redis, and how it comes back. */
const outages = {
  'is frozen': {
    begin: async (redis: TestRedis) => redis.freeze(),
    end: async (redis: TestRedis) => redis.thaw(),
  },
  'is killed, and comes back empty': {
    begin: (redis: TestRedis) => redis.kill(),
    end: (redis: TestRedis) => redis.start(),
  },
} as const;

describeWithRedis('every documented route is answered while Redis', () => {
  let redis: TestRedis;
  let sandbox: Sandbox;
  let api: TestApi;
  let routes: readonly Route[];
  let documented: DocumentedAnswers;

  beforeEach(async () => {
    redis = await TestRedis.start();
    sandbox = await startSandbox({ nowMs: fixedNowMs });
    api = await startApi({
      on: sandbox,
      environment: { REDIS_URL: redis.url, REDIS_TIMEOUT_MS: '1000' },
    });
    const known = await documentedRoutes(api);
    documented = new DocumentedAnswers(known.document);
    routes = known.routes;
    await isUsed();
  });

  afterEach(async () => {
    redis.thaw();
    await api.close();
    await Promise.all([redis.kill(), sandbox.stop()]);
  });

  const isUsed = (): Promise<void> =>
    eventually(() => expect(api.app.get<RedisLink>(REDIS_LINK).state).toBe('up'));

  const problems = async (): Promise<string[]> => {
    const each = routes.map(async (route) => {
      const answer = await ask(api.url, route);
      const found = documented.problems(route.operation, answer);
      if (answer.status !== 200) found.push(`${answer.status} ${answer.text.slice(0, 200)}`);
      return found.map((problem) => `${route.name}: ${problem}`);
    });
    return (await Promise.all(each)).flat();
  };

  it.each(Object.keys(outages) as (keyof typeof outages)[])('%s', async (name) => {
    await outages[name].begin(redis);
    expect(await problems()).toEqual([]);
    await eventually(() => expect(api.app.get<RedisLink>(REDIS_LINK).state).toBe('down'));
    expect(await problems()).toEqual([]);
    await nothingLeft(api);
    await outages[name].end(redis);
    await isUsed();
    expect(await problems()).toEqual([]);
  });

  it('goes away and comes back while they are asked', async () => {
    for (const round of ['frozen', 'thawed', 'frozen again']) {
      const asked = problems();
      redis.freeze();
      expect([round, ...(await asked)]).toEqual([round]);
      redis.thaw();
    }
    await isUsed();
    await nothingLeft(api);
  });
});
