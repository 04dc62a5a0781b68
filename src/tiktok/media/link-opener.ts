import type { MediaLink } from '../models';
import { TikTokBlockedError, TikTokError } from '../tiktok.errors';
import type { MediaExchange } from '../transport/media.exchange';
import type { ByteRange } from './media-stream';
import type { OpenLink } from './open-link';
import { openLink } from './open-link';
import type { PostFile, Resolution } from './post-file';

/** How bytes are fetched: the sockets, and the clock that links expire by. */
export interface FetchWay {
  readonly exchange: MediaExchange;
  /** TikTok's clock, in Unix milliseconds. */
  readonly nowMs: () => number;
}

/** Opens a file wherever one of its links leads to it; once all are dead, by links of a post resolved anew. */
export class LinkOpener {
  private resolution: Resolution;

  constructor(
    private readonly way: FetchWay,
    private readonly file: PostFile,
    private readonly signal: AbortSignal,
  ) {
    this.resolution = file.resolution;
  }

  /** Throws what the best of the links said when none of them works. `firstUrl` goes before the others. */
  async open(range: ByteRange, firstUrl?: string): Promise<OpenLink> {
    const known = inTurn(this.resolution.selection.links, firstUrl);
    const opened = await this.tryEach(this.alive(known), range);
    if (!(opened instanceof TikTokError)) return opened;
    this.resolution = await this.file.resolveAnew(this.resolution);
    this.signal.throwIfAborted();
    const { links } = this.resolution.selection;
    const alive = this.alive(links);
    // New links that have all expired already mean that our clock is wrong.
    const again = await this.tryEach(alive.length > 0 ? alive : links, range);
    if (again instanceof TikTokError) throw again;
    return again;
  }

  private alive(links: readonly MediaLink[]): readonly MediaLink[] {
    const nowSeconds = this.way.nowMs() / 1000;
    return links.filter(({ expiresAtSeconds = Infinity }) => expiresAtSeconds > nowSeconds);
  }

  private async tryEach(
    links: readonly MediaLink[],
    range: ByteRange,
  ): Promise<OpenLink | TikTokError> {
    const { access } = this.resolution;
    const { file, signal } = this;
    let firstError: TikTokError | undefined;
    for (const { url } of links) {
      try {
        return await openLink(this.way.exchange, {
          url,
          access,
          kind: file.file.kind,
          range,
          signal,
        });
      } catch (error) {
        if (signal.aborted || !(error instanceof TikTokError)) throw error;
        firstError ??= error;
      }
    }
    return (
      firstError ?? new TikTokBlockedError('blocked_page', 'The links of the file have expired')
    );
  }
}

function inTurn(links: readonly MediaLink[], firstUrl: string | undefined): readonly MediaLink[] {
  return [
    ...links.filter(({ url }) => url === firstUrl),
    ...links.filter(({ url }) => url !== firstUrl),
  ];
}
