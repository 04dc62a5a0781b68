import { DEVICE, FIXED_NOW_MS, fetchFrom, startFixedSandbox, type Answer } from './sandbox-client';

const PATHS = [
  '/@gabrielymayra',
  '/@any.body_else',
  '/@i/video/6943996796519681281',
  '/embed/@luna_the_pantera',
  '/embed/v2/7165262254722534698',
  `/api/explore/item_list/?${DEVICE}`,
  '/nothing/here',
];

/** One address of each other surface that has an answer of its own. */
const MORE_PATHS = [
  '/@gabrielymayra/live',
  '/@gabrielymayra?__sandbox_carrier=sigi',
  '/embed/tag/fyp',
  '/oembed?url=https://www.tiktok.com/@i/video/6943996796519681281',
  '/player/api/v1/items?item_ids=6943996796519681281',
  'https://vm.tiktok.com/ZMh7Kxyz/',
  'http://127.0.0.1/signature',
];

async function run(options: { seed?: string; nowMs?: number } = {}): Promise<string[]> {
  const sandbox = await startFixedSandbox(options);
  const answers: Answer[] = [];
  for (const path of [...PATHS, ...MORE_PATHS]) {
    const signing = path.endsWith('/signature');
    const body = `https://www.tiktok.com/api/recommend/item_list/?${DEVICE}`;
    const options = signing ? { method: 'POST', body } : {};
    answers.push(await fetchFrom(sandbox, path, options));
  }
  await sandbox.stop();
  return answers.map(({ status, headers, text }) => JSON.stringify([status, headers, text]));
}

describe('determinism', () => {
  it('answers byte for byte the same for one seed and one clock', async () => {
    expect(await run()).toEqual(await run());
  });

  it('answers otherwise for another seed', async () => {
    const [first] = await run();
    const [other] = await run({ seed: 'another' });
    expect(other).not.toEqual(first);
  });

  it('lets likes grow with the clock', async () => {
    const sandbox = await startFixedSandbox();
    const likes = () => {
      const post = sandbox.world.post('6943996796519681281');
      return post ? sandbox.world.postCounts(post).likes : 0;
    };
    const before = likes();
    sandbox.clock.advance(86_400_000);
    expect(likes()).toBeGreaterThan(before);
    expect(sandbox.clock.nowMs()).toBe(FIXED_NOW_MS + 86_400_000);
    await sandbox.stop();
  });

  it('counts requests by route', async () => {
    const sandbox = await startFixedSandbox();
    for (const path of PATHS) await fetchFrom(sandbox, path);
    expect(sandbox.counters.count()).toBe(PATHS.length);
    expect(sandbox.counters.snapshot()).toEqual({
      'user-page': 2,
      'video-page': 1,
      'embed-user': 1,
      'embed-post': 1,
      explore: 1,
      unknown: 1,
    });
    sandbox.counters.reset();
    expect(sandbox.counters.count()).toBe(0);
    await sandbox.stop();
  });
});
