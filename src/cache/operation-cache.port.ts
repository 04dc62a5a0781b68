import type { Answer, LinkAccess } from './answer';
import type { Lifetimes } from './freshness';

/** What a loader gives back: the value, who gave it, and until when it may be kept at the longest. */
export interface Loaded<T> {
  readonly value: T;
  readonly source: string;
  /** Unix milliseconds at which links inside the value die; absent when nothing in it does. */
  readonly usableUntilMs?: number;
  /** How the links inside the value are opened. */
  readonly linkAccess?: LinkAccess;
}

/** Tells errors that are answers from those that say nothing about what was asked. */
export interface FailureRules {
  /** How long an error that is an answer ("not found") is given to whoever asks next. */
  readonly keepMs: number;
  /** An error that is an answer as plain JSON; undefined for every other. */
  pack(error: unknown): unknown;
  /** The error again. */
  unpack(packed: unknown): Error;
  /** Whether nothing was learnt, so that an older answer may stand in. */
  isPassing(error: unknown): boolean;
}

export interface CacheRequest<T> {
  /** Names the operation and its parameters. */
  readonly key: string;
  readonly lifetimes: Lifetimes;
  /** Fetch anew whatever is stored, and store that; a failure is told, and nothing stands in for it. */
  readonly refresh?: boolean;
  readonly load: () => Promise<Loaded<T>>;
  /** Without them no failure is kept, and none is covered up. */
  readonly failures?: FailureRules;
}

/** Keeps the answers of operations. */
export interface OperationCachePort {
  /** Throws what `load` throws where no stored answer may stand in, and kept answers that are errors. */
  fetch<T>(request: CacheRequest<T>): Promise<Answer<T>>;
}

/** Injection token of the cache that the TikTok client is given. */
export const OPERATION_CACHE = Symbol('OPERATION_CACHE');
