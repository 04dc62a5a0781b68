import { Readable } from 'node:stream';
import type { FetchWay } from './link-opener';
import type { MediaFile } from './media-file';
import { extensionOf } from './media-type';
import type { ByteRange, MediaFacts, MediaHandle, MediaStream } from './media-stream';
import type { PostSource } from './post-file';
import { PostFile } from './post-file';
import { ResumingFetch } from './resuming-fetch';

/** The files of posts as streams. */
export class MediaClient {
  constructor(
    private readonly posts: PostSource,
    private readonly way: FetchWay,
  ) {}

  /** One file of a post; throws a `TikTokNotFoundError` that says what the post has when this is not among it. */
  async file(postId: string, file: MediaFile): Promise<MediaHandle> {
    const found = await PostFile.find(this.posts, postId, file);
    return {
      etag: found.etag,
      extension: extensionOf(file.kind, found.resolution.selection.links[0].url),
      open: (range, signal) => this.open(found, range, signal),
      facts: (signal) => this.facts(found, signal),
    };
  }

  private async open(
    file: PostFile,
    range: ByteRange = { first: 0 },
    signal?: AbortSignal,
  ): Promise<MediaStream> {
    const controller = new AbortController();
    signal?.addEventListener('abort', () => controller.abort(signal.reason), { once: true });
    const fetch = await ResumingFetch.open({ way: this.way, file, controller }, range);
    const { first, last, facts } = fetch;
    const body = new Readable({
      read() {
        fetch.next().then(
          (piece) => this.push(piece ?? null),
          (error: Error) => this.destroy(error),
        );
      },
      destroy(error, done) {
        fetch.close();
        done(error);
      },
    });
    return { ...facts, first, last, body };
  }

  private async facts(file: PostFile, signal?: AbortSignal): Promise<MediaFacts> {
    const { body, contentType, sizeBytes } = await this.open(file, { first: 0, last: 63 }, signal);
    body.destroy();
    return { contentType, sizeBytes };
  }
}
