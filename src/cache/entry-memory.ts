import type { Cache } from 'cache-manager';
import type { SharedEntries } from './shared-entries';
import type { StoredEntry } from './stored-entry';

/** Looks into the store of this process without waiting. */
export interface EntryView {
  peek(key: string): StoredEntry | undefined;
  /** Another number whenever anything in it has changed. */
  readonly revision: number;
}

const noView: EntryView = { peek: () => undefined, revision: 0 };

/** The entries of this process. Where replicas share entries, it forgets what another one has renewed. */
export class EntryMemory {
  constructor(
    private readonly store: Cache,
    private readonly shared?: SharedEntries,
    private readonly view: EntryView = noView,
  ) {
    shared?.onChange((key, version) => void this.dropOther(key, version));
  }

  get(key: string): Promise<StoredEntry | undefined> {
    return this.store.get<StoredEntry>(key);
  }

  /** The same without waiting; nothing where the store cannot be looked into. */
  peek(key: string): StoredEntry | undefined {
    return this.view.peek(key);
  }

  /** As long as this and {@link epoch} are the same, {@link peek} and {@link isSuspect} say what they said. */
  get revision(): number {
    return this.view.revision;
  }

  /** Undefined while nothing is shared or what is cannot be asked. */
  get epoch(): number | undefined {
    return this.shared?.isUp ? this.shared.epoch : undefined;
  }

  async set(key: string, entry: StoredEntry, keepMs: number): Promise<void> {
    await this.store.set(key, { ...entry, epoch: this.shared?.epoch }, keepMs);
  }

  /** Whether another replica may have renewed it without this one hearing of it. */
  isSuspect({ epoch }: StoredEntry): boolean {
    return this.epoch !== undefined && epoch !== this.epoch;
  }

  async drop(key: string, version: string): Promise<void> {
    if ((await this.get(key))?.version === version) await this.store.del(key);
  }

  private async dropOther(key: string, version: string): Promise<void> {
    const kept = await this.get(key);
    if (kept && kept.version !== version) await this.store.del(key);
  }
}
