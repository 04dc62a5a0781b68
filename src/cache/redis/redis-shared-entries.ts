import type { Cache } from 'cache-manager';
import { createCache } from 'cache-manager';
import { Keyv } from 'keyv';
import { randomUUID } from 'node:crypto';
import type { RedisLink } from '../../redis/redis-link';
import type { Claim, ClaimRequest, SharedEntries } from '../shared-entries';
import type { StoredEntry } from '../stored-entry';
import type { ClaimKeys } from './claim-scripts';
import { claimMs, sendClaim, sendHold, sendRelease } from './claim-scripts';
import { EntryChanges } from './entry-changes';
import { schemaVersion } from './entry-codec';
import { RedisEntryStore } from './redis-entry-store';

const schema = `v${schemaVersion}`;

/** The entries in Redis: cache-manager and Keyv over it, one flight per key by claims, changes by messages. */
export class RedisSharedEntries implements SharedEntries {
  private readonly store: Cache;
  private readonly changes: EntryChanges;

  constructor(private readonly link: RedisLink) {
    const store = new RedisEntryStore(link, (key) => this.keysOf(key).entry);
    const keyv = new Keyv({ store, useKeyPrefix: false });
    keyv.serialize = undefined;
    keyv.deserialize = undefined;
    // The link speaks of what goes wrong.
    keyv.on('error', () => undefined);
    this.store = createCache({ stores: [keyv] });
    this.changes = new EntryChanges(link, randomUUID());
  }

  get isUp(): boolean {
    return this.link.isUp;
  }

  get epoch(): number {
    return this.changes.epoch;
  }

  read(key: string): Promise<StoredEntry | undefined> {
    return this.link.isUp ? this.store.get<StoredEntry>(key) : Promise.resolve(undefined);
  }

  async claim(key: string, request: ClaimRequest): Promise<Claim | 'taken' | 'changed'> {
    if (!this.link.isUp) return this.unclaimed(key);
    const token = randomUUID();
    const keys = this.keysOf(key);
    try {
      const outcome = await sendClaim(this.link, keys, { token, ...request });
      return outcome === 'ours' ? this.held(key, token) : outcome;
    } catch {
      // A frozen Redis may carry it out later, when nobody knows of it any more.
      if (this.link.isUp) void this.release(key, token);
      else this.link.once('up', () => void this.release(key, token));
      return this.unclaimed(key);
    }
  }

  unclaimed(key: string): Claim {
    return {
      land: async (entry, keepMs) => {
        if (!entry || !this.link.isUp) return true;
        await this.store.set(key, entry, keepMs);
        return this.release(key, '', entry.version);
      },
    };
  }

  change(key: string, maxMs: number): Promise<void> {
    return this.changes.next(key, maxMs);
  }

  changedSince(key: string, sinceMs: number): boolean {
    return this.changes.changedSince(key, sinceMs);
  }

  onChange(listener: (key: string, version: string) => void): void {
    this.changes.onChange(listener);
  }

  /** A claim of ours, prolonged until it lands. */
  private held(key: string, token: string): Claim {
    const { claim } = this.keysOf(key);
    const hold = (): Promise<boolean> => sendHold(this.link, claim, token);
    const renewal = setInterval(() => void hold().catch(() => undefined), claimMs / 3).unref();
    return {
      land: async (entry, keepMs) => {
        clearInterval(renewal);
        if (!entry) return this.release(key, token);
        const isOurs = await hold().catch(() => true);
        if (isOurs) await this.store.set(key, entry, keepMs);
        if (isOurs) await this.release(key, token, entry.version);
        return isOurs;
      },
    };
  }

  private async release(key: string, token: string, version?: string): Promise<true> {
    const { claim } = this.keysOf(key);
    const { channel } = this.changes;
    const message = this.changes.message(key, version);
    await sendRelease(this.link, { claim, token }, { channel, message }).catch(() => undefined);
    return true;
  }

  private keysOf(key: string): ClaimKeys {
    return { entry: this.link.key(schema, key), claim: this.link.key(schema, 'claim', key) };
  }
}
