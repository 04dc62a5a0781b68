import type { SandboxOptions } from '../../src/sandbox';
import type { List } from '../../src/tiktok/list';
import type { TestClient } from '../support/client';
import { startClient } from '../support/client';

jest.setTimeout(60_000);

const handle = 'gabrielymayra';
const hashtag = 'magic';
const all = { from: 0, limit: 100_000 };

/** Every list of the client, read to its end, against what the sandbox's world holds. */
const tables: Record<string, SandboxOptions> = {
  'the default table': {},
  'a table where every list wants the seal': {
    demands: {
      'creator-list': 'seal',
      'liked-list': 'seal',
      'repost-list': 'seal',
      'follow-list': 'seal',
      comments: 'seal',
      replies: 'seal',
      explore: 'seal',
    },
  },
  'strict seals, each good for one use': { switches: { seals: 'strict' } },
  'what sources dispute, taken the other way': {
    demands: {
      'creator-list': 'refused',
      comments: 'device-id',
      replies: 'device-id',
      'follow-list': 'seal',
      'liked-list': 'seal',
      'user-detail': 'none',
    },
    switches: {
      challenge: 'new-sessions',
      'player-api': 'sealed',
      'embed-rows': '11',
      'missing-embed': '404',
      'embed-video': 'watermarked',
      'user-region': 'present',
      'page-weight': 'full',
    },
  },
  'an msToken that must be real': { switches: { 'ms-token': 'required' } },
};

describe.each(Object.entries(tables))('under %s', (_name, sandboxOptions) => {
  let test: TestClient;

  beforeAll(async () => {
    test = await startClient({ sandbox: sandboxOptions });
  });

  afterAll(() => test.close());

  function account(name = handle) {
    const found = test.sandbox.world.user(name);
    if (!found) throw new Error(`no account ${name}`);
    return found;
  }

  async function idsOf<T extends { id?: string }>(list: List<T>): Promise<(string | undefined)[]> {
    const { value, meta } = await list.collect();
    expect(meta.completeness).toBe('complete');
    return value.map(({ id }) => id);
  }

  function distinct(ids: readonly string[]): string[] {
    return [...new Set(ids)];
  }

  it('reads all posts of an account', async () => {
    const posts = test.sandbox.world.userPosts(account(), { limit: 100_000 });
    const read = await test.client.newestPosts({ handle }, { count: 100_000 });
    expect(read.value.map(({ id }) => id)).toEqual(posts.map(({ id }) => id));
    expect(posts.length).toBeGreaterThan(100);
  });

  it('reads what an account passed on', async () => {
    const expected = test.sandbox.world.reposts(account(), { limit: 100_000 });
    const ids = await idsOf(await test.client.reposts({ handle }));
    expect(ids).toEqual(distinct(expected.map(({ post }) => post.id)));
  });

  it('reads what an account likes, where it shows that', async () => {
    const open = ['zachking', 'daviddobrik', 'tiktok', 'sandbox', handle, 'luna_the_pantera'].find(
      (name) => account(name).hasPublicLikes,
    );
    const found = open ?? openAccount();
    const expected = test.sandbox.world.likedPosts(account(found), { limit: 100_000 });
    const ids = await idsOf(await test.client.likedPosts({ handle: found }));
    expect(ids).toEqual(distinct(expected.map(({ post }) => post.id)));
    expect(expected.length).toBeGreaterThan(0);
  });

  function openAccount(): string {
    for (let number = 0; number < 500; number += 1)
      if (account(`someone${number}`).hasPublicLikes) return `someone${number}`;
    throw new Error('nobody shows likes');
  }

  it('reads followers and followings', async () => {
    const { world } = test.sandbox;
    const followers = await (
      await test.client.followers({ handle })
    ).collect({
      limits: { maxItems: 300 },
    });
    const expected = world.followers(account(), { limit: 300 });
    expect(followers.value.map(({ uniqueId }) => uniqueId)).toEqual(
      distinct(expected.map((follow) => follow.account.handle)).slice(0, 300),
    );
    const followings = await (await test.client.followings({ handle })).collect();
    const followed = world.following(account(), { limit: 100_000 });
    expect(followings.value.map(({ uniqueId }) => uniqueId)).toEqual(
      distinct(followed.map((follow) => follow.account.handle)),
    );
  });

  it('reads a hashtag and all its posts, each once', async () => {
    const { world } = test.sandbox;
    const known = world.hashtag(hashtag);
    if (!known) throw new Error('no hashtag');
    const { value: detail } = await test.client.hashtag(hashtag);
    expect(detail).toMatchObject({ id: known.id, name: hashtag });
    const ids = await idsOf(await test.client.hashtagPosts(hashtag));
    expect(ids).toEqual(distinct(world.hashtagPosts(known, all).map(({ id }) => id)));
    expect(ids.length).toBeGreaterThan(100);
  });

  it('reads a sound and all its posts', async () => {
    const { world } = test.sandbox;
    const [post] = world.userPosts(account(), { limit: 1 });
    const id = (await test.client.post(post?.id ?? '')).value.music?.id ?? '';
    const sound = world.sound(id);
    if (!sound) throw new Error('no sound');
    expect((await test.client.music(id)).value).toMatchObject({ id, title: sound.title });
    const ids = await idsOf(await test.client.musicPosts(id));
    expect(ids).toEqual(distinct(world.soundPosts(sound, all).map(({ id: postId }) => postId)));
  });

  it('reads a whole thread: comments, and the replies under each', async () => {
    const { world } = test.sandbox;
    const post = world
      .userPosts(account(), { limit: 200 })
      .find((candidate) => world.commentTotals(candidate).places > 60);
    if (!post) throw new Error('no post with comments');
    const expected = world.comments(post, all).map(({ id }) => id);
    expect(await idsOf(test.client.comments(post.id))).toEqual(expected);
    for (const comment of world.comments(post, { from: 0, limit: 5 })) {
      const replies = world.replies(post, comment, all).map(({ id }) => id);
      if (replies.length === 0) continue;
      expect(await idsOf(test.client.replies(post.id, comment.id))).toEqual(replies);
    }
  });

  it('finds posts, accounts and live rooms by keyword', async () => {
    const { world } = test.sandbox;
    const posts = distinct(world.searchPosts('tesla', all).map(({ id }) => id));
    expect(await idsOf(test.client.searchPosts({ keyword: 'tesla' }))).toEqual(posts);
    const users = world.searchUsers('tesla', all).map((found) => found.handle);
    const found = await test.client.searchUsers({ keyword: 'tesla' }).collect();
    expect(found.value.map(({ uniqueId }) => uniqueId)).toEqual(distinct(users));
    const hosts = world.searchHosts('gaming', all).map((host) => host.handle);
    const rooms = await test.client.searchLive({ keyword: 'gaming' }).collect();
    expect(rooms.value.map(({ owner }) => owner?.uniqueId)).toEqual(distinct(hosts));
  });

  it('tells the exact counters of an account and a post', async () => {
    const { world } = test.sandbox;
    const counts = world.userCounts(account());
    const { value: profile } = await test.client.user({ handle });
    expect(profile.user.stats).toMatchObject({
      followerCount: counts.followers,
      videoCount: counts.posts,
    });
    const [post] = world.userPosts(account(), { limit: 1 });
    if (!post) throw new Error('no post');
    const { value } = await test.client.post(post.id);
    const expected = world.postCounts(post);
    expect(value.stats).toMatchObject({ diggCount: expected.likes, playCount: expected.plays });
  });
});
