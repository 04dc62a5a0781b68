import type { Cache } from 'cache-manager';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import type { CacheOutcome, LinkAccess } from './answer';
import { Answer } from './answer';
import type { CacheRequest, Loaded, OperationCachePort } from './operation-cache.port';

/** One operation's answer as it lies in the store. */
export interface StoredEntry<T> {
  readonly value: T;
  readonly source: string;
  readonly fetchedAtMs: number;
  readonly freshUntilMs: number;
  readonly version: string;
  readonly jsonBytes: number;
  readonly linkAccess?: LinkAccess;
}

/** One fetch of one key that all who ask meanwhile wait for. */
interface Flight {
  readonly id: symbol;
  readonly isRefresh: boolean;
  readonly landing: Promise<Landing>;
}

interface Landing {
  readonly entry: StoredEntry<unknown>;
  readonly isFromStore: boolean;
}

interface KeptFailure {
  readonly error: Error;
  readonly untilMs: number;
}

const maxKeptFailures = 10_000;

// A link that dies in the next minute is of no use to a caller who still has to follow it.
const expiryMarginMs = 60_000;

/**
 * The cache of operations: one flight per key, a lifetime per operation that never outlives the signed
 * links inside the value, and a refresh that renews the very entry that plain reads are served from.
 */
export class OperationCache implements OperationCachePort {
  private readonly flights = new Map<string, Flight>();
  private readonly failures = new LRUCache<string, KeptFailure>({ max: maxKeptFailures });

  constructor(
    private readonly store: Cache,
    private readonly nowMs: () => number = Date.now,
  ) {}

  async fetch<T>(request: CacheRequest<T>): Promise<Answer<T>> {
    const isRefresh = request.refresh === true;
    const underway = this.flights.get(request.key);
    // A refresh must see what TikTok says from now on, so it joins nothing but another refresh.
    const joined = underway && (underway.isRefresh || !isRefresh) ? underway : undefined;
    const flight = joined ?? this.depart(request, isRefresh);
    const { entry, isFromStore } = await flight.landing;
    if (isFromStore) return this.answer(entry, 'hit');
    if (joined) return this.answer(entry, 'collapsed');
    return this.answer(entry, isRefresh ? 'refreshed' : 'miss');
  }

  private depart<T>(request: CacheRequest<T>, isRefresh: boolean): Flight {
    const id = Symbol(request.key);
    const flight = { id, isRefresh, landing: this.fly(request, isRefresh, id) };
    this.flights.set(request.key, flight);
    const land = (): void => {
      if (this.isCurrent(request.key, id)) this.flights.delete(request.key);
    };
    flight.landing.then(land, land);
    return flight;
  }

  private async fly<T>(request: CacheRequest<T>, isRefresh: boolean, id: symbol): Promise<Landing> {
    const stored = isRefresh ? undefined : await this.read(request.key);
    if (stored) return { entry: stored, isFromStore: true };
    if (!isRefresh) this.throwKeptFailure(request.key);
    const entry = this.entryOf(await this.loadOrKeepFailure(request), request.ttlMs);
    const ttlMs = entry.freshUntilMs - entry.fetchedAtMs;
    // A flight that a refresh has overtaken carries older news than what the refresh stores.
    if (ttlMs > 0 && this.isCurrent(request.key, id)) {
      await this.store.set(request.key, entry, ttlMs);
    }
    return { entry, isFromStore: false };
  }

  private async loadOrKeepFailure<T>(request: CacheRequest<T>): Promise<Loaded<T>> {
    try {
      const loaded = await request.load();
      this.failures.delete(request.key);
      return loaded;
    } catch (error) {
      const keptMs = request.keepErrorMs?.(error) ?? 0;
      if (keptMs > 0 && error instanceof Error)
        this.failures.set(request.key, { error, untilMs: this.nowMs() + keptMs });
      throw error;
    }
  }

  private throwKeptFailure(key: string): void {
    const kept = this.failures.get(key);
    if (kept && kept.untilMs > this.nowMs()) throw kept.error;
  }

  private isCurrent(key: string, id: symbol): boolean {
    return this.flights.get(key)?.id === id;
  }

  private entryOf<T>(loaded: Loaded<T>, ttlMs: number): StoredEntry<T> {
    const fetchedAtMs = this.nowMs();
    const usableUntilMs = (loaded.usableUntilMs ?? Infinity) - expiryMarginMs;
    return {
      value: loaded.value,
      source: loaded.source,
      fetchedAtMs,
      freshUntilMs: Math.max(fetchedAtMs, Math.min(fetchedAtMs + ttlMs, usableUntilMs)),
      version: randomUUID(),
      linkAccess: loaded.linkAccess,
      jsonBytes: Buffer.byteLength(JSON.stringify(loaded.value) ?? ''),
    };
  }

  private async read(key: string): Promise<StoredEntry<unknown> | undefined> {
    const stored = await this.store.get<StoredEntry<unknown>>(key);
    return stored && stored.freshUntilMs > this.nowMs() ? stored : undefined;
  }

  private answer<T>(entry: StoredEntry<unknown>, cache: CacheOutcome): Answer<T> {
    const { source, fetchedAtMs, freshUntilMs, version, linkAccess } = entry;
    const meta = { source, fetchedAtMs, freshUntilMs, version, cache, linkAccess };
    // The key names the operation and its parameters, hence the type of what lies under it.
    return Answer.of(entry.value as T, meta);
  }
}
