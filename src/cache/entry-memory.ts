import type { Cache } from 'cache-manager';
import type { SharedEntries } from './shared-entries';
import type { StoredEntry } from './stored-entry';

/** The entries of this process. Where replicas share entries, it forgets what another one has renewed. */
export class EntryMemory {
  constructor(
    private readonly store: Cache,
    private readonly shared?: SharedEntries,
    private readonly look: (key: string) => StoredEntry | undefined = () => undefined,
  ) {
    shared?.onChange((key, version) => void this.dropOther(key, version));
  }

  get(key: string): Promise<StoredEntry | undefined> {
    return this.store.get<StoredEntry>(key);
  }

  /** The same without waiting; nothing where the store cannot be looked into. */
  peek(key: string): StoredEntry | undefined {
    return this.look(key);
  }

  async set(key: string, entry: StoredEntry, keepMs: number): Promise<void> {
    await this.store.set(key, { ...entry, epoch: this.shared?.epoch }, keepMs);
  }

  /** Whether another replica may have renewed it without this one hearing of it. */
  isSuspect({ epoch }: StoredEntry): boolean {
    return this.shared !== undefined && this.shared.isUp && epoch !== this.shared.epoch;
  }

  async drop(key: string, version: string): Promise<void> {
    if ((await this.get(key))?.version === version) await this.store.del(key);
  }

  private async dropOther(key: string, version: string): Promise<void> {
    const kept = await this.get(key);
    if (kept && kept.version !== version) await this.store.del(key);
  }
}
