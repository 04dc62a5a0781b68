import type { MediaLoad } from './media-load';
import { FetchPool } from './fetch-pool';
import type { FetchWay } from './link-opener';
import type { MediaFile, SubtitleFormat } from './media-file';
import type { MediaHandle } from './media-stream';
import { extensionOf } from './media-type';
import type { PostSource } from './post-file';
import { PostFile } from './post-file';
import { SubtitleFiles } from './subtitle-files';

export interface MediaClientOptions extends FetchWay {
  /** Files that are fetched from TikTok at once. */
  readonly maxStreams: number;
  /** Why no further file can be fetched at the moment; undefined when it can. */
  readonly strain?: () => string | undefined;
}

/**
 * The files of posts as streams. What many read at once is fetched once; links that have died are found anew, and
 * what breaks off goes on where it stood.
 */
export class MediaClient {
  private readonly fetches: FetchPool;
  private readonly subtitles: SubtitleFiles;

  constructor(
    private readonly posts: PostSource,
    options: MediaClientOptions,
  ) {
    this.fetches = new FetchPool(options, options);
    this.subtitles = new SubtitleFiles(this.fetches);
  }

  /** One file of a post; throws a `TikTokNotFoundError` that says what the post has when this is not among it. */
  async file(postId: string, file: MediaFile): Promise<MediaHandle> {
    const found = await PostFile.find(this.posts, postId, file);
    if (file.kind === 'subtitle') return this.subtitle(found, file.format);
    return {
      etag: found.etag,
      extension: extensionOf(file.kind, found.resolution.selection.links[0].url),
      open: (range = { first: 0 }, signal) => this.fetches.open(found, range, signal),
      facts: (signal) => this.fetches.facts(found, signal),
    };
  }

  private subtitle(found: PostFile, format: SubtitleFormat): MediaHandle {
    return {
      etag: found.etag,
      extension: format,
      open: (range, signal) => this.subtitles.open(found, format, { range, signal }),
      facts: (signal) => this.subtitles.facts(found, format, signal),
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
