import type { AnswerMeta } from '../cache/answer';
import type { Post, PostLinks } from '../tiktok';
import { linksById, upstreamFileOf, upstreamLinkOf } from '../tiktok';
import type { LinkStyle } from './links.query.dto';
import type { LinkedFile } from './media-file-code';
import { fileNameOf } from './media-file-name';
import type { MediaTokens } from './media-token';

export interface MediaLinkOptions {
  /** Whose links are given where the request does not say. */
  readonly style: LinkStyle;
  readonly ttlSeconds: number;
}

/** What a request says about the links in its answer. */
export interface AskedLinks {
  readonly publicOrigin: string;
  readonly style?: LinkStyle;
}

/** The link to a file of a post; null where the post has no such file. */
export type LinkWriter = (post: Post, file: LinkedFile) => string | null;

/** Writes the links of answers: ours, which stream the file, or TikTok's. */
export class MediaLinks {
  constructor(
    private readonly tokens: MediaTokens,
    private readonly options: MediaLinkOptions,
  ) {}

  /** For one answer: its links end together, so that two bodies made of it are equal. */
  writer({ publicOrigin, style = this.options.style }: AskedLinks, meta: AnswerMeta): LinkWriter {
    if (style === 'upstream') return upstreamLink;
    const ownLink = this.ownWriter(publicOrigin, meta);
    return (post, file) => {
      if (file.kind === 'zip') return post.images.length > 0 ? ownLink(post, file, 'zip') : null;
      const upstream = upstreamFileOf(post, file);
      return upstream ? ownLink(post, file, upstream.extension) : null;
    };
  }

  /** The documented dictionary, post id -> link: to the video, or to all pictures of a photo post. */
  dictionary({ publicOrigin, style = this.options.style }: AskedLinks) {
    return (posts: readonly Post[], meta: AnswerMeta): PostLinks => {
      if (style === 'upstream') return linksById(posts, upstreamLinkOf);
      const ownLink = this.ownWriter(publicOrigin, meta);
      // Rows of lists may lack what the post itself has, so every post is taken to have its file.
      return linksById(posts, (post) => {
        const file = mainFileOf(post);
        return ownLink(post, file, extensionOf(post, file));
      });
    };
  }

  private ownWriter(publicOrigin: string, meta: AnswerMeta) {
    const expiresAtSeconds = lastGivenAtSeconds(meta) + this.options.ttlSeconds;
    return (post: Post, file: LinkedFile, extension: string): string => {
      const { id, caption } = post;
      const name = fileNameOf({ caption, id, label: labelOf(file), extension });
      const token = this.tokens.sign({ postId: post.id, file, expiresAtSeconds }, name);
      return `${publicOrigin}/media/${token}/${encodeURIComponent(name)}`;
    };
  }
}

/** Until then the answer may be given out, so links must live for their time from there. */
function lastGivenAtSeconds(meta: AnswerMeta): number {
  const { freshUntilMs, staleWhileRevalidateMs = 0, staleIfErrorMs = 0 } = meta;
  return Math.floor((freshUntilMs + Math.max(staleWhileRevalidateMs, staleIfErrorMs)) / 1000);
}

function upstreamLink(post: Post, file: LinkedFile): string | null {
  return file.kind === 'zip' ? null : (upstreamFileOf(post, file)?.url ?? null);
}

function mainFileOf({ kind }: Post): LinkedFile {
  return kind === 'photo' ? { kind: 'zip' } : { kind: 'video' };
}

function labelOf(file: LinkedFile): string | undefined {
  switch (file.kind) {
    case 'video':
      return file.hasWatermark ? 'watermark' : file.renditionName?.replace(/[^\w-]/g, '_');
    case 'image':
      return String(file.index + 1).padStart(2, '0');
    case 'subtitle':
      return file.languageCode.replace(/[^\w-]/g, '_');
    case 'music':
      return 'sound';
    case 'zip':
      return undefined;
    default:
      return file.kind;
  }
}

function extensionOf(post: Post, file: LinkedFile): string {
  if (file.kind === 'zip') return 'zip';
  return upstreamFileOf(post, file)?.extension ?? 'mp4';
}
