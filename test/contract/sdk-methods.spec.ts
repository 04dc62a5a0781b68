import { fixedNowMs, startApi, type TestApi } from '../support/api';
import { Sdk } from './sdk/sdk';

type Json = Record<string, unknown>;
type Shown = { readonly [key: string]: unknown };

const postUrl = 'https://www.tiktok.com/@daviddobrik/video/7165262254722534698';
const aweme = expect.objectContaining({
  aweme_id: expect.stringMatching(/^\d{17,20}$/),
  create_time: expect.any(Number),
  statistics: expect.objectContaining({
    play_count: expect.any(Number),
    digg_count: expect.any(Number),
    comment_count: expect.any(Number),
    share_count: expect.any(Number),
    collect_count: expect.any(Number),
  }),
  author: expect.objectContaining({ unique_id: expect.any(String) }),
});
const mobileUser = expect.objectContaining({
  uid: expect.stringMatching(/^\d+$/),
  sec_uid: expect.stringMatching(/^MS4wLjABAAAA/),
  unique_id: expect.any(String),
});

describe('the unmodified npm client', () => {
  let api: TestApi;
  let sdk: Sdk;

  beforeAll(async () => {
    api = await startApi();
    sdk = new Sdk(api.url);
  });

  afterAll(async () => {
    await sdk.close();
    await api.close();
  });

  function account(handle: string): { id: string; secUid: string } {
    const { id, secUid } = api.sandbox.world.user(handle) ?? {};
    if (id === undefined || secUid === undefined) throw new Error(`no account ${handle}`);
    return { id, secUid };
  }

  async function call(method: string, args: Json): Promise<Shown> {
    const { statusCode, data, unitsCharged } = await sdk.call<Shown>(`tiktok.${method}`, args);
    expect([statusCode, unitsCharged]).toEqual([200, expect.any(Number)]);
    expect(unitsCharged).toBeGreaterThan(0);
    return data;
  }

  /** Every method, and what must be in what it resolves to. */
  const methods: Record<string, () => Promise<void>> = {
    hashtagSearch: async () => {
      const data = await call('hashtagSearch', { hashtag: 'magic', cursor: 0 });
      expect(data).toEqual({ data: Array(20).fill(aweme), nextCursor: 20 });
    },
    fullHashtagSearch: async () => {
      const data = await call('fullHashtagSearch', { hashtag: 'cats', days: 100 });
      const posts = data.posts as { itemInfos: { createTime: string } }[];
      expect(posts.length).toBeGreaterThan(0);
      const oldest = Math.min(...posts.map(({ itemInfos }) => Number(itemInfos.createTime)));
      expect(oldest).toBeGreaterThanOrEqual(fixedNowMs / 1000 - 100 * 86_400);
    },
    keywordSearch: async () => {
      const data = await call('keywordSearch', { keyword: 'tesla model 3', period: '180' });
      expect(data).toEqual({
        data: Array(20).fill({ type: 1, aweme_info: aweme }),
        nextCursor: 20,
      });
    },
    fullKeywordSearch: async () => {
      const rows = await call('fullKeywordSearch', { keyword: 'tesla', period: '30' });
      expect(Array.isArray(rows)).toBe(true);
      expect(rows).toContainEqual({ aweme_info: aweme });
    },
    userPostsFromUsername: async () => {
      const data = await call('userPostsFromUsername', { username: 'zachking', depth: 2 });
      expect(data).toEqual({ data: Array(20).fill(aweme), nextCursor: expect.any(Number) });
    },
    userPostsFromSecuid: async () => {
      const { secUid } = account('zachking');
      const data = await call('userPostsFromSecuid', { secUid, depth: 1 });
      expect(data).toEqual({ data: Array(10).fill(aweme), nextCursor: expect.any(Number) });
    },
    userInfoFromUsername: async () => {
      const { id, secUid } = account('zachking');
      const { user, stats } = await call('userInfoFromUsername', { username: 'zachking' });
      expect(user).toMatchObject({ id, secUid, uniqueId: 'zachking', verified: true });
      const found = api.sandbox.world.user('zachking');
      const counts = found && api.sandbox.world.userCounts(found);
      expect(stats).toEqual({
        followerCount: counts?.followers,
        followingCount: counts?.following,
        heartCount: counts?.hearts,
        heart: counts?.hearts,
        videoCount: counts?.posts,
        diggCount: counts?.likesGiven,
      });
    },
    userInfoFromSecuid: async () => {
      const { id, secUid } = account('zachking');
      const { user } = await call('userInfoFromSecuid', { secUid, alternativeMethod: true });
      expect(user).toMatchObject({ uid: id, sec_uid: secUid, unique_id: 'zachking' });
    },
    userSearch: async () => {
      const data = await call('userSearch', { keyword: 'zach king' });
      expect(data).toEqual({ users: Array(10).fill({ user_info: mobileUser }), nextCursor: 10 });
    },
    postInfo: async () => {
      const data = await call('postInfo', { url: postUrl });
      expect(data).toEqual([aweme]);
      expect(data).toMatchObject([{ aweme_id: '7165262254722534698' }]);
    },
    multiPostInfo: async () => {
      const awemeIds = ['7210531475052236078', '7102806710334606597'];
      const data = await call('multiPostInfo', { awemeIds });
      expect(data).toMatchObject(awemeIds.map((aweme_id) => ({ aweme_id })));
    },
    postComments: async () => {
      const data = await call('postComments', { awemeId: '7411198650782731563' });
      expect(data).toMatchObject({ total: expect.any(Number), nextCursor: 30 });
      const comment = { cid: expect.any(String), text: expect.any(String), user: mobileUser };
      expect(data.comments).toContainEqual(expect.objectContaining(comment));
    },
    postCommentReplies: async () => {
      const awemeId = '7411198650782731563';
      const { comments } = await call('postComments', { awemeId });
      const busy = (comments as { cid: string; reply_comment_total: number }[]).find(
        ({ reply_comment_total }) => reply_comment_total > 2,
      );
      const data = await call('postCommentReplies', { awemeId, commentId: busy?.cid });
      const replies = data.comments as Shown[];
      expect(replies.length).toBeGreaterThan(2);
      for (const reply of replies)
        expect(reply).toMatchObject({ reply_id: busy?.cid, aweme_id: awemeId });
    },
    musicSearch: async () => {
      const data = await call('musicSearch', { keyword: 'swan lantern otter papaya' });
      const sound = { mid: expect.any(String), title: expect.any(String) };
      expect(data.music).toContainEqual(expect.objectContaining(sound));
    },
    musicPosts: async () => {
      const data = await call('musicPosts', { musicId: '6874200777853661442' });
      expect(data).toEqual({ aweme_list: Array(30).fill(aweme), nextCursor: 30 });
    },
    musicDetails: async () => {
      const data = await call('musicDetails', { musicId: '7063948643480488709' });
      expect(data).toMatchObject({ mid: '7063948643480488709', user_count: expect.any(Number) });
    },
    userFollowers: async () => {
      const data = await call('userFollowers', account('zachking'));
      expect(data).toMatchObject({
        followers: Array(100).fill(mobileUser),
        total: expect.any(Number),
        nextCursor: expect.any(Number),
        nextPageToken: expect.any(String),
      });
    },
    userFollowings: async () => {
      const data = await call('userFollowings', account('lists.someone'));
      expect(data.followings).toContainEqual(mobileUser);
      expect(data.total).toEqual(expect.any(Number));
    },
    userLikedPosts: async () => {
      const { secUid } = account('likes.someone');
      const data = await call('userLikedPosts', { secUid });
      expect(data.liked_posts).toContainEqual(aweme);
    },
    livesSearch: async () => {
      const data = await call('livesSearch', { keyword: 'gaming', country: 'US' });
      const room = { id_str: expect.any(String), status: 2, owner: mobileUser };
      expect(data.data).toContainEqual(expect.objectContaining(room));
    },
  };

  it.each(Object.keys(methods))('tiktok.%s', async (name) => {
    await methods[name]?.();
  });

  it('customer.getUsage and customer.getUsageHistory, which cost nothing', async () => {
    await sdk.call('tiktok.userInfoFromUsername', { username: 'zachking' });
    const date = new Date().toISOString().slice(0, 10);
    const usage = await sdk.call<Record<string, number>>('customer.getUsage', { date });
    expect(usage.unitsCharged).toBe(0);
    expect(usage.data.tiktok).toBeGreaterThan(0);
    const history = await sdk.call<unknown[]>('customer.getUsageHistory', { days: 3 });
    expect([history.unitsCharged, history.data.length]).toEqual([0, 3]);
  });

  it('has no method that is not called here', async () => {
    const { data } = await sdk.call<string[]>('methods');
    const called = Object.keys(methods).map((name) => `tiktok.${name}`);
    expect(data.sort()).toEqual(
      [...called, 'customer.getUsage', 'customer.getUsageHistory'].sort(),
    );
  });

  it('calls any path with request()', async () => {
    const answer = await sdk.call('request', '/tt/hashtag/posts', { name: 'magic', cursor: 0 });
    expect(answer.data).toEqual({ data: Array(20).fill(aweme), nextCursor: 20 });
  });
});
