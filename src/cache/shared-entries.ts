import type { StoredEntry } from './stored-entry';

/** The right to fetch a key for all replicas, or to go without it where there is none to be had. */
export interface Claim {
  /**
   * Gives up the claim and tells the other replicas. With an entry, that is stored for all of them for `keepMs`.
   * False when somebody else has begun to fetch anew meanwhile, and the entry is old news. Never throws.
   */
  land(entry?: StoredEntry, keepMs?: number): Promise<boolean>;
}

export interface ClaimRequest {
  /** Version of the entry that was found wanting; absent where there was none. */
  readonly seenVersion?: string;
  /** Whether the claim of somebody else is taken away. */
  readonly isForced: boolean;
}

/**
 * The entries that all replicas share. Nothing of it throws, and nothing of it holds a request up for longer than
 * the connection behind it allows; when it is away, reads find nothing and claims are given without asking.
 */
export interface SharedEntries {
  /** Whether it answers at the moment: only then does an absent entry mean that there is none. */
  readonly isUp: boolean;
  /** Grows whenever changes made by other replicas may have gone unnoticed. */
  readonly epoch: number;
  read(key: string): Promise<StoredEntry | undefined>;
  /** `taken`: another replica fetches it now. `changed`: there is another entry than the one seen. */
  claim(key: string, request: ClaimRequest): Promise<Claim | 'taken' | 'changed'>;
  /** A claim that asks nobody. */
  unclaimed(key: string): Claim;
  /** Resolves when the key changes or its claim is given up, at the latest after `maxMs`. */
  change(key: string, maxMs: number): Promise<void>;
  /** Whether another replica changed the key since `sinceMs` (`performance.now()`). */
  changedSince(key: string, sinceMs: number): boolean;
  /** Calls back whenever another replica has stored a new version. */
  onChange(listener: (key: string, version: string) => void): void;
}
