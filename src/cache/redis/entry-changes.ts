import { LRUCache } from 'lru-cache';
import { EventEmitter } from 'node:events';
import type { RedisLink } from '../../redis/redis-link';

/** What replicas tell each other: who, which key, and the new version where one was stored. */
type Message = readonly [replica: string, key: string, version: string | null];

const rememberedChanges = 10_000;

/** Hears what other replicas change, and says what this one does. */
export class EntryChanges {
  readonly channel: string;
  private readonly signals = new EventEmitter().setMaxListeners(0);
  private readonly lastChangeMs = new LRUCache<string, number>({ max: rememberedChanges });
  private missed = 0;

  constructor(
    link: RedisLink,
    private readonly replica: string,
  ) {
    this.channel = link.key('changes');
    link.subscribe(this.channel, (text) => this.receive(text));
    link.on('listening', () => (this.missed += 1));
    // Whoever waits for another replica waits in vain.
    link.on('down', () => this.signals.emit('down'));
  }

  get epoch(): number {
    return this.missed;
  }

  message(key: string, version?: string): string {
    return JSON.stringify([this.replica, key, version ?? null] satisfies Message);
  }

  onChange(listener: (key: string, version: string) => void): void {
    this.signals.on('change', listener);
  }

  changedSince(key: string, sinceMs: number): boolean {
    return (this.lastChangeMs.get(key) ?? -Infinity) >= sinceMs;
  }

  next(key: string, maxMs: number): Promise<void> {
    const signal = `key:${key}`;
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.signals.off(signal, done).off('down', done);
        resolve();
      };
      const timer = setTimeout(done, maxMs);
      this.signals.on(signal, done).on('down', done);
    });
  }

  private receive(text: string): void {
    const message = parse(text);
    if (!message) return;
    const [replica, key, version] = message;
    if (replica === this.replica) return;
    if (version !== null) {
      this.lastChangeMs.set(key, performance.now());
      this.signals.emit('change', key, version);
    }
    this.signals.emit(`key:${key}`);
  }
}

function parse(text: string): Message | undefined {
  try {
    const message: unknown = JSON.parse(text);
    if (!Array.isArray(message) || message.length !== 3) return undefined;
    const [replica, key, version] = message as unknown[];
    const isKnown = typeof replica === 'string' && typeof key === 'string';
    if (!isKnown || !(version === null || typeof version === 'string')) return undefined;
    return [replica, key, version];
  } catch {
    return undefined;
  }
}
