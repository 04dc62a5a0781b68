import { buffer } from 'node:stream/consumers';
import type { MediaFile } from '../../src/tiktok';
import { TikTokBlockedError, TikTokError, TikTokNotFoundError } from '../../src/tiktok';
import { startSandbox, type Sandbox } from '../../src/sandbox';
import type { CreatedClient } from '../../src/tiktok/create-client';
import { fixedNowMs } from '../support/api';
import { clientOn } from '../support/client';
import { startRelay, type Relay } from './relay';
import { bytesOf, largePostId, nothingOpen, read, smallPostId } from './sandbox-files';

const video: MediaFile = { kind: 'video' };
const dayMs = 86_400_000;
let sandbox: Sandbox;
let relay: Relay;
let created: CreatedClient;

beforeEach(async () => {
  // The form of link that never expires would hide what becomes of the others.
  sandbox = await startSandbox({ nowMs: fixedNowMs, switches: { 'play-links': 'wrong-region' } });
  relay = await startRelay(sandbox.port);
  created = clientOn(sandbox, { transport: { baseUrl: relay.origin, bodyTimeoutMs: 1_000 } });
});
afterEach(async () => {
  await nothingOpen(created);
  await created.close();
  relay.close();
  await sandbox.stop();
});

const pagesAsked = () => sandbox.counters.count('video-page');
const videosAsked = () => sandbox.counters.count('media-video');
const fileOf = (postId = smallPostId) => created.media.file(postId, video);
const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect(undefined).toBe('an error'),
    (error: unknown) => error,
  );

describe('a link that died', () => {
  it('by its own clock is not asked, and the post is resolved again once', async () => {
    const handle = await fileOf();
    const expected = bytesOf(sandbox, smallPostId, video);
    sandbox.clock.advance(dayMs + 1000);
    expect((await read(handle)).bytes.equals(expected)).toBe(true);
    expect(pagesAsked()).toBe(2);
    expect(videosAsked()).toBe(1);
    expect((await fileOf()).etag).toBe(handle.etag);
  });

  it.each(['forbidden-403', 'link-expired', 'html-instead', 'zero-bytes', 'socket-close'] as const)(
    'with %s leads to the mirror',
    async (fault) => {
      sandbox.faults.add({ route: 'media-video', fault, times: 1 });
      const { bytes } = await read(await fileOf());
      expect(bytes.equals(bytesOf(sandbox, smallPostId, video))).toBe(true);
      expect([pagesAsked(), videosAsked()]).toEqual([1, 2]);
    },
  );

  it.each(['forbidden-403', 'html-instead', 'zero-bytes', 'overload-503', 'verify-json'] as const)(
    'with %s on all mirrors leads to a post resolved anew',
    async (fault) => {
      sandbox.faults.add({ route: 'media-video', fault, times: 2 });
      const { bytes } = await read(await fileOf());
      expect(bytes.equals(bytesOf(sandbox, smallPostId, video))).toBe(true);
      expect([pagesAsked(), videosAsked()]).toEqual([2, 3]);
    },
  );

  it('is resolved once for all who find it dead together', async () => {
    const handles = await Promise.all(Array.from({ length: 20 }, () => fileOf()));
    sandbox.clock.advance(dayMs + 1000);
    // Different ranges, so that each has a fetch of its own.
    const parts = handles.map((handle, n) => read(handle, { first: n, last: n + 5 - (n % 5) }));
    for (const { bytes } of await Promise.all(parts)) expect(bytes.length).toBeGreaterThan(0);
    expect(pagesAsked()).toBe(2);
  });

  it.each([
    ['forbidden-403', TikTokBlockedError],
    ['html-instead', TikTokBlockedError],
    ['zero-bytes', TikTokBlockedError],
    ['too-many-429', TikTokBlockedError],
  ] as const)('with %s for good is said to be refused', async (fault, kind) => {
    sandbox.faults.add({ route: 'media-video', fault });
    expect(await errorOf((await fileOf()).open())).toBeInstanceOf(kind);
    expect(pagesAsked()).toBe(2);
  });

  it('where the post is gone too is said to be gone', async () => {
    const handle = await fileOf();
    for (const route of ['video-page', 'embed-post', 'player-items'] as const)
      sandbox.faults.add({ route, fault: 'not-found-redirect' });
    sandbox.clock.advance(dayMs + 1000);
    expect(await errorOf(handle.open())).toBeInstanceOf(TikTokNotFoundError);
  });
});

