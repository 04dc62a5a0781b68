/**
 * How the answer came about, for `Cache-Status`. `stale` is served while a new one is fetched behind,
 * `stale-if-error` because none is to be had; `expired` had to be fetched, what was there being too old.
 */
export type CacheOutcome =
  | 'hit'
  | 'stale'
  | 'collapsed'
  | 'collapsed-expired'
  | 'collapsed-refresh'
  | 'miss'
  | 'expired'
  | 'refreshed'
  | 'stale-if-error';

/** Whether a list holds all there is: `more` follows, TikTok or a limit `capped` it, or it broke off (`partial`). */
export type Completeness = 'complete' | 'more' | 'capped' | 'partial';

/**
 * How the links inside a value are opened, where their host wants to meet whoever was given them. Plain data
 * that may be stored; it is shown to nobody: no header, log or page of health holds it.
 */
export interface LinkAccess {
  /** The one cookie that belongs to the links, as `name=value`; never one of a login. */
  readonly cookie?: string;
  readonly userAgent?: string;
  /** The place, from 1, of the exit in the configured list; absent for our own address. */
  readonly proxyNumber?: number;
}

/** One stored entry that an answer was made of. */
export interface AnswerPart {
  readonly key: string;
  readonly version: string;
}

/** Where an answer comes from and how old it is. Times are Unix milliseconds. */
export interface AnswerMeta {
  /** The surface that answered, for `X-TikTok-Source`. */
  readonly source: string;
  /** When the oldest part was fetched. */
  readonly fetchedAtMs: number;
  /** When the first part stops being fresh. */
  readonly freshUntilMs: number;
  /** After that, how long it may be served while it is fetched anew. */
  readonly staleWhileRevalidateMs?: number;
  /** After `freshUntilMs`, how long it may stand in for a failure. */
  readonly staleIfErrorMs?: number;
  readonly cache: CacheOutcome;
  /** Changes whenever any part is fetched anew; equal versions mean equal values. */
  readonly version: string;
  /** The stored entries it was made of; while they stand as they are, so does the answer. */
  readonly parts?: readonly AnswerPart[];
  readonly completeness?: Completeness;
  /** Why a list is not complete, in a sentence. */
  readonly completenessReason?: string;
  /** The same request may be answered otherwise the next time, so nobody keeps this answer. */
  readonly isOneOff?: boolean;
  /** Absent where nothing is known, and for what was put together from several answers. */
  readonly linkAccess?: LinkAccess;
}

/**
 * A value with its provenance. `map` is lazy: what is presented and serialised for a version once need
 * not be presented again, so the work is done only when somebody reads `value`.
 */
export class Answer<T> {
  private computed: { readonly value: T } | undefined;

  constructor(
    private readonly compute: () => T,
    readonly meta: AnswerMeta,
  ) {}

  static of<T>(value: T, meta: AnswerMeta): Answer<T> {
    return new Answer(() => value, meta);
  }

  get value(): T {
    this.computed ??= { value: this.compute() };
    return this.computed.value;
  }

  map<U>(present: (value: T, meta: AnswerMeta) => U): Answer<U> {
    return new Answer(() => present(this.value, this.meta), this.meta);
  }

  /** The same value with some of its provenance said anew. */
  with(changes: Partial<AnswerMeta>): Answer<T> {
    return new Answer(() => this.value, { ...this.meta, ...changes });
  }
}

/** What is put together came about as the part that says most. */
const outcomeRank: readonly CacheOutcome[] = [
  'hit',
  'collapsed',
  'collapsed-expired',
  'miss',
  'expired',
  'collapsed-refresh',
  'refreshed',
  'stale',
  'stale-if-error',
];

/** The provenance of something put together from several answers: as old as its oldest part. */
export function combineMeta(main: AnswerMeta, others: readonly AnswerMeta[]): AnswerMeta {
  const all = [main, ...others];
  const rank = Math.max(...all.map((meta) => outcomeRank.indexOf(meta.cache)));
  return {
    ...main,
    fetchedAtMs: Math.min(...all.map((meta) => meta.fetchedAtMs)),
    freshUntilMs: Math.min(...all.map((meta) => meta.freshUntilMs)),
    staleWhileRevalidateMs: Math.min(...all.map((meta) => meta.staleWhileRevalidateMs ?? 0)),
    staleIfErrorMs: Math.min(...all.map((meta) => meta.staleIfErrorMs ?? 0)),
    cache: outcomeRank[rank] ?? main.cache,
    version: all.map((meta) => meta.version).join('+'),
    parts: all.flatMap(({ parts = [] }) => parts),
    linkAccess: others.length === 0 ? main.linkAccess : undefined,
  };
}
