import type { Answer, LinkAccess } from './answer';

/** What a loader gives back: the value, who gave it, and until when it may be kept at the longest. */
export interface Loaded<T> {
  readonly value: T;
  readonly source: string;
  /** Unix milliseconds at which links inside the value die; absent when nothing in it does. */
  readonly usableUntilMs?: number;
  /** How the links inside the value are opened. */
  readonly linkAccess?: LinkAccess;
}

export interface CacheRequest<T> {
  /** Names the operation and its parameters. */
  readonly key: string;
  readonly ttlMs: number;
  /** Fetch anew whatever is stored, and store that. */
  readonly refresh?: boolean;
  readonly load: () => Promise<Loaded<T>>;
  /** How long a failure is given to others who ask; not at all unless this says so. */
  readonly keepErrorMs?: (error: unknown) => number;
}

/** Keeps the answers of operations. A failing `load` is passed on, and kept only where the request says so. */
export interface OperationCachePort {
  fetch<T>(request: CacheRequest<T>): Promise<Answer<T>>;
}

/** Injection token of the cache that the TikTok client is given. */
export const OPERATION_CACHE = Symbol('OPERATION_CACHE');
