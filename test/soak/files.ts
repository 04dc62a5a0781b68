import { createHash } from 'node:crypto';
import type { Post } from '../../src/sandbox';
import { piecesOf } from '../../src/sandbox/http/paced-body';
import { clipOf } from '../../src/sandbox/media/clip-choice';
import { bodyOf } from '../../src/sandbox/media/file-body';
import { MediaLibrary, type MediaFile } from '../../src/sandbox/media/library';

/** What a link in an answer is said to lead to. */
export type FileKind = 'video' | 'watermarked' | 'sound' | 'cover' | 'picture' | 'avatar';

const library = new MediaLibrary();
const digests = new Map<string, string>();

/** The files of the sandbox that a link may lead to: of a video, every rendition of its clip. */
export function filesOf(post: Post, kind: FileKind, index = 0): readonly MediaFile[] {
  switch (kind) {
    case 'video':
      return library.renditions(clipOf(post));
    case 'watermarked':
      return [library.rendition(clipOf(post), 'watermarked')];
    case 'sound':
      return [library.sound(post.sound.clip.number)];
    case 'cover':
      return post.kind === 'video'
        ? [library.cover(post.clip.number)]
        : [library.photo(post.key % 4)];
    case 'picture':
      return [library.photo((post.key + index) % 4)];
    case 'avatar':
      return [library.avatar(post.author.key)];
  }
}

export function bytesOf(file: MediaFile, first = 0, last = file.size - 1): Buffer {
  return Buffer.concat([...piecesOf(bodyOf(file, { first, last }))]);
}

/** SHA-256 of a stretch of a file. */
export function digestOfFile(file: MediaFile, first = 0, last = file.size - 1): string {
  const name = `${file.contentType} ${file.bytes.length} ${file.size} ${first} ${last}`;
  let digest = digests.get(name);
  if (digest === undefined) {
    digest = createHash('sha256')
      .update(bytesOf(file, first, last))
      .digest('hex');
    digests.set(name, digest);
  }
  return digest;
}
