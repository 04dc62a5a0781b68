import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { Visitor } from '../conformance/surfaces';
import type { Json } from '../conformance/web-api';
import { startFixedSandbox } from '../sandbox-client';
import { anyHandle, hashtags, keywords, postIds } from './arbitraries';
import { brokenRules, shown, type Item } from './item-rules';
import { itemOnPage, profileOf, type ItemPage, type Profile } from './readings';

jest.setTimeout(120_000);

let sandbox: Sandbox;
let visitor: Visitor;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
  visitor = await Visitor.booted(sandbox.port);
});
afterAll(async () => {
  visitor.close();
  await sandbox.stop();
});

const FIRST_PAGE = { count: 30, cursor: 0 };

async function itemsAt(path: string, parameters: Record<string, string>): Promise<Item[]> {
  const page = await visitor.sealed<ItemPage>(path, { ...parameters, ...FIRST_PAGE });
  return page.itemList ?? [];
}

describe('accounts and their lists', () => {
  it('are the same on the page and in the detail', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, async (handle) => {
        const onPage = await profileOf(visitor, handle);
        const parameters = { uniqueId: handle, secUid: '' };
        const answer = await visitor.sealed('/api/user/detail/', parameters);
        const { user, stats, statsV2 } = answer['userInfo'] as Profile;
        expect([user.id, user.secUid, user.uniqueId, user.signature]).toEqual([
          onPage.user.id,
          onPage.user.secUid,
          onPage.user.uniqueId,
          onPage.user.signature,
        ]);
        expect({ stats, statsV2 }).toEqual({ stats: onPage.stats, statsV2: onPage.statsV2 });
      }),
      { numRuns: 20 },
    );
  });

  it('show likes only where openFavorite says so', async () => {
    let open = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyHandle, fc.constantFrom('likes.a', 'likes.b')),
        async (handle) => {
          const { user } = await profileOf(visitor, handle);
          const items = await itemsAt('/api/favorite/item_list/', { secUid: user.secUid });
          if (user.openFavorite) open += items.length;
          else expect(items).toEqual([]);
          expect(items.flatMap(brokenRules)).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
    expect(open).toBeGreaterThan(0);
  });

  it('never list more posts than they count', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, async (handle) => {
        const { user, statsV2 } = await profileOf(visitor, handle);
        const items = await itemsAt('/api/post/item_list/', { secUid: user.secUid });
        expect(Number(statsV2['videoCount'])).toBeGreaterThanOrEqual(items.length);
        expect(items.flatMap(brokenRules)).toEqual([]);
        const pinned = items.map(({ isPinnedItem }) => isPinnedItem === true);
        expect(pinned).toEqual([...pinned].sort((a, b) => Number(b) - Number(a)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('hashtags and sounds', () => {
  it('have one id and one number of posts wherever they are named', async () => {
    await fc.assert(
      fc.asyncProperty(hashtags, async (challengeName) => {
        const answer = await visitor.sealed('/api/challenge/detail/', { challengeName });
        const { challenge, stats, statsV2 } = answer['challengeInfo'] as {
          challenge: { id: string; title: string };
          stats: { videoCount: number; viewCount: number };
          statsV2: { videoCount: string; viewCount: string };
        };
        expect(shown(Number(statsV2.videoCount))).toBe(stats.videoCount);
        expect(shown(Number(statsV2.viewCount))).toBe(stats.viewCount);
        const items = await itemsAt('/api/challenge/item_list/', { challengeID: challenge.id });
        expect(Number(statsV2.videoCount)).toBeGreaterThanOrEqual(items.length);
        expect(items.flatMap(brokenRules)).toEqual([]);
        const named = items.flatMap(({ challenges = [] }) =>
          challenges.filter(({ title }) => title.toLowerCase() === challengeName.toLowerCase()),
        );
        expect(named.length).toBe(items.length);
        for (const { id } of named) expect(id).toBe(challenge.id);
      }),
      { numRuns: 12 },
    );
  });

  it('lead from an item to the detail of its sound, and to a list that has only this sound', async () => {
    await fc.assert(
      fc.asyncProperty(postIds, async (id) => {
        const { music } = await itemOnPage(visitor, id);
        const answer = await visitor.sealed('/api/music/detail/', { musicId: music.id });
        const { musicInfo } = answer as unknown as { musicInfo: { music: Item['music'] } };
        expect(musicInfo.music.id).toBe(music.id);
        const items = await itemsAt('/api/music/item_list/', { musicID: music.id });
        for (const item of items) expect(item.music.id).toBe(music.id);
        expect(items.flatMap(brokenRules)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

interface Comment {
  cid: string;
  aweme_id: string;
  create_time: number;
  reply_comment_total: number;
  reply_comment: { reply_id: string }[] | null;
  share_info: { title: string };
  user: { uid: string; unique_id: string; sec_uid: string };
}

describe('comments', () => {
  it('belong to their post, came after it, and name accounts that exist', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(postIds, async (id) => {
        const post = await itemOnPage(visitor, id);
        const parameters = { aweme_id: id, count: 30, cursor: 0 };
        const answer = await visitor.unsigned('/api/comment/list/', parameters);
        const comments = (answer['comments'] ?? []) as Comment[];
        expect(shown(Number(answer['total']))).toBe(post.stats['commentCount']);
        expect(new Set(comments.map(({ cid }) => cid)).size).toBe(comments.length);
        for (const comment of comments) {
          expect(comment.aweme_id).toBe(id);
          expect(comment.create_time).toBeGreaterThanOrEqual(Number(post.createTime));
          const delay = comment.create_time - Number(BigInt(comment.cid) >> 32n);
          expect(Math.abs(delay)).toBeLessThanOrEqual(60);
          for (const { reply_id } of comment.reply_comment ?? [])
            expect(reply_id).toBe(comment.cid);
          if (comment.reply_comment) expect(comment.reply_comment_total).toBeGreaterThan(0);
          expect(sandbox.world.userBySecUid(comment.user.sec_uid)).toMatchObject({
            id: comment.user.uid,
            handle: comment.user.unique_id,
          });
        }
        seen += comments.length;
      }),
      { numRuns: 25 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});

describe('searches', () => {
  it('give posts that say the word, by the rules of all posts', async () => {
    await fc.assert(
      fc.asyncProperty(keywords, async (keyword) => {
        const parameters = { keyword, offset: 0, count: 20, search_id: '' };
        const answer = await visitor.sealed('/api/search/item/full/', parameters);
        const items = (answer['item_list'] ?? []) as Item[];
        expect(items.length).toBeGreaterThan(0);
        expect(items.flatMap(brokenRules)).toEqual([]);
        for (const { desc } of items) expect(desc.toLowerCase()).toContain(keyword.toLowerCase());
      }),
      { numRuns: 10 },
    );
  });
});

describe('small surfaces', () => {
  it('say of a post what its page says', async () => {
    await fc.assert(
      fc.asyncProperty(postIds, async (id) => {
        const item = await itemOnPage(visitor, id);
        const detail = await visitor.sealed('/api/item/detail/', { itemId: id });
        const { itemStruct } = detail['itemInfo'] as { itemStruct: Item };
        expect(itemStruct.statsV2).toEqual(item.statsV2);
        const player = await visitor.open(`/player/api/v1/items?item_ids=${id}`);
        const [played] = player.body['items'] as (Json & {
          author_info: Json;
          music_info: Json;
          video_info: { meta: { duration: number } };
        })[];
        expect(played).toMatchObject({
          id_str: id,
          desc: item.desc,
          aweme_type: item.imagePost ? 150 : 0,
          author_info: { unique_id: item.author.uniqueId, secret_id: item.author.secUid },
          music_info: { id_str: item.music.id },
        });
        if (item.imagePost) return;
        // Seconds on the web, milliseconds in the player.
        const seconds = (played?.video_info.meta.duration ?? 0) / 1000;
        expect(Math.abs(seconds - (item.video?.duration ?? 0))).toBeLessThanOrEqual(1);
        const url = encodeURIComponent(`https://www.tiktok.com/@i/video/${id}`);
        const { body } = await visitor.open(`/oembed?url=${url}`);
        expect(body).toMatchObject({
          title: item.desc,
          author_unique_id: item.author.uniqueId,
          author_url: `https://www.tiktok.com/@${item.author.uniqueId}`,
          embed_product_id: id,
        });
      }),
      { numRuns: 25 },
    );
  });
});
