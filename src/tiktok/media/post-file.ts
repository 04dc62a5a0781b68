import type { Answer, LinkAccess } from '../../cache/answer';
import type { CallOptions } from '../call-options';
import type { Post } from '../models';
import { TikTokShapeChangedError } from '../tiktok.errors';
import type { MediaFile } from './media-file';
import type { MediaSelection } from './media-selection';
import { selectAgain, selectMedia } from './media-selection';

/** Where a post comes from: the client, whose cache keeps it. */
export interface PostSource {
  post(id: string, options?: CallOptions): Promise<Answer<Post>>;
}

/** A file as one answer of TikTok's has it. */
export interface Resolution {
  readonly selection: MediaSelection;
  readonly access?: LinkAccess;
  readonly fetchedAtMs: number;
  /** Of the answer; equal versions are one answer. */
  readonly version: string;
}

/** A file of a post: which bytes are meant, and how fresh links to those are found. */
export class PostFile {
  readonly resolution: Resolution;
  private readonly postId: string;

  private constructor(
    private readonly posts: PostSource,
    readonly file: MediaFile,
    answer: Answer<Post>,
  ) {
    this.resolution = resolutionOf(answer, selectMedia(answer.value, file));
    this.postId = answer.value.id;
  }

  static async find(posts: PostSource, postId: string, file: MediaFile): Promise<PostFile> {
    return new PostFile(posts, file, await posts.post(postId));
  }

  get etag(): string {
    return this.resolution.selection.etag;
  }

  /**
   * Newer links than those of `stale`. TikTok is asked once, however many find the same links dead: the next ones
   * get the answer that the first one brought.
   */
  async resolveAnew(stale: Resolution): Promise<Resolution> {
    const cached = await this.posts.post(this.postId);
    const isNewer =
      cached.meta.version !== stale.version && cached.meta.fetchedAtMs >= stale.fetchedAtMs;
    const answer = isNewer ? cached : await this.posts.post(this.postId, { refresh: true });
    const selection = selectAgain(answer.value, this.file, this.etag);
    if (selection) return resolutionOf(answer, selection);
    throw new TikTokShapeChangedError('media', 'TikTok no longer gives this very file of the post');
  }
}

function resolutionOf({ meta }: Answer<Post>, selection: MediaSelection): Resolution {
  const { linkAccess: access, fetchedAtMs, version } = meta;
  return { selection, access, fetchedAtMs, version };
}
