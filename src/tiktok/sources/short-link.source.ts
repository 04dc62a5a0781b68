import { TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok.errors';
import type { UpstreamAnswer } from '../transport/exchange';
import type { Source } from './source';
import { ask, type Upstream } from './upstream';

/** Asks a short link where it leads, and does not go there: the page behind is where the bot check waits. */
export class ShortLinkSource implements Source {
  readonly name = 'short-link';

  constructor(private readonly upstream: Upstream) {}

  readonly handlers: Source['handlers'] = {
    shortLink: async ({ url }, context) => {
      const answer = await ask(this.upstream, { kind: 'short-link', path: url, ...context });
      const target = targetOf(answer);
      if (target === undefined) throw new TikTokShapeChangedError('location');
      if (isNowhere(target))
        throw new TikTokNotFoundError('The short link has expired or never was');
      return { url: target.href };
    },
  };
}

/** From the redirect, or from the link in the body that some answers have in its place. */
function targetOf({ url, headers, body }: UpstreamAnswer): URL | undefined {
  const location = [headers.location].flat()[0];
  const link = location ?? /<a\s[^>]*href="(https:\/\/[^"]+)"/i.exec(body.toString())?.[1];
  const target = link?.replaceAll('&amp;', '&');
  return target !== undefined && URL.canParse(target, url) ? new URL(target, url) : undefined;
}

// An expired or unknown code leads to the home page, the login page or the page for what does not exist.
function isNowhere({ pathname }: URL): boolean {
  return pathname === '/' || /^\/(login|notfound)(\/|$)/.test(pathname);
}
