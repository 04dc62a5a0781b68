import type { TestClient } from '../support/client';
import { startClient } from '../support/client';

describe('many posts at once', () => {
  let test: TestClient;

  beforeAll(async () => {
    test = await startClient();
  });

  afterAll(() => test.close());

  it('gives a hundred in the order of the ids, and says which one is not to be had', async () => {
    const account = test.sandbox.world.user('gabrielymayra');
    if (!account) throw new Error('no account');
    const ids = test.sandbox.world.userPosts(account, { limit: 99 }).map(({ id }) => id);
    const gone = '7000000000000000204';
    const asked = [...ids.slice(0, 50), gone, ...ids.slice(50)];
    const outcomes = await test.client.posts(asked);
    expect(outcomes.map(({ id }) => id)).toEqual(asked);
    const failed = outcomes.filter((outcome) => 'error' in outcome);
    expect(failed).toEqual([
      { id: gone, error: expect.objectContaining({ code: 'tiktok.not_found' }) },
    ]);
    for (const outcome of outcomes)
      if ('answer' in outcome) expect(outcome.answer.value.id).toBe(outcome.id);
  });
});

describe('sounds by keyword', () => {
  let test: TestClient;

  beforeAll(async () => {
    test = await startClient({ client: { sourcePrefix: 'sandbox:' } });
  });

  afterAll(() => test.close());

  it('are sounds of the posts found, each once, named by the keyword, and said to be derived', async () => {
    let found = 0;
    for (const keyword of ['dance', 'comet badger coral melon', 'papaya robin crow lotus willow']) {
      const posts = await test.client.searchPosts({ keyword }).collect();
      const words = new RegExp(keyword.replaceAll(' ', '|'), 'i');
      const expected = posts.value.flatMap(({ music }) =>
        music && words.test(`${music.title} ${music.authorName}`) ? [music.id] : [],
      );
      const { value, meta } = await test.client.searchMusic({ keyword }).collect();
      expect(value.map(({ id }) => id)).toEqual([...new Set(expected)]);
      expect(meta.source).toBe('sandbox:derived');
      found += value.length;
    }
    expect(found).toBeGreaterThan(0);
  });
});

describe('searches with filters', () => {
  let test: TestClient;

  beforeAll(async () => {
    test = await startClient();
  });

  afterAll(() => test.close());

  it('gives only posts of the period, only those with the words, and by likes', async () => {
    const { world } = test.sandbox;
    const all = { from: 0, limit: 10_000 };
    const ids = (posts: readonly { id: string }[]) => [...new Set(posts.map(({ id }) => id))];
    const month = await test.client.searchPosts({ keyword: 'tesla', period: 30 }).collect();
    expect(ids(month.value)).toEqual(ids(world.searchPosts('tesla', { ...all, withinDays: 30 })));
    const liked = await test.client.searchPosts({ keyword: 'tesla', sorting: 'likes' }).collect();
    expect(ids(liked.value)).toEqual(ids(world.searchPosts('tesla', { ...all, order: 'likes' })));
    const exact = await test.client.searchPosts({ keyword: 'tesla', matchExactly: true }).collect();
    const every = await test.client.searchPosts({ keyword: 'tesla' }).collect();
    const wanted = every.value.filter(({ caption }) => caption.toLowerCase().includes('tesla'));
    expect(ids(exact.value)).toEqual(ids(wanted));
  });
});

describe('without a signer', () => {
  it.each(['searchPosts', 'searchUsers', 'searchLive'] as const)(
    '%s says what to set up',
    async (operation) => {
      const test = await startClient({ client: { signer: undefined } });
      const list = test.client[operation]({ keyword: 'tesla' });
      await expect(list.page()).rejects.toMatchObject({
        code: 'tiktok.needs_signature',
        message: expect.stringContaining('TIKTOK_SIGNER_URL'),
      });
      await test.close();
    },
  );
});
