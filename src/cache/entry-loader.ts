import { randomUUID } from 'node:crypto';
import type { EntryMemory } from './entry-memory';
import { freshnessOf, keepMsOf } from './freshness';
import type { CacheRequest, Loaded } from './operation-cache.port';
import type { Claim, SharedEntries } from './shared-entries';
import type { StoredAnswer, StoredEntry, StoredFailure } from './stored-entry';

/** One fetch of one key that all who ask meanwhile wait for. */
export interface Course {
  readonly isRefresh: boolean;
  /** Version of the entry that is to be renewed; absent where none was seen. */
  readonly renews?: string;
  /** Whether a refresh has begun meanwhile, so that this fetch carries older news. */
  readonly isOvertaken: () => boolean;
}

export interface Landing {
  readonly entry: StoredEntry;
  /** This process had it, the shared store had it, another replica fetched it meanwhile, or TikTok was asked. */
  readonly from: 'memory' | 'shared' | 'replica' | 'upstream';
}

export interface EntryLoaderOptions {
  readonly memory: EntryMemory;
  readonly shared?: SharedEntries;
  readonly nowMs: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
}

type Request = CacheRequest<unknown>;

// A link that dies in the next minute is of no use to a caller who still has to follow it.
const expiryMarginMs = 60_000;
/** Lifetimes are up to this much shorter, so that what came together does not end together. */
const jitter = 0.1;
/** For another replica's fetch; after that this one asks TikTok itself. */
const maxFollowMs = 10_000;
const pollMs = 50;

const alone: Claim = { land: async () => true };

/** Finds an entry in the stores, or fetches it: once for all replicas that share a store. */
export class EntryLoader {
  constructor(private readonly options: EntryLoaderOptions) {}

  async load(request: Request, course: Course): Promise<Landing> {
    const seen = course.isRefresh ? undefined : await this.find(request);
    if (seen && this.accepts(seen.entry, request, course)) return seen;
    const claim = await this.claim(request, course, seen?.entry);
    if ('version' in claim) return { entry: claim, from: 'replica' };
    return { entry: await this.fetch(request, course, claim), from: 'upstream' };
  }

  /** The newest that the stores know. */
  private async find(request: Request): Promise<Landing | undefined> {
    const { memory, shared } = this.options;
    const kept = await memory.get(request.key);
    if (kept && this.freshness(kept, request) === 'fresh' && !memory.isSuspect(kept))
      return { entry: kept, from: 'memory' };
    const found = await this.readShared(request);
    if (found && (!kept || found.fetchedAtMs >= kept.fetchedAtMs))
      return { entry: found, from: 'shared' };
    // Nobody has anything newer: from now on it is as good as any.
    if (kept && shared?.isUp) await this.remember(request, kept);
    return kept && { entry: kept, from: 'memory' };
  }

  private async readShared(request: Request): Promise<StoredEntry | undefined> {
    const { shared } = this.options;
    const sinceMs = performance.now();
    const found = await shared?.read(request.key);
    if (found && !shared?.changedSince(request.key, sinceMs)) await this.remember(request, found);
    return found;
  }

  /** An entry that is news and may be served. */
  private accepts(entry: StoredEntry, request: Request, { renews }: Course): boolean {
    const freshness = this.freshness(entry, request);
    if (renews !== undefined) return entry.version !== renews && freshness === 'fresh';
    return freshness === 'fresh' || freshness === 'stale';
  }

  /** The right to fetch, or what another replica has fetched meanwhile. */
  private async claim(
    request: Request,
    course: Course,
    seen?: StoredEntry,
  ): Promise<Claim | StoredEntry> {
    const { shared } = this.options;
    if (!shared) return alone;
    const giveUpAtMs = performance.now() + maxFollowMs;
    let seenVersion = seen?.version;
    let isForced = course.isRefresh;
    for (;;) {
      const claim = await shared.claim(request.key, { seenVersion, isForced });
      if (typeof claim === 'object') return claim;
      if (performance.now() > giveUpAtMs) return shared.unclaimed(request.key);
      if (claim === 'taken') {
        await shared.change(request.key, pollMs);
        continue;
      }
      const entry = await this.readShared(request);
      if (entry && this.accepts(entry, request, course)) return entry;
      // There is something that nobody can read.
      if (entry?.version === seenVersion) isForced = true;
      seenVersion = entry?.version;
    }
  }

  private async fetch(request: Request, course: Course, claim: Claim): Promise<StoredEntry> {
    const startedAtMs = performance.now();
    try {
      const loaded = await request.load();
      const entry = this.answerOf(loaded, request, performance.now() - startedAtMs);
      await this.keep(request, entry, { course, claim });
      return entry;
    } catch (error) {
      const failure = request.failures?.pack(error);
      if (failure === undefined) void claim.land();
      else await this.keep(request, this.failureOf(failure, request), { course, claim });
      throw error;
    }
  }

  private async keep(
    request: Request,
    entry: StoredEntry,
    { course, claim }: { course: Course; claim: Claim },
  ): Promise<void> {
    const keepMs = keepMsOf(entry, request.lifetimes, this.options.nowMs());
    if (keepMs <= 0 || course.isOvertaken()) return void claim.land();
    await this.remember(request, entry);
    // Replicas hear of it behind the answer; one that has begun anew meanwhile has the last word.
    void claim.land(entry, keepMs).then(async (isLatest) => {
      if (!isLatest) await this.options.memory.drop(request.key, entry.version);
    });
  }

  private async remember(request: Request, entry: StoredEntry): Promise<void> {
    const keepMs = keepMsOf(entry, request.lifetimes, this.options.nowMs());
    if (keepMs > 0) await this.options.memory.set(request.key, entry, keepMs);
  }

  private answerOf(loaded: Loaded<unknown>, request: Request, loadMs: number): StoredAnswer {
    const fetchedAtMs = this.options.nowMs();
    const ttlMs = request.lifetimes.ttlMs * (1 - jitter * this.options.random());
    const usableUntilMs =
      loaded.usableUntilMs === undefined ? undefined : loaded.usableUntilMs - expiryMarginMs;
    const freshUntilMs = Math.min(fetchedAtMs + ttlMs, usableUntilMs ?? Infinity);
    return {
      value: loaded.value,
      source: loaded.source,
      fetchedAtMs,
      freshUntilMs: Math.max(fetchedAtMs, freshUntilMs),
      usableUntilMs,
      loadMs: Math.round(loadMs),
      version: randomUUID(),
      linkAccess: loaded.linkAccess,
      jsonBytes: jsonBytesOf(loaded.value),
    };
  }

  private failureOf(failure: unknown, { failures }: Request): StoredFailure {
    const fetchedAtMs = this.options.nowMs();
    const freshUntilMs = fetchedAtMs + (failures?.keepMs ?? 0);
    const jsonBytes = jsonBytesOf(failure);
    return { failure, fetchedAtMs, freshUntilMs, version: randomUUID(), jsonBytes };
  }

  private freshness(entry: StoredEntry, { lifetimes }: Request): ReturnType<typeof freshnessOf> {
    return freshnessOf(entry, lifetimes, this.options.nowMs());
  }
}

function jsonBytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}
