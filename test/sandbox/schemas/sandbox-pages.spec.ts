import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { Visitor } from '../conformance/surfaces';
import { anyHandle, moments, postIds, seeds } from '../properties/arbitraries';
import { startFixedSandbox } from '../sandbox-client';
import * as embeds from './embed.shapes';
import * as pages from './page.shapes';
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

/** Posts of every kind: any id, and those that an account lists. */
const listedPosts = fc
  .tuple(anyHandle, fc.nat(20))
  .map(([handle, skip]) => {
    const account = sandbox.world.user(handle);
    return account ? sandbox.world.userPosts(account, { limit: skip + 1 }).at(-1)?.id : undefined;
  })
  .filter((id) => id !== undefined);
const somePosts = fc.oneof(postIds, listedPosts);

describe('pages of the sandbox', () => {
  it('of any account', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, async (handle) => {
        expectShape(`@${handle}`, pages.userPage, await visitor.page(`/@${handle}`));
      }),
      { numRuns: 40 },
    );
  });

  it.each(['private', 'missing', 'banned', 'restricted', 'empty'])(
    'of %s accounts',
    async (word) => {
      const scopes = await visitor.page(`/@${word}.somebody`);
      expectShape(word, pages.userPage, scopes);
      const { statusCode } = scopes['webapp.user-detail'] as { statusCode: number };
      const codes = { private: 10222, missing: 10202, banned: 10221, restricted: 10223, empty: 0 };
      expect(statusCode).toBe(codes[word as keyof typeof codes]);
    },
  );

  it('of any post', async () => {
    await fc.assert(
      fc.asyncProperty(somePosts, async (id) => {
        expectShape(id, pages.videoPage, await visitor.page(`/@i/video/${id}`));
      }),
      { numRuns: 50 },
    );
  });

  it.each(['0204', '0213', '0215', '0216', '0222', '0231'])(
    'of posts that end in %s',
    async (end) => {
      const id = `694399679651968${end}`;
      const scopes = await visitor.page(`/@i/video/${id}`);
      expectShape(id, pages.videoPage, scopes);
      const { statusCode } = scopes['webapp.video-detail'] as { statusCode: number };
      expect(statusCode).toBe(Number(`1${end}`));
    },
  );

  it('of a post behind the wall of the logged out', async () => {
    expectShape('0018', pages.videoPage, await visitor.page('/@i/video/6943996796519680018'));
  });

  it('of any post, for a phone', async () => {
    await fc.assert(
      fc.asyncProperty(somePosts, async (id) => {
        expectShape(id, pages.phonePage, await visitor.phonePage(`/@i/video/${id}`));
      }),
      { numRuns: 40 },
    );
    expectShape('gone', pages.phonePage, await visitor.phonePage('/@i/video/6943996796519680204'));
  });

  it('of /photo/ addresses: a shell, but not for a phone', async () => {
    const path = '/@i/photo/6943996796519681281';
    expectShape('photo', pages.shellPage, await visitor.page(path));
    expectShape('photo', pages.phonePage, await visitor.phonePage(path));
    expectShape('home', pages.shellPage, await visitor.page('/'));
  });

  it('in any world, at any time', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, moments, anyHandle, async (seed, nowMs, handle) => {
        const other = await startFixedSandbox({ seed, nowMs });
        const reader = new Visitor(other.port);
        try {
          expectShape(`@${handle}`, pages.userPage, await reader.page(`/@${handle}`));
          const account = other.world.user(handle);
          const [post] = account ? other.world.userPosts(account, { limit: 1 }) : [];
          if (!post) return;
          expectShape(post.id, pages.videoPage, await reader.page(`/@i/video/${post.id}`));
        } finally {
          reader.close();
          await other.stop();
        }
      }),
      { numRuns: 8 },
    );
  });

  it('the challenge', async () => {
    sandbox.faults.add({ route: 'user-page', fault: 'challenge', times: 20 });
    for (let n = 0; n < 20; n += 1) {
      const { text } = await visitor.session.send('/@somebody');
      expectShape('challenge', pages.challenge, pages.readChallenge(text));
      expect(text).toMatch(/SlardarWAF[^]*Please wait\.\.\./);
    }
  });
});

describe('embeds of the sandbox', () => {
  async function expectEmbed(path: string, shape: Shape, status = 200): Promise<void> {
    const answer = await visitor.embed(path);
    expectShape(path, shape, answer.entry);
    expect(answer.status).toBe(status);
  }

  it('of any account', async () => {
    await fc.assert(
      fc.asyncProperty(anyHandle, (handle) => expectEmbed(`/embed/@${handle}`, embeds.embedUser)),
      { numRuns: 40 },
    );
  });

  it('of any post, at both addresses', async () => {
    await fc.assert(
      fc.asyncProperty(somePosts, async (id) => {
        await expectEmbed(`/embed/v2/${id}`, embeds.embedPost);
        await expectEmbed(`/embed/${id}?lang=fr`, embeds.embedPost);
      }),
      { numRuns: 25 },
    );
  });

  it('of what is not there: HTTP 400 and an entry that says so', async () => {
    for (const word of ['private', 'missing', 'banned']) {
      await expectEmbed(`/embed/@${word}.one`, embeds.embedUserMissing, 400);
    }
    await expectEmbed('/embed/v2/6943996796519680204', embeds.embedPostMissing, 400);
  });
});
