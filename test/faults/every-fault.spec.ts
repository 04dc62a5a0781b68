import { DocumentedAnswers } from '../generated/documented-answer';
import { startApi } from '../support/api';
import { eventually } from '../support/redis';
import { conditions, Upstream } from './conditions';
import { exceptionsOfNothing, isOurs } from './expectations';
import { OpenAnswers } from './open-things';
import { ask, skeletonOf } from './replies';
import { documentedRoutes } from './routes';
import type { Trials } from './trial';
import { keptMs, Trial } from './trial';

/** Conditions at a time: some of them wait for deadlines. */
const atATime = 5;

function resourceCounts(): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of process.getActiveResourcesInfo()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** The answers of every route on a TikTok that has nothing wrong with it. */
async function prepare(openAnswers: OpenAnswers): Promise<Trials> {
  const upstream = await Upstream.start();
  const api = await startApi({ on: upstream.sandbox });
  const { document, routes } = await documentedRoutes(api);
  const documented = new DocumentedAnswers(document);
  const skeletons = new Map<string, string>();
  for (const route of routes) {
    const answer = await ask(api.url, route);
    expect([route.name, answer.status]).toEqual([route.name, 200]);
    expect([route.name, ...documented.problems(route.operation, answer)]).toEqual([route.name]);
    skeletons.set(route.name, skeletonOf(route, answer));
  }
  await api.close();
  await upstream.stop();
  return { routes, documented, skeletons, openAnswers };
}

describe('every documented route under everything that can be wrong with TikTok', () => {
  const openAnswers = new OpenAnswers();
  const trials = new Map<string, Trial>();
  let before: Record<string, number>;
  let prepared: Trials;

  beforeAll(async () => {
    before = resourceCounts();
    prepared = await prepare(openAnswers);
    const waiting = [...conditions];
    const work = async (): Promise<void> => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const trial = await Trial.start(next, prepared);
        trials.set(next.name, trial);
        await trial.run();
      }
    };
    await Promise.all(Array.from({ length: atATime }, work));
    const realNow = Date.now.bind(Date);
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => realNow() + keptMs);
    for (const trial of trials.values()) await trial.close();
    clock.mockRestore();
  }, 600_000);

  afterAll(() => openAnswers.close());

  it.each(conditions.map(({ name }) => name))('%s', (name) => {
    const findings = trials.get(name)?.findings;
    expect(findings).toEqual({
      answers: [],
      recovery: [],
      leaks: [],
      pairs: prepared.routes.length,
    });
  });

  it('are all tried, and no exception is about a route that there is not', () => {
    expect(prepared.routes.length).toBeGreaterThanOrEqual(38);
    expect(exceptionsOfNothing(prepared.routes.map(({ name }) => name))).toEqual([]);
    expect(prepared.routes.filter(({ name }) => isOurs(name)).length).toBeLessThanOrEqual(8);
  });

  it('leave no socket, timer or stream behind', async () => {
    await eventually(() => {
      for (const [name, count] of Object.entries(resourceCounts()))
        expect([name, count <= (before[name] ?? 0)]).toEqual([name, true]);
    });
  });
});
