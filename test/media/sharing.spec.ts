import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { MediaFile } from '../../src/tiktok';
import { RangeNotSatisfiableError, TikTokBusyError } from '../../src/tiktok';
import { startSandbox, type Sandbox } from '../../src/sandbox';
import type { CreatedClient } from '../../src/tiktok/create-client';
import { fixedNowMs } from '../support/api';
import { clientOn } from '../support/client';
import { startRelay, type Relay } from './relay';
import { bytesOf, largePostId, nothingOpen, read, sameBytes, until } from './sandbox-files';

const video: MediaFile = { kind: 'video' };
const otherLargePostId = '6943996796519690020';
let sandbox: Sandbox;
let relay: Relay;
let created: CreatedClient;
let expected: Buffer;

beforeEach(async () => {
  sandbox = await startSandbox({ nowMs: fixedNowMs });
  relay = await startRelay(sandbox.port);
  created = clientOn(sandbox, { transport: { baseUrl: relay.origin } });
  expected = bytesOf(sandbox, largePostId, video);
});
afterEach(async () => {
  await nothingOpen(created);
  await created.close();
  relay.close();
  await sandbox.stop();
});

const videosAsked = () => sandbox.counters.count('media-video');
const fileOf = (postId = largePostId) => created.media.file(postId, video);
const opened = async (...args: Parameters<Awaited<ReturnType<typeof fileOf>>['open']>) =>
  (await (await fileOf()).open(...args)).body;

/** Reads some bytes and then no more. */
async function readSome(body: Readable, bytes: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for (let length = 0; length < bytes;) {
    const piece = body.read() as Buffer | null;
    if (!piece) await once(body, 'readable');
    else {
      pieces.push(piece);
      length += piece.length;
    }
  }
  return Buffer.concat(pieces);
}

describe('one file read by many at once', () => {
  it('is fetched once by 50 who open it cold', async () => {
    const isSame = async () => sameBytes(await opened(), expected);
    const all = await Promise.all(Array.from({ length: 50 }, isSame));
    expect(all).toEqual(all.map(() => true));
    expect(videosAsked()).toBe(1);
    expect(sandbox.counters.count('video-page')).toBe(1);
  });

  it('is fetched once for ranges of it, too, as long as their beginning is there', async () => {
    const whole = await opened();
    const start = await readSome(whole, 3_000_000);
    const parts = await Promise.all([
      read(await fileOf(), { first: 1_000 }),
      read(await fileOf(), { first: 2_000_000, last: 2_999_999 }),
      read(await fileOf(), { first: 3_100_000, last: 5_000_000 }),
    ]);
    expect(videosAsked()).toBe(1);
    for (const { first, last, bytes } of parts)
      expect(bytes.equals(expected.subarray(first, last + 1))).toBe(true);
    const rest = await buffer(whole);
    expect(Buffer.concat([start, rest]).equals(expected)).toBe(true);
  });

  it('gives a late one what was read already', async () => {
    const early = await opened();
    const start = await readSome(early, 9_000_000);
    const late = await read(await fileOf());
    expect(late.bytes.equals(expected)).toBe(true);
    expect(Buffer.concat([start, await buffer(early)]).equals(expected)).toBe(true);
    expect(videosAsked()).toBe(1);
  });

  it('is fetched anew for what lies far ahead', async () => {
    const whole = await opened();
    const start = await readSome(whole, 1_000);
    const { bytes } = await read(await fileOf(), { first: 15_000_000 });
    expect(bytes.equals(expected.subarray(15_000_000))).toBe(true);
    expect(videosAsked()).toBe(2);
    expect(Buffer.concat([start, await buffer(whole)]).equals(expected)).toBe(true);
  });

  it('is held in memory by no more than was agreed, however slow one of them is', async () => {
    const slow = await opened();
    const start = await readSome(slow, 100_000);
    const fast = await opened();
    let heldBytes = 0;
    for await (const piece of fast) {
      expect(piece).toBeDefined();
      heldBytes = Math.max(heldBytes, created.media.load().heldBytes);
    }
    expect(heldBytes).toBeLessThanOrEqual(13 * 1024 * 1024);
    // The slow one was let go of, and goes on by itself.
    expect(Buffer.concat([start, await buffer(slow)]).equals(expected)).toBe(true);
    expect(videosAsked()).toBe(2);
  });

  it('is not kept in memory for one who has stopped reading', async () => {
    const stalled = await opened();
    const start = await readSome(stalled, 100_000);
    const { bytes } = await read(await fileOf(), { first: 0, last: 9_999_999 });
    expect(bytes.equals(expected.subarray(0, 10_000_000))).toBe(true);
    await until(() => created.media.load().heldBytes < 1024 * 1024);
    expect(Buffer.concat([start, await buffer(stalled)]).equals(expected)).toBe(true);
  });

  it('goes on for the others when one leaves, and ends with the last', async () => {
    const [one, two] = [await opened(), await opened()];
    await Promise.all([readSome(one, 100_000), readSome(two, 100_000)]);
    one.destroy();
    await pause(50);
    expect(created.media.load()).toMatchObject({ fetchCount: 1, readerCount: 1 });
    expect(relay.openCount).toBe(1);
    two.destroy();
    await until(() => relay.openCount === 0);
    expect(created.media.load()).toMatchObject({ fetchCount: 0, readerCount: 0 });
  });

  it('is not read on for what nobody wants any more', async () => {
    const [whole, beginning] = [await opened(), await opened({ first: 0, last: 200_000 })];
    whole.destroy();
    const bytes = await buffer(beginning);
    expect(bytes.equals(expected.subarray(0, 200_001))).toBe(true);
    await until(() => relay.openCount === 0);
  });
});