describe('a stream that breaks', () => {
  it.each([
    [[600]],
    [[5_000]],
    [[1_000_000]],
    [[19_999_990]],
    [[300_000, 70_000, 2_000_000]],
    [[4_000, 4_000, 4_000, 4_000, 4_000]],
  ])('after %j bytes goes on where it stood', async (cuts) => {
    relay.cutAfter(...cuts);
    const { bytes } = await read(await fileOf(largePostId));
    expect(bytes.equals(bytesOf(sandbox, largePostId, video))).toBe(true);
    expect(videosAsked()).toBe(cuts.length + 1);
    expect(pagesAsked()).toBe(1);
  });

  it('in a range goes on within the range', async () => {
    relay.cutAfter(90_000);
    const range = { first: 1_000_000, last: 1_500_000 };
    const { bytes } = await read(await fileOf(largePostId), range);
    const expected = bytesOf(sandbox, largePostId, video).subarray(range.first, range.last + 1);
    expect(bytes.equals(expected)).toBe(true);
  });

  it('by saying nothing more goes on, too', async () => {
    relay.stallAfter(50_000);
    const { bytes } = await read(await fileOf(largePostId));
    expect(bytes.equals(bytesOf(sandbox, largePostId, video))).toBe(true);
    expect(videosAsked()).toBe(2);
  });

  it('and whose links have died meanwhile goes on over new ones', async () => {
    const { body } = await (await fileOf(largePostId)).open();
    relay.cutAfter(400_000);
    const { body: cut } = await (await fileOf(largePostId)).open({ first: 5_000_000 });
    sandbox.clock.advance(dayMs + 1000);
    const [whole, rest] = await Promise.all([buffer(body), buffer(cut)]);
    const expected = bytesOf(sandbox, largePostId, video);
    expect(whole.equals(expected)).toBe(true);
    expect(rest.equals(expected.subarray(5_000_000))).toBe(true);
    expect(pagesAsked()).toBe(2);
  });

  it('and is refused then goes on after the post was resolved anew', async () => {
    relay.cutAfter(400_000);
    const { body } = await (await fileOf(largePostId)).open();
    sandbox.faults.add({ route: 'media-video', fault: 'forbidden-403', times: 2 });
    expect((await buffer(body)).equals(bytesOf(sandbox, largePostId, video))).toBe(true);
    expect(pagesAsked()).toBe(2);
  });

  it('too often is given up with an error', async () => {
    relay.cutAfter(...Array.from({ length: 12 }, () => 4_000));
    const { body } = await (await fileOf(largePostId)).open();
    expect(await errorOf(buffer(body))).toBeInstanceOf(TikTokError);
    expect(videosAsked()).toBe(6);
  });

  it('ends with an error where TikTok refuses for good', async () => {
    relay.cutAfter(400_000);
    const { body } = await (await fileOf(largePostId)).open();
    sandbox.faults.add({ route: 'media-video', fault: 'forbidden-403' });
    expect(await errorOf(buffer(body))).toBeInstanceOf(TikTokBlockedError);
  });

  it('ends with an error where the post has another file by then', async () => {
    relay.cutAfter(400_000);
    const { body } = await (await fileOf(largePostId)).open();
    // Embeds have one small version, and now they alone answer.
    sandbox.clock.advance(dayMs + 1000);
    sandbox.faults.add({ route: 'video-page', fault: 'captcha-page' });
    expect(await errorOf(buffer(body))).toMatchObject({ code: 'tiktok.shape_changed' });
  });
});
