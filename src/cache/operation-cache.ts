import type { Cache } from 'cache-manager';
import { randomUUID } from 'node:crypto';
import type { CacheOutcome } from './answer';
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

// A link that dies in the next minute is of no use to a caller who still has to follow it.
const expiryMarginMs = 60_000;

/**
 * The cache of operations: one flight per key, a lifetime per operation that never outlives the signed
 * links inside the value, and a refresh that renews the very entry that plain reads are served from.
 */
export class OperationCache implements OperationCachePort {
  private readonly flights = new Map<string, Flight>();

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
    const entry = this.entryOf(await request.load(), request.ttlMs);
    const ttlMs = entry.freshUntilMs - entry.fetchedAtMs;
    // A flight that a refresh has overtaken carries older news than what the refresh stores.
    if (ttlMs > 0 && this.isCurrent(request.key, id)) {
      await this.store.set(request.key, entry, ttlMs);
    }
    return { entry, isFromStore: false };
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
      jsonBytes: Buffer.byteLength(JSON.stringify(loaded.value) ?? ''),
    };
  }

  private async read(key: string): Promise<StoredEntry<unknown> | undefined> {
    const stored = await this.store.get<StoredEntry<unknown>>(key);
    return stored && stored.freshUntilMs > this.nowMs() ? stored : undefined;
  }

  private answer<T>(entry: StoredEntry<unknown>, cache: CacheOutcome): Answer<T> {
    const { source, fetchedAtMs, freshUntilMs, version } = entry;
    // The key names the operation and its parameters, hence the type of what lies under it.
    return Answer.of(entry.value as T, { source, fetchedAtMs, freshUntilMs, version, cache });
  }
}
