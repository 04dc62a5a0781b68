import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { Visitor } from '../conformance/surfaces';
import { startFixedSandbox } from '../sandbox-client';
import { anyHandle, moments, postIds, seeds } from './arbitraries';
import { brokenRules, shown, type Item } from './item-rules';
import { creatorPage, embeddedPost, itemOnPage, profileOf, type EmbedRows } from './readings';
import { withMovingClock } from './moving-clock';

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

/** The same facts, whatever the surface spells them like. */
function facts(item: Item) {
  const { id, desc, author, music, statsV2, textExtra = [], challenges = [] } = item;
  return {
    id,
    desc,
    createTime: Number(item.createTime),
    author: [author.id, author.uniqueId, author.secUid],
    music: music.id,
    statsV2,
    spans: textExtra.map(({ start, end, type }) => [start, end, type]),
    challenges: challenges.map(({ id: hashtagId, title }) => [hashtagId, title]),
    images: item.imagePost?.images.length,
    duration: item.video?.duration,
  };
}

describe('posts', () => {
  it('keep every rule in the lists of any account', async () => {
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(anyHandle, async (handle) => {
        const { user } = await profileOf(visitor, handle);
        const items = await creatorPage(visitor, user.secUid, sandbox.clock.nowMs());
        seen += items.length;
        expect(items.flatMap(brokenRules)).toEqual([]);
        expect(new Set(items.map(({ author }) => author.secUid)).size).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(300);
  });

  it('keep every rule in feeds, whoever made them', async () => {
    for (let batch = 0; batch < 20; batch += 1) {
      const query = { count: 30, categoryType: 120 };
      const { itemList } = await visitor.unsigned<{ itemList: Item[] }>(
        '/api/explore/item_list/',
        query,
      );
      expect(itemList.length).toBeGreaterThan(0);
      expect(itemList.flatMap(brokenRules)).toEqual([]);
    }
  });

  it('keep every rule on the page of any id', async () => {
    await fc.assert(
      fc.asyncProperty(postIds, async (id) => {
        const item = await itemOnPage(visitor, id);
        expect(item.id).toBe(id);
        expect(brokenRules(item)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('say the same on the page, in the list and in the embed', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, fc.nat(14), async (handle, n) => {
        const { user } = await profileOf(visitor, handle);
        const items = await creatorPage(visitor, user.secUid, sandbox.clock.nowMs());
        const listed = items[n % Math.max(items.length, 1)];
        if (!listed) return;
        const onPage = await itemOnPage(visitor, listed.id);
        expect(facts(onPage)).toEqual(facts(listed));
        const embedded = await embeddedPost(visitor, listed.id);
        expect(embedded.itemInfos).toMatchObject({
          id: listed.id,
          text: listed.desc,
          createTime: String(listed.createTime),
          authorId: listed.author.id,
          musicId: listed.music.id,
        });
        expect(embedded.authorInfos.secUid).toBe(listed.author.secUid);
        expect(embedded.musicInfos.musicId).toBe(listed.music.id);
        expect(shown(embedded.itemInfos.playCount)).toBe(listed.stats['playCount']);
        expect(embedded.challengeInfoList.map(({ challengeId }) => challengeId)).toEqual(
          (listed.challenges ?? []).map(({ id }) => id),
        );
        expect(embedded.imagePostInfo?.displayImages.length).toBe(listed.imagePost?.images.length);
      }),
      { numRuns: 25 },
    );
  });

  it('stand in the embedded list that the account has', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, async (handle) => {
        const { entry } = await visitor.embed(`/embed/@${handle}`);
        const { videoList } = entry as EmbedRows;
        const { user } = await profileOf(visitor, handle);
        const newest = await creatorPage(visitor, user.secUid, sandbox.clock.nowMs());
        const rows = new Map(videoList.map((row) => [row.id, row]));
        expect(rows.size).toBe(videoList.length);
        for (const { id, desc } of newest.slice(0, 7)) expect(rows.get(id)?.desc).toBe(desc);
        for (const row of videoList) expect(row.authorUniqueId).toBe(user.uniqueId);
      }),
      { numRuns: 20 },
    );
  });

  it('never lose what they had as the clock goes on', async () => {
    await withMovingClock(async (reader, advance) => {
      await fc.assert(
        fc.asyncProperty(
          postIds,
          fc.integer({ min: 1, max: 400 * 86_400 }),
          async (id, seconds) => {
            const before = await itemOnPage(reader, id);
            advance(seconds);
            const after = await itemOnPage(reader, id);
            for (const [key, exact] of Object.entries(before.statsV2 ?? {})) {
              expect(Number(after.statsV2?.[key])).toBeGreaterThanOrEqual(Number(exact));
            }
            expect({ ...facts(after), statsV2: 0 }).toEqual({ ...facts(before), statsV2: 0 });
          },
        ),
        { numRuns: 25 },
      );
    });
  });

  it('keep every rule in any world at any time', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, moments, anyHandle, async (seed, nowMs, handle) => {
        const other = await startFixedSandbox({ seed, nowMs });
        const reader = await Visitor.booted(other.port);
        try {
          const { user } = await profileOf(reader, handle);
          const items = await creatorPage(reader, user.secUid, nowMs);
          expect(items.flatMap(brokenRules)).toEqual([]);
          for (const { createTime } of items) {
            expect(Number(createTime) * 1000).toBeLessThanOrEqual(nowMs);
          }
        } finally {
          reader.close();
          await other.stop();
        }
      }),
      { numRuns: 10 },
    );
  });
});
