import type { LinkAccess } from './answer';

/** What lies in a store: an operation's answer, or that there is none. */
export type StoredEntry = StoredAnswer | StoredFailure;

interface EntryFacts {
  readonly fetchedAtMs: number;
  readonly freshUntilMs: number;
  /** When it must not be served any more, however stale answers may be: links inside it die. */
  readonly usableUntilMs?: number;
  /** A new one with every fetch. */
  readonly version: string;
  /** Length of what it holds as JSON, for the accounting of memory. */
  readonly jsonBytes: number;
  /** Counts how often messages of other replicas may have been missed before it was kept in this memory. */
  readonly epoch?: number;
}

export interface StoredAnswer extends EntryFacts {
  readonly value: unknown;
  readonly source: string;
  /** How long TikTok took, which decides how early a much asked entry is renewed. */
  readonly loadMs: number;
  readonly linkAccess?: LinkAccess;
}

/** An error that is an answer, such as "not found", as plain JSON. */
export interface StoredFailure extends EntryFacts {
  readonly failure: unknown;
}

export function isFailure(entry: StoredEntry): entry is StoredFailure {
  return 'failure' in entry;
}

/** What Keyv hands to a store. */
export interface StoredValue {
  readonly value: StoredEntry;
  readonly expires?: number | null;
}
