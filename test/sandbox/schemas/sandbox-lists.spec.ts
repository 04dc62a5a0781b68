import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { Visitor } from '../conformance/surfaces';
import type { Json, Parameters } from '../conformance/web-api';
import { anyHandle, hashtags, postIds } from '../properties/arbitraries';
import { startFixedSandbox } from '../sandbox-client';
import * as api from './api.shapes';
import * as comments from './comment.shapes';
import { expectShape, type Shape } from './shape';

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

const someAccounts = fc.oneof(
  { weight: 3, arbitrary: anyHandle },
  {
    weight: 1,
    arbitrary: fc.constantFrom('likes.one', 'lists.one', 'big.one', 'live.one', 'stories.one'),
  },
);

function secUidOf(handle: string): string {
  return sandbox.world.user(handle)?.secUid ?? '';
}

async function expectAnswer(path: string, parameters: Parameters, shape: Shape): Promise<Json> {
  const answer = await visitor.sealed(path, parameters);
  expectShape(`${path} ${JSON.stringify(parameters)}`, shape, answer);
  return answer;
}

function forAccounts(runs: number, check: (secUid: string, handle: string) => Promise<unknown>) {
  const property = fc.asyncProperty(someAccounts, async (handle) => {
    await check(secUidOf(handle), handle);
  });
  return fc.assert(property, { numRuns: runs });
}

const COUNT = { count: 30, cursor: 0 };
const newestPost = (handle: string) => {
  const account = sandbox.world.user(handle);
  return account ? sandbox.world.userPosts(account, { limit: 1 })[0] : undefined;
};

describe('lists and details of accounts', () => {
  it('/api/user/detail/', () =>
    forAccounts(12, async (secUid, handle) => {
      await expectAnswer('/api/user/detail/', { uniqueId: handle, secUid: '' }, api.userDetail);
      await expectAnswer('/api/user/detail/', { uniqueId: '', secUid }, api.userDetail);
    }));

  it('/api/post/item_list/', () =>
    forAccounts(12, async (secUid) => {
      const parameters = { secUid, ...COUNT, coverFormat: 2, needPinnedItemIds: 'true' };
      const { cursor } = await expectAnswer('/api/post/item_list/', parameters, api.pagedItems);
      expect(typeof cursor).toBe('string');
    }));

  it('/api/creator/item_list/', () =>
    forAccounts(12, async (secUid) => {
      const cursor = sandbox.clock.nowMs();
      const parameters = { secUid, type: 1, count: 15, cursor };
      await expectAnswer('/api/creator/item_list/', parameters, api.creatorItems);
    }));

  const BY_SEC_UID = ['/api/post/item_list/', '/api/creator/item_list/', '/api/repost/item_list/'];

  it.each(BY_SEC_UID)('%s for a secUid that names nobody: HTTP 400 and 10201', async (path) => {
    const secUid = `MS4wLjABAAAA${'x'.repeat(64)}`;
    const parameters = { secUid, ...COUNT, 'X-Bogus': '1', 'X-Gnarly': 'sandbox-seal' };
    const answer = await visitor.api.call(path, parameters);
    expect(answer.status).toBe(400);
    expectShape(path, api.refusal(10201), JSON.parse(answer.text));
  });

  it('/api/favorite/item_list/', () =>
    forAccounts(8, (secUid) =>
      expectAnswer('/api/favorite/item_list/', { secUid, ...COUNT }, api.pagedItems),
    ));

  it('/api/repost/item_list/', () =>
    forAccounts(8, (secUid) =>
      expectAnswer('/api/repost/item_list/', { secUid, ...COUNT }, api.pagedItems),
    ));

  it('/api/user/playlist/, then each playlist', () =>
    forAccounts(6, async (secUid) => {
      const path = '/api/user/playlist/';
      const answer = await expectAnswer(path, { secUid, ...COUNT }, api.playlists);
      const playlists = (answer['playList'] ?? []) as { id?: string; mixId?: string }[];
      for (const { id, mixId = id ?? '' } of playlists) {
        await expectAnswer('/api/mix/detail/', { mixId }, api.mixDetail);
        await expectAnswer('/api/mix/item_list/', { mixId, ...COUNT }, api.pagedItems);
      }
    }));

  it('/api/user/collection_list/, then each collection', () =>
    forAccounts(6, async (secUid) => {
      const path = '/api/user/collection_list/';
      const answer = await visitor.sealed(path, { secUid, ...COUNT });
      if ('collectionList' in answer) expectShape(path, api.collections, answer);
      const rows = (answer['collectionList'] ?? []) as { collectionId: string }[];
      for (const { collectionId } of rows) {
        const parameters = { collectionId, ...COUNT, sourceType: 113 };
        await expectAnswer('/api/collection/item_list/', parameters, api.pagedItems);
      }
    }));

  it.each([67, 21])('/api/user/list/ with scene %d', (scene) =>
    forAccounts(8, async (secUid) => {
      const parameters = { secUid, scene, count: 30, minCursor: 0, maxCursor: 0 };
      const answer = await visitor.sealed('/api/user/list/', parameters);
      const isHidden = answer['statusCode'] === 10222 || !('userList' in answer);
      if (!isHidden) expectShape('/api/user/list/', api.userList, answer);
    }),
  );

  it('/api/user/detail/ of nobody', async () => {
    const parameters = { uniqueId: 'missing.one', secUid: '' };
    const answer = await visitor.sealed('/api/user/detail/', parameters);
    expect([10202, 100002]).toContain(answer['statusCode']);
    expectShape('nobody', api.refusal(Number(answer['statusCode'])), answer);
  });
});

