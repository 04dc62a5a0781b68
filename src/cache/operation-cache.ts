import type { Cache } from 'cache-manager';
import { LRUCache } from 'lru-cache';
import type { AnswerPart, CacheOutcome } from './answer';
import { Answer } from './answer';
import type { CacheStats, MemoryFacts } from './cache-stats';
import { CacheCounters } from './cache-stats';
import type { Landing } from './entry-loader';
import { EntryLoader } from './entry-loader';
import type { EntryView } from './entry-memory';
import { EntryMemory } from './entry-memory';
import type { Freshness } from './freshness';
import { freshnessOf, isDueEarly, staleTimes } from './freshness';
import type { CacheRequest, OperationCachePort } from './operation-cache.port';
import { takeRevalidation } from './revalidation';
import type { SharedEntries } from './shared-entries';
import { StandingParts } from './standing-parts';
import type { StoredAnswer, StoredEntry } from './stored-entry';
import { isFailure } from './stored-entry';

export interface OperationCacheOptions {
  /** The entries of this process. */
  readonly memory: Cache;
  /** The entries of all replicas, where there are several. */
  readonly shared?: SharedEntries;
  readonly nowMs?: () => number;
  /** For jitter and early renewal; from 0 to below 1. */
  readonly random?: () => number;
  /** Looks into memory without waiting; without it nothing is ever a {@link OperationCache.isHit}. */
  readonly view?: EntryView;
  readonly memoryFacts?: () => MemoryFacts;
  /** A renewal behind the callers' backs has failed. */
  readonly onFailedRenewal?: (error: unknown) => void;
}

interface Flight {
  readonly id: symbol;
  readonly isRefresh: boolean;
  /** Whether an answer was there that had to be replaced. */
  readonly isReplacing: boolean;
  readonly landing: Promise<Landing>;
}

/** After a failed renewal, how long nobody tries again behind the callers' backs. */
const renewalRestMs = 1_000;
const noMemory: MemoryFacts = { evictions: 0, entries: 0, bytes: 0 };

/**
 * The cache of operations: one flight per key, a lifetime per operation that never outlives the signed links inside
 * the value, stale answers while a new one is fetched or when none is to be had, and a refresh that renews the very
 * entry that plain reads are served from.
 */
export class OperationCache implements OperationCachePort {
  private readonly flights = new Map<string, Flight>();
  private readonly resting = new LRUCache<string, true>({ max: 10_000, ttl: renewalRestMs });
  private readonly counters = new CacheCounters();
  private readonly memory: EntryMemory;
  private readonly loader: EntryLoader;
  private readonly standing: StandingParts;
  private readonly nowMs: () => number;
  private readonly random: () => number;

  constructor(private readonly options: OperationCacheOptions) {
    this.nowMs = options.nowMs ?? Date.now;
    this.random = options.random ?? Math.random;
    this.memory = new EntryMemory(options.memory, options.shared, options.view);
    const { memory, nowMs, random } = this;
    this.standing = new StandingParts({ memory, nowMs, random });
    this.loader = new EntryLoader({ memory, shared: options.shared, nowMs, random });
  }

  async fetch<T>(request: CacheRequest<T>): Promise<Answer<T>> {
    const isRefresh = request.refresh === true || takeRevalidation(request.key);
    const kept = isRefresh ? undefined : await this.memory.get(request.key);
    const served = kept && !this.memory.isSuspect(kept) && this.serve(kept, request);
    return served || this.fly(request, isRefresh, kept !== undefined);
  }

  /**
   * Whether plain reads of all these would be given just these versions, fresh and with nothing to renew. What was
   * made of them may then be sent again without asking; it counts as a hit of each.
   */
  isHit(parts: readonly AnswerPart[]): boolean {
    const isHit = parts.length > 0 && this.standing.includes(parts);
    if (isHit) this.counters.count('hits', parts.length);
    return isHit;
  }

  stats(): CacheStats {
    const memory = this.options.memoryFacts?.() ?? noMemory;
    return { ...this.counters.counts, flights: this.flights.size, ...memory };
  }

  /** What is stored as an answer, where it may be one; throws it where it is an error. */
  private serve<T>(entry: StoredEntry, request: CacheRequest<T>): Answer<T> | undefined {
    const freshness = this.freshness(entry, request);
    if (freshness === 'spare' || freshness === 'dead') return undefined;
    this.counters.count(freshness === 'fresh' ? 'hits' : 'stale');
    if (isFailure(entry)) throw unpacked(entry.failure, request);
    if (freshness === 'stale' || isDueEarly(entry, this.nowMs(), this.random()))
      this.renewBehind(request, entry);
    return this.answer(entry, request, freshness === 'fresh' ? 'hit' : 'stale');
  }