describe('a reader who gives up', () => {
  it('while the file is being opened ends that', async () => {
    sandbox.traffic.set({ route: 'media-video', latencyMs: 60_000 });
    const handle = await fileOf();
    const controller = new AbortController();
    const opening = handle.open(undefined, controller.signal);
    await until(() => relay.openCount === 1);
    controller.abort(new Error('gone'));
    await expect(opening).rejects.toThrow('gone');
    await until(() => relay.openCount === 0);
  });

  it('leaves the opening to others who wait for it', async () => {
    sandbox.traffic.set({ route: 'media-video', latencyMs: 300 });
    const handle = await fileOf();
    const controller = new AbortController();
    const given = handle.open(undefined, controller.signal);
    const kept = read(handle);
    await until(() => relay.openCount === 1);
    controller.abort(new Error('gone'));
    await expect(given).rejects.toThrow('gone');
    expect((await kept).bytes.equals(expected)).toBe(true);
    expect(videosAsked()).toBe(1);
  });

  it('later by the same signal is gone', async () => {
    const controller = new AbortController();
    const body = await opened(undefined, controller.signal);
    await readSome(body, 1_000);
    controller.abort();
    await until(() => relay.openCount === 0);
    expect(body.destroyed).toBe(true);
  });

  it('holds TikTok back while it does not read', async () => {
    const body = await opened();
    await readSome(body, 1_000);
    await pause(300);
    expect(created.media.load().heldBytes).toBeLessThan(600_000);
    body.destroy();
  });
});

describe('limits', () => {
  it('of fetches under way are told, and joining one is none more', async () => {
    const limited = clientOn(sandbox, { client: { media: { maxStreams: 1 } } });
    const handle = await limited.media.file(largePostId, video);
    const first = await handle.open();
    await readSome(first.body, 1_000);
    const joined = await handle.open();
    const other = await limited.media.file(otherLargePostId, video);
    await expect(other.open()).rejects.toBeInstanceOf(TikTokBusyError);
    first.body.destroy();
    joined.body.destroy();
    await nothingOpen(limited);
    const { body } = await other.open();
    body.destroy();
    await limited.close();
  });

  it('of the file are told by its size, the second time without asking', async () => {
    const handle = await fileOf();
    for (let n = 0; n < 2; n += 1) {
      const refused = handle.open({ first: 20_000_000 });
      await expect(refused).rejects.toMatchObject({ sizeBytes: 20_000_000 });
      await expect(refused).rejects.toBeInstanceOf(RangeNotSatisfiableError);
      await handle.facts();
    }
    expect(videosAsked()).toBe(2);
  });

  it('of the process: closing ends every stream with an error', async () => {
    const closing = clientOn(sandbox);
    const { body } = await (await closing.media.file(largePostId, video)).open();
    await readSome(body, 1_000);
    const ended = expect(buffer(body)).rejects.toMatchObject({ code: 'tiktok.unreachable' });
    await closing.close();
    await ended;
  });
});

describe('facts', () => {
  it('are asked for once, and known from what was opened', async () => {
    const handle = await fileOf();
    const facts = { contentType: 'video/mp4', sizeBytes: 20_000_000 };
    expect(await Promise.all([handle.facts(), handle.facts(), handle.facts()])).toEqual(
      Array.from({ length: 3 }, () => facts),
    );
    expect(await (await fileOf()).facts()).toEqual(facts);
    expect(videosAsked()).toBe(1);
    const other = await fileOf(otherLargePostId);
    const { body } = await other.open({ first: 5 });
    expect(await other.facts()).toEqual(facts);
    body.destroy();
    expect(videosAsked()).toBe(2);
  });
});
