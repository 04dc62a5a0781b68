import type { MediaLoad } from './fetch-pool';
import { FetchPool } from './fetch-pool';
import type { FetchWay } from './link-opener';
import type { MediaFile } from './media-file';
import type { MediaHandle } from './media-stream';
import { extensionOf } from './media-type';
import type { PostSource } from './post-file';
import { PostFile } from './post-file';

export interface MediaClientOptions extends FetchWay {
  /** Files that are fetched from TikTok at once. */
  readonly maxStreams: number;
}

/**
 * The files of posts as streams. What many read at once is fetched once; links that have died are found anew, and
 * what breaks off goes on where it stood.
 */
export class MediaClient {
  private readonly fetches: FetchPool;

  constructor(
    private readonly posts: PostSource,
    options: MediaClientOptions,
  ) {
    this.fetches = new FetchPool(options, options.maxStreams);
  }

  /** One file of a post; throws a `TikTokNotFoundError` that says what the post has when this is not among it. */
  async file(postId: string, file: MediaFile): Promise<MediaHandle> {
    const found = await PostFile.find(this.posts, postId, file);
    return {
      etag: found.etag,
      extension: extensionOf(file.kind, found.resolution.selection.links[0].url),
      open: (range = { first: 0 }, signal) => this.fetches.open(found, range, signal),
      facts: (signal) => this.fetches.facts(found, signal),
    };
  }

  /** What is under way, for operators. */
  load(): MediaLoad {
    return this.fetches.load();
  }

  /** Ends every stream with an error. */
  close(): void {
    this.fetches.close();
  }
}
