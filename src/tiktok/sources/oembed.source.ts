import { parseOembed } from '../parsers/oembed.parser';
import { postPageUrl } from '../tiktok-url';
import type { Source } from './source';
import { ask, type Upstream } from './upstream';

/** TikTok's oEmbed: takes short links and names the post behind them. It refuses photo posts. */
export class OembedSource implements Source {
  readonly name = 'oembed';

  constructor(private readonly upstream: Upstream) {}

  readonly handlers: Source['handlers'] = {
    shortLink: async ({ url }, context) => {
      const path = `/oembed?url=${encodeURIComponent(url)}`;
      const post = parseOembed((await ask(this.upstream, { kind: 'api', path, ...context })).body);
      return { url: postPageUrl({ ...post, handle: post.author?.uniqueId }) };
    },
  };
}
