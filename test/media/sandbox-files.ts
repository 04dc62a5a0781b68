import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox';
import type { MediaClient, MediaFile, MediaHandle } from '../../src/tiktok';
import { MediaLibrary } from '../../src/sandbox/media/library';
import { clipOf } from '../../src/sandbox/media/clip-choice';
import { bodyOf } from '../../src/sandbox/media/file-body';
import { piecesOf } from '../../src/sandbox/http/paced-body';
import type { Post } from '../../src/sandbox/world/post';

/** A video of 20 MB, and one of some hundred kB. */
export const largePostId = '6943996796519680020';
export const smallPostId = '6943996796519681281';

const library = new MediaLibrary();

/** The bytes that the sandbox has for a file, read from its own shelf and not over the wire. */
export function bytesOf(sandbox: Sandbox, postId: string, file: MediaFile): Buffer {
  const post = sandbox.world.post(postId);
  if (post?.kind !== 'video') throw new Error('Not a video');
  return Buffer.concat([...piecesOf(bodyOf(onShelf(post, file), wholeOf(onShelf(post, file))))]);
}

function onShelf(post: Post, file: MediaFile) {
  if (file.kind === 'music') return library.sound(post.sound.clip.number);
  if (file.kind === 'cover') return library.cover(post.clip.number);
  if (file.kind !== 'video') throw new Error('Not on the shelf');
  return library.rendition(clipOf(post), file.hasWatermark ? 'watermarked' : '720p');
}

const wholeOf = ({ size }: { size: number }) => ({ first: 0, last: size - 1 });

export async function read(handle: MediaHandle, ...args: Parameters<MediaHandle['open']>) {
  const { body, ...facts } = await handle.open(...args);
  return { ...facts, bytes: await buffer(body) };
}

/** Whether a stream has exactly these bytes, without keeping it. */
export async function sameBytes(body: Readable, expected: Buffer): Promise<boolean> {
  let at = 0;
  for await (const piece of body as AsyncIterable<Buffer>) {
    if (!piece.equals(expected.subarray(at, at + piece.length))) return false;
    at += piece.length;
  }
  return at === expected.length;
}

/** Waits until something is so; fails when it does not become so. */
export async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 1_000 && !isSo(); tries += 1) await pause(10);
  expect(isSo()).toBe(true);
}

/** Waits until no fetch is left over; fails when one stays. */
export async function nothingOpen({ media }: { media: MediaClient }): Promise<void> {
  await until(() => {
    const { fetchCount, readerCount, heldBytes } = media.load();
    return fetchCount + readerCount + heldBytes === 0;
  });
}
