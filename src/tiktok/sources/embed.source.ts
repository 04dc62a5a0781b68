import { webOrigin } from '../constants';
import type { Page, Post } from '../models';
import { parseEmbedPost, parseEmbedUser } from '../parsers/embed.parser';
import type { Exchange } from '../transport/exchange';
import type { Session } from '../transport/session';
import type { Source } from './source';
import { CannotServe } from './source';

/** The pages made for iframes on other sites: rounded and short, and answered when the others refuse. */
export class EmbedSource implements Source {
  readonly name = 'embed';

  constructor(
    private readonly exchange: Exchange,
    private readonly session: Session,
  ) {}

  readonly handlers: Source['handlers'] = {
    user: async ({ user }, { signal }) => {
      if (user.handle === undefined) return new CannotServe('knows accounts by handle only');
      const embedded = parseEmbedUser(await this.load(`/embed/@${user.handle}`, signal));
      return { user: embedded.user, posts: embedded.posts };
    },

    userPosts: async ({ user, cursor }, { signal }): Promise<Page<Post> | CannotServe> => {
      if (user.handle === undefined) return new CannotServe('knows accounts by handle only');
      if (cursor !== undefined) return new CannotServe('shows the newest ten posts only');
      const { posts } = parseEmbedUser(await this.load(`/embed/@${user.handle}`, signal));
      // No cursor and no word on what follows: ten rows mean that the surface's ceiling is reached.
      return { items: posts, hasMore: posts.length >= 10, droppedCount: 0 };
    },

    post: async ({ id }, { signal }) => parseEmbedPost(await this.load(`/embed/v2/${id}`, signal)),
  };

  private async load(path: string, signal?: AbortSignal): Promise<Buffer> {
    const url = webOrigin + path;
    const { body } = await this.exchange({ url, kind: 'embed', session: this.session, signal });
    return body;
  }
}