describe('lists and details of posts, hashtags and sounds', () => {
  it('/api/item/detail/', async () => {
    const property = fc.asyncProperty(postIds, async (itemId) => {
      await expectAnswer('/api/item/detail/', { itemId }, api.itemDetail);
    });
    await fc.assert(property, { numRuns: 10 });
    const missing = { itemId: '6943996796519680204' };
    await expectAnswer('/api/item/detail/', missing, api.itemDetailMissing);
  });

  it('/api/related/item_list/', async () => {
    const property = fc.asyncProperty(postIds, async (itemID) => {
      await expectAnswer('/api/related/item_list/', { itemID, count: 16, cursor: 0 }, api.related);
    });
    await fc.assert(property, { numRuns: 10 });
  });

  it.each(['/api/explore/item_list/', '/api/recommend/item_list/'])('%s', async (path) => {
    for (let batch = 0; batch < 5; batch += 1) {
      await expectAnswer(path, { count: 30, categoryType: 100 + batch }, api.feed);
    }
  });

  it('/api/challenge/detail/ and its list', async () => {
    const property = fc.asyncProperty(hashtags, async (challengeName) => {
      const path = '/api/challenge/detail/';
      const answer = await expectAnswer(path, { challengeName }, api.hashtagDetail);
      const { challenge } = answer['challengeInfo'] as { challenge: { id: string } };
      const parameters = { challengeID: challenge.id, ...COUNT, coverFormat: 2 };
      await expectAnswer('/api/challenge/item_list/', parameters, api.pagedItems);
    });
    await fc.assert(property, { numRuns: 10 });
  });

  it('/api/music/detail/ and its list', () =>
    forAccounts(8, async (_, handle) => {
      const musicId = newestPost(handle)?.sound.id;
      if (musicId === undefined) return;
      await expectAnswer('/api/music/detail/', { musicId }, api.musicDetail);
      const parameters = { musicID: musicId, ...COUNT };
      await expectAnswer('/api/music/item_list/', parameters, api.pagedItems);
    }));

  it('/api/comment/list/, then the replies', () =>
    forAccounts(12, async (_, handle) => {
      const post = newestPost(handle);
      if (!post) return;
      const parameters = { aweme_id: post.id, ...COUNT };
      const answer = await expectAnswer('/api/comment/list/', parameters, comments.commentList);
      const rows = (answer['comments'] ?? []) as { cid: string; reply_comment_total: number }[];
      const parent = rows.find((row) => row.reply_comment_total > 0);
      if (!parent) return;
      const replies = { item_id: post.id, comment_id: parent.cid, ...COUNT };
      await expectAnswer('/api/comment/list/reply/', replies, comments.replyList);
    }));

  it('/api/comment/list/ of a post that never was', async () => {
    const parameters = { aweme_id: '1234567890123456789', ...COUNT };
    await expectAnswer('/api/comment/list/', parameters, comments.commentsOfNothing);
  });
});
