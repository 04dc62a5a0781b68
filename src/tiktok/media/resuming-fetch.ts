import { TikTokError, TikTokShapeChangedError, TikTokUnreachableError } from '../tiktok.errors';
import type { FetchWay } from './link-opener';
import { LinkOpener } from './link-opener';
import type { ByteRange, MediaFacts } from './media-stream';
import type { OpenLink } from './open-link';
import type { PostFile } from './post-file';

/** However long a stream is, it is opened again no more often than this. */
const maxReopenings = 5;

/**
 * The bytes of a file from one to another, whatever it takes: mirrors are tried in turn, the post is resolved
 * again when all of its links are dead, and what breaks off goes on at the byte where it stood.
 */
export class ResumingFetch {
  readonly facts: MediaFacts;
  readonly first: number;
  readonly last: number;
  private position: number;
  private reopeningCount = 0;

  private constructor(
    private readonly opener: LinkOpener,
    private link: OpenLink,
    private readonly controller: AbortController,
  ) {
    this.facts = link.facts;
    this.first = link.first;
    this.last = link.last;
    this.position = link.first;
  }

  /** Aborting the controller ends the opening, and the fetch at any time after it. */
  static async open(
    { way, file, controller }: { way: FetchWay; file: PostFile; controller: AbortController },
    range: ByteRange,
  ): Promise<ResumingFetch> {
    const opener = new LinkOpener(way, file, controller.signal);
    return new ResumingFetch(opener, await opener.open(range), controller);
  }

  /** The next piece; undefined after the last one. Throws a `TikTokError` when there is no going on. */
  async next(): Promise<Buffer | undefined> {
    while (this.position <= this.last) {
      const piece = await this.read();
      if (!(piece instanceof Error)) {
        this.position += piece.length;
        return piece;
      }
      if (this.controller.signal.aborted || !(piece instanceof TikTokError)) throw piece;
      await this.goOn(piece);
    }
    return undefined;
  }

  /** Ends what is under way. After the last byte nothing is, and the connection may serve again. */
  close(): void {
    if (this.position <= this.last) this.controller.abort();
    this.link.close();
  }

  private async read(): Promise<Buffer | Error> {
    try {
      const piece = await this.link.next();
      return piece ?? new TikTokUnreachableError('A media host ended its answer before its end');
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  private async goOn(failure: TikTokError): Promise<void> {
    if (this.reopeningCount >= maxReopenings) throw failure;
    this.reopeningCount += 1;
    const before = this.link;
    before.close();
    this.link = await this.opener.open({ first: this.position, last: this.last }, before.url);
    if (isSame(before, this.link)) return;
    this.link.close();
    throw new TikTokShapeChangedError('media', 'TikTok gives another file than the one begun');
  }
}

function isSame(before: OpenLink, now: OpenLink): boolean {
  if (before.facts.sizeBytes !== now.facts.sizeBytes) return false;
  const areTagged = before.hostTag !== undefined && now.hostTag !== undefined;
  return before.url !== now.url || !areTagged || before.hostTag === now.hostTag;
}