  private async fly<T>(
    request: CacheRequest<T>,
    isRefresh: boolean,
    isReplacing: boolean,
  ): Promise<Answer<T>> {
    const underway = this.flights.get(request.key);
    // A refresh must see what TikTok says from now on, so it joins nothing but another refresh.
    const joined = underway && (underway.isRefresh || !isRefresh) ? underway : undefined;
    const flight = joined ?? this.depart(request, { isRefresh, isReplacing });
    try {
      return this.landed(await flight.landing, request, { flight, isJoined: joined !== undefined });
    } catch (error) {
      const spare = isRefresh ? undefined : await this.spare(error, request);
      if (!spare) throw error;
      this.counters.count('staleIfError');
      return this.answer(spare, request, 'stale-if-error');
    }
  }

  private landed<T>(
    { entry, from }: Landing,
    request: CacheRequest<T>,
    { flight, isJoined }: { flight: Flight; isJoined: boolean },
  ): Answer<T> {
    if (from === 'shared') this.counters.count('sharedHits');
    const isFound = from === 'shared' || from === 'memory';
    const served = isFound ? this.serve(entry, request) : undefined;
    if (served) return served;
    const isCollapsed = isJoined || from === 'replica';
    this.counters.count(isCollapsed ? 'collapsed' : flight.isRefresh ? 'refreshes' : 'misses');
    if (isFailure(entry)) throw unpacked(entry.failure, request);
    const reason = flight.isRefresh ? 'refreshed' : flight.isReplacing ? 'expired' : 'miss';
    return this.answer(entry, request, isCollapsed ? collapsedOutcomes[reason] : reason);
  }

  private depart(
    request: CacheRequest<unknown>,
    course: { isRefresh: boolean; isReplacing: boolean; renews?: string },
  ): Flight {
    const { key } = request;
    const id = Symbol(key);
    const isOvertaken = (): boolean => this.flights.get(key)?.id !== id;
    const landing = this.loader.load(request, { ...course, isOvertaken });
    const flight = { id, ...course, landing };
    this.flights.set(key, flight);
    const land = (): void => {
      if (!isOvertaken()) this.flights.delete(key);
    };
    landing.then(land, land);
    return flight;
  }

  private renewBehind(request: CacheRequest<unknown>, { version }: StoredAnswer): void {
    const { key } = request;
    if (this.flights.has(key) || this.resting.has(key)) return;
    this.counters.count('renewals');
    const flight = this.depart(request, { isRefresh: false, isReplacing: true, renews: version });
    flight.landing.catch((error: unknown) => {
      if (request.failures?.pack(error) !== undefined) return;
      this.resting.set(key, true);
      this.counters.count('failedRenewals');
      this.options.onFailedRenewal?.(error);
    });
  }

  /** The stored answer that stands in for one that is not to be had. */
  private async spare<T>(
    error: unknown,
    request: CacheRequest<T>,
  ): Promise<StoredAnswer | undefined> {
    if (!request.failures?.isPassing(error)) return undefined;
    const kept = await this.memory.get(request.key);
    if (!kept || isFailure(kept) || this.freshness(kept, request) === 'dead') return undefined;
    return kept;
  }

  private freshness(entry: StoredEntry, { lifetimes }: CacheRequest<unknown>): Freshness {
    return freshnessOf(entry, lifetimes, this.nowMs());
  }

  private answer<T>(
    entry: StoredAnswer,
    { key, lifetimes }: CacheRequest<T>,
    cache: CacheOutcome,
  ): Answer<T> {
    const { source, fetchedAtMs, freshUntilMs, version, linkAccess } = entry;
    const { whileRevalidateMs, ifErrorMs } = staleTimes(entry, lifetimes);
    const stale = { staleWhileRevalidateMs: whileRevalidateMs, staleIfErrorMs: ifErrorMs };
    const parts = [{ key, version }];
    const meta = { source, fetchedAtMs, freshUntilMs, ...stale, version, parts, cache, linkAccess };
    // The key names the operation and its parameters, hence the type of what lies under it.
    return Answer.of(entry.value as T, meta);
  }
}

const collapsedOutcomes = {
  miss: 'collapsed',
  expired: 'collapsed-expired',
  refreshed: 'collapsed-refresh',
} as const satisfies Partial<Record<CacheOutcome, CacheOutcome>>;

function unpacked(failure: unknown, { failures }: CacheRequest<unknown>): Error {
  return failures?.unpack(failure) ?? new Error('A failure was kept that nobody can tell');
}
