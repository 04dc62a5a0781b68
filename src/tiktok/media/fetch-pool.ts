import { addAbortSignal } from 'node:stream';
import { LRUCache } from 'lru-cache';
import { TikTokBusyError } from '../tiktok.errors';
import type { FetchWay } from './link-opener';
import type { MediaLoad } from './media-load';
import type { ByteRange, MediaFacts, MediaStream } from './media-stream';
import { boundsOf } from './open-link';
import type { PostFile } from './post-file';
import { ResumingFetch } from './resuming-fetch';
import type { SharedBody } from './shared-body';
import { SharedFetch } from './shared-fetch';
import { WindowBudget } from './window-budget';

export interface FetchLimits {
  readonly maxStreams: number;
  /** Why no further file can be fetched at the moment; undefined when it can. */
  readonly strain?: () => string | undefined;
}

/** A beginning long enough to tell what a file is. */
const probe: ByteRange = { first: 0, last: 63 };
const factsTtlMs = 300_000;
const sweepMs = 1_000;

/** All fetches that are under way. Who wants what one of them brings joins it. */
export class FetchPool {
  private readonly fetches = new Set<SharedFetch>();
  private readonly budget = new WindowBudget(this.fetches);
  private readonly known = new LRUCache<string, MediaFacts>({ max: 5_000, ttl: factsTtlMs });
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly way: FetchWay,
    private readonly limits: FetchLimits,
  ) {}

  async open(file: PostFile, range: ByteRange, signal?: AbortSignal): Promise<MediaStream> {
    const facts = this.known.get(file.etag);
    const asked = facts ? boundsOf(range, facts.sizeBytes) : range;
    const stream = await this.fetchFor(file, asked).join(asked, signal);
    const { contentType, sizeBytes } = stream;
    // The beginning of a file says best what it is.
    if (!facts || stream.first === 0) this.known.set(file.etag, { contentType, sizeBytes });
    if (signal) addAbortSignal(signal, stream.body);
    return {
      ...stream,
      contentType: stream.first === 0 ? contentType : (facts?.contentType ?? contentType),
    };
  }

  async facts(file: PostFile, signal?: AbortSignal): Promise<MediaFacts> {
    const known = this.known.get(file.etag) ?? this.inUse(file)?.facts;
    if (known) return known;
    const { body, contentType, sizeBytes } = await this.open(file, probe, signal);
    body.destroy();
    return { contentType, sizeBytes };
  }

  load(): MediaLoad {
    const all = [...this.fetches];
    return {
      fetchCount: this.fetchCount,
      readerCount: all.reduce((sum, { readerCount }) => sum + readerCount, 0),
      heldBytes: this.budget.heldBytes,
    };
  }

  close(): void {
    for (const fetch of this.fetches) fetch.close();
  }

  private get fetchCount(): number {
    return [...this.fetches].filter(({ isFetching }) => isFetching).length;
  }

  private inUse({ etag }: PostFile): SharedFetch | undefined {
    return [...this.fetches].find((fetch) => fetch.etag === etag && fetch.facts);
  }

  private fetchFor(file: PostFile, range: ByteRange): SharedFetch {
    for (const fetch of this.fetches)
      if (fetch.etag === file.etag && fetch.canServe(range)) return fetch;
    this.assertRoom();
    return this.start(file, range);
  }

  private assertRoom(): void {
    const { maxStreams, strain } = this.limits;
    const isFull = this.fetchCount >= maxStreams;
    const reason = isFull ? `${maxStreams} downloads are under way already` : strain?.();
    if (reason !== undefined) throw new TikTokBusyError(reason, 5);
  }

  private start(file: PostFile, range: ByteRange): SharedFetch {
    const { way, budget } = this;
    const fetch: SharedFetch = new SharedFetch({
      etag: file.etag,
      range,
      budget,
      open: (controller) => ResumingFetch.open({ way, file, controller }, range),
      rehost: (body) => this.rehost(file, body, fetch),
      onOver: () => this.forget(fetch),
    });
    this.fetches.add(fetch);
    this.sweeper ??= setInterval(() => this.sweep(), sweepMs).unref();
    return fetch;
  }

  /** A reader that was let go of costs nothing until it reads again; then it gets a fetch that begins where it stands. */
  private rehost(file: PostFile, body: SharedBody, { facts }: SharedFetch): void {
    const find = async (): Promise<void> => {
      const range = { first: body.position, last: body.last };
      await this.fetchFor(file, range).adopt(body, facts?.sizeBytes ?? NaN);
    };
    let isLooking = false;
    body.moveTo({
      feed: () => {
        if (isLooking) return;
        isLooking = true;
        find().catch((error: Error) => body.destroy(error));
      },
      leave: () => undefined,
    });
  }

  private forget(fetch: SharedFetch): void {
    this.fetches.delete(fetch);
    if (this.fetches.size > 0) return;
    clearInterval(this.sweeper);
    this.sweeper = undefined;
  }

  private sweep(): void {
    for (const fetch of this.fetches) fetch.trim();
  }
}
