import type { Page, Post } from '../models';
import { parseEmbedPost, parseEmbedUser } from '../parsers/embed.parser';
import { parseEmbedHashtag } from '../parsers/hashtag.parser';
import { parseEmbedMusic } from '../parsers/music-detail.parser';
import type { CallContext, Source } from './source';
import { CannotServe } from './source';
import { ask, type Upstream } from './upstream';

interface EmbeddedPosts {
  readonly posts: readonly Post[];
  readonly droppedCount: number;
}

/** The pages made for iframes on other sites: rounded and short, and answered when the others refuse. */
export class EmbedSource implements Source {
  readonly name = 'embed';

  constructor(private readonly upstream: Upstream) {}

  readonly handlers: Source['handlers'] = {
    user: async ({ user: { handle } }, context) =>
      handle === undefined
        ? byHandleOnly()
        : parseEmbedUser(await this.load(`@${handle}`, context)),

    userPosts: async ({ user: { handle }, cursor }, context) => {
      if (handle === undefined) return byHandleOnly();
      if (cursor !== undefined) return newestTenOnly();
      return pageOf(parseEmbedUser(await this.load(`@${handle}`, context)));
    },

    post: async ({ id }, context) => parseEmbedPost(await this.load(`v2/${id}`, context)),

    hashtag: async ({ name }, context) =>
      parseEmbedHashtag(await this.load(`tag/${encodeURIComponent(name)}`, context)).hashtag,

    hashtagPosts: async ({ name, cursor }, context) => {
      if (cursor !== undefined) return newestTenOnly();
      return pageOf(parseEmbedHashtag(await this.load(`tag/${encodeURIComponent(name)}`, context)));
    },

    music: async ({ id }, context) =>
      parseEmbedMusic(await this.load(`music/${id}`, context)).music,

    musicPosts: async ({ id, cursor }, context) => {
      if (cursor !== undefined) return newestTenOnly();
      return pageOf(parseEmbedMusic(await this.load(`music/${id}`, context)));
    },
  };

  private async load(path: string, context: CallContext): Promise<Buffer> {
    return (await ask(this.upstream, { kind: 'embed', path: `/embed/${path}`, ...context })).body;
  }
}

// No cursor and no word on what follows: ten rows mean that the surface's ceiling is reached.
function pageOf({ posts, droppedCount }: EmbeddedPosts): Page<Post> {
  return { items: posts, hasMore: posts.length + droppedCount >= 10, droppedCount };
}

function byHandleOnly(): CannotServe {
  return new CannotServe('knows accounts by handle only');
}

function newestTenOnly(): CannotServe {
  return new CannotServe('shows ten posts and no more');
}
