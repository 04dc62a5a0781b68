import type { Account } from '../../src/sandbox';
import { startApi, type TestApi } from '../support/api';
import { Sdk } from './sdk/sdk';

interface Aweme {
  readonly aweme_id: string;
  readonly desc: string;
  readonly author: { readonly unique_id: string };
  readonly music: { readonly mid: string };
  readonly statistics: Readonly<Record<string, number>>;
}

interface Hashtagged {
  readonly data: readonly Aweme[];
  readonly nextCursor?: number;
}

interface Followed {
  readonly followings: readonly { readonly unique_id: string }[];
  readonly total: number;
  readonly nextCursor?: number;
  readonly nextPageToken?: string;
}

interface Followers {
  readonly followers: readonly { readonly unique_id: string }[];
  readonly total: number;
  readonly nextCursor?: number;
}

interface Liked {
  readonly liked_posts: readonly Aweme[];
  readonly nextCursor?: number;
}

interface Commented {
  readonly comments: readonly { readonly cid: string; readonly reply_comment_total: number }[];
  readonly total: number;
  readonly nextCursor?: number;
}

/** The code of the published guide, in the words of the npm client, and what it says about paging. */
describe("EnsembleData's guide", () => {
  let api: TestApi;
  let client: Sdk;

  beforeAll(async () => {
    api = await startApi();
    client = new Sdk(api.url);
  });

  afterAll(async () => {
    await client.close();
    await api.close();
  });

  function account(handle: string): Account {
    const found = api.sandbox.world.user(handle);
    if (!found) throw new Error(`no account ${handle}`);
    return found;
  }

  function hashtagIds(name: string): string[] {
    const hashtag = api.sandbox.world.hashtag(name);
    if (!hashtag) throw new Error(`no hashtag ${name}`);
    const posts = api.sandbox.world.hashtagPosts(hashtag, { from: 0, limit: 10_000 });
    return posts.map(({ id }) => id);
  }

  it('Hashtag Search: batch after batch until there is no nextCursor', async () => {
    const first = await client.call<Hashtagged>('tiktok.hashtagSearch', {
      hashtag: 'magic',
      cursor: 0,
    });
    const ids = first.data.data.map(({ aweme_id }) => aweme_id);
    let nextCursor = first.data.nextCursor;
    while (nextCursor !== undefined) {
      const { data } = await client.call<Hashtagged>('tiktok.hashtagSearch', {
        hashtag: 'magic',
        cursor: nextCursor,
      });
      ids.push(...data.data.map(({ aweme_id }) => aweme_id));
      nextCursor = data.nextCursor;
      expect('nextCursor' in data).toBe(nextCursor !== undefined);
    }
    expect(ids.length).toBeGreaterThan(300);
    expect(ids).toEqual(hashtagIds('magic'));
  });

  it('Full Hashtag Search: all of it, and the last days of its first posts', async () => {
    // The guide reads `data`, which is where the posts stand unless they are remapped.
    const options = { hashtag: 'magic', remapOutput: false };
    const all = await client.call<Hashtagged>('tiktok.fullHashtagSearch', options);
    expect(all.data.data.map(({ aweme_id }) => aweme_id)).toEqual([
      ...new Set(hashtagIds('magic')),
    ]);

    const some = await client.call<Hashtagged>('tiktok.fullHashtagSearch', {
      ...options,
      maxCursor: 200,
      days: 7,
    });
    const weekAgo = api.sandbox.clock.nowMs() / 1000 - 7 * 86_400;
    const expected = [...new Set(hashtagIds('magic').slice(0, 200))].filter(
      (id) => (api.sandbox.world.post(id)?.createdAt ?? 0) >= weekAgo,
    );
    expect(expected.length).toBeGreaterThan(10);
    expect(some.data.data.map(({ aweme_id }) => aweme_id)).toEqual(expected);
  });

  it('User Info from Username', async () => {
    const { data } = await client.call('tiktok.userInfoFromUsername', { username: 'zachking' });
    expect(data).toMatchObject({ user: { uniqueId: 'zachking' }, stats: { videoCount: 520 } });
  });

  it('User Info from Secuid', async () => {
    const zachking = account('zachking');
    const { data } = await client.call<{ user: Record<string, unknown> }>(
      'tiktok.userInfoFromSecuid',
      { secUid: zachking.secUid },
    );
    const counts = api.sandbox.world.userCounts(zachking);
    expect(data.user).toMatchObject({
      unique_id: 'zachking',
      nickname: 'Zachking',
      follower_count: counts.followers,
      aweme_count: counts.posts,
      total_favorited: counts.hearts,
    });
  });

  it('User Liked Posts: to the end', async () => {
    const liker = account('likes.someone');
    const ids: string[] = [];
    let cursor: number | undefined;
    do {
      const { data } = await client.call<Liked>('tiktok.userLikedPosts', {
        secUid: liker.secUid,
        cursor,
      });
      ids.push(...data.liked_posts.map(({ aweme_id }) => aweme_id));
      cursor = data.nextCursor;
    } while (cursor !== undefined);
    const gifts = api.sandbox.world.likedPosts(liker, { limit: 10_000 });
    expect(ids.length).toBeGreaterThan(60);
    expect(ids).toEqual(gifts.map(({ post }) => post.id));
  });

  it('Followers: a hundred a request, to the most recent 5,000', async () => {
    const zachking = account('zachking');
    const names: string[] = [];
    let nextCursor: number | undefined;
    let requests = 0;
    do {
      const { data } = await client.call<Followers>('tiktok.userFollowers', {
        id: zachking.id,
        secUid: zachking.secUid,
        cursor: nextCursor,
      });
      expect(data.total).toBe(api.sandbox.world.userCounts(zachking).followers);
      expect(data.followers).toHaveLength(100);
      names.push(...data.followers.map(({ unique_id }) => unique_id));
      nextCursor = data.nextCursor;
      requests += 1;
    } while (nextCursor !== undefined);
    expect(requests).toBe(50);
    const followers = api.sandbox.world.followers(zachking, { limit: 5_000 });
    expect(names).toEqual(followers.map(({ account: { handle } }) => handle));
  });

  it('Followings: with the cursor AND the page_token until neither comes back', async () => {
    const someone = account('many.friends');
    const names: string[] = [];
    let next: { cursor?: number; pageToken?: string } = {};
    do {
      const args = { id: someone.id, secUid: someone.secUid, ...next };
      const data: Followed = (await client.call<Followed>('tiktok.userFollowings', args)).data;
      names.push(...data.followings.map(({ unique_id }) => unique_id));
      expect('nextCursor' in data).toBe('nextPageToken' in data);
      next = { cursor: data.nextCursor, pageToken: data.nextPageToken };
    } while (next.cursor !== undefined);
    const followings = api.sandbox.world.following(someone, { limit: 10_000 });
    expect(followings.length).toBeGreaterThan(1_000);
    expect(names).toEqual(followings.map(({ account: { handle } }) => handle));
  });

  it('Single Post', async () => {
    const { data } = await client.call<Aweme[]>('tiktok.postInfo', {
      url: 'https://www.tiktok.com/@daviddobrik/video/7165262254722534698',
    });
    const post = api.sandbox.world.post('7165262254722534698');
    const counts = post && api.sandbox.world.postCounts(post);
    const [shown] = data;
    expect([shown?.author.unique_id, shown?.music.mid]).toEqual([
      post?.author.handle,
      post?.sound.id,
    ]);
    expect(shown?.desc).toBe(post?.caption.text);
    expect(shown?.statistics).toMatchObject({
      digg_count: counts?.likes,
      play_count: counts?.plays,
      share_count: counts?.shares,
      comment_count: counts?.comments,
    });
  });

  it('Multiple Posts: one that does not exist does not spoil the others', async () => {
    const awemeIds = ['7210531475052236078', '7102806710334606597', '710280671033460623434597'];
    const { data } = await client.call<Aweme[]>('tiktok.multiPostInfo', { awemeIds });
    expect(data.map(({ aweme_id }) => aweme_id)).toEqual(awemeIds.slice(0, 2));
    const path = `/apis/tt/post/multi-info?ids=${awemeIds.join(';')}&token=x`;
    expect((await api.call(path)).json().missing).toEqual([
      { id: awemeIds[2], code: 'tiktok.not_found', detail: expect.any(String) },
    ]);
  });

  it('Multiple Posts: a hundred ids, and an error for one more', async () => {
    const ids = [...new Set(hashtagIds('magic'))];
    const hundred = ids.slice(0, 100);
    const { data } = await client.call<Aweme[]>('tiktok.multiPostInfo', { awemeIds: hundred });
    expect(data.map(({ aweme_id }) => aweme_id)).toEqual(hundred);
    const error = await client.failure('tiktok.multiPostInfo', { awemeIds: ids.slice(0, 101) });
    expect(error).toMatchObject({ isEDError: true, statusCode: 464, unitsCharged: 0 });
  });

  it('Comments and Replies: a whole thread', async () => {
    const awemeId = '7411198650782731563';
    const post = api.sandbox.world.post(awemeId);
    if (!post) throw new Error('no post');
    const read = async (method: string, args: object): Promise<Commented['comments']> => {
      const comments: Commented['comments'][number][] = [];
      let cursor: number | undefined = 0;
      while (cursor !== undefined) {
        const { data }: { data: Commented } = await client.call<Commented>(method, {
          ...args,
          cursor,
        });
        comments.push(...data.comments);
        cursor = data.nextCursor;
      }
      return comments;
    };
    const comments = await read('tiktok.postComments', { awemeId });
    const known = api.sandbox.world.comments(post, { from: 0, limit: 10_000 });
    expect(comments.length).toBeGreaterThan(500);
    expect(comments.map(({ cid }) => cid)).toEqual(known.map(({ id }) => id));

    const [busiest] = [...known].sort((a, b) => b.replies - a.replies);
    if (!busiest) throw new Error('no comment');
    const replies = await read('tiktok.postCommentReplies', { awemeId, commentId: busiest.id });
    const knownReplies = api.sandbox.world.replies(post, busiest, { from: 0, limit: 10_000 });
    expect(replies.length).toBeGreaterThan(10);
    expect(replies.map(({ cid }) => cid)).toEqual(knownReplies.map(({ id }) => id));
  });
});
