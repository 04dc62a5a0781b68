import type { RedisLink } from '../../redis/redis-link';
import type { MemoryRateCounter } from './memory-rate-counter';
import type { RateCounter } from './rate-counter';

/** Longer than a window, so that clocks that differ a little count into the same one. */
const keepMs = 150_000;

/** The counts of all replicas; while Redis is away those of this process. */
export class SharedRateCounter implements RateCounter {
  constructor(
    private readonly link: RedisLink,
    private readonly own: MemoryRateCounter,
  ) {}

  async count(caller: string, window: number, enough: number): Promise<number> {
    const ownCount = this.own.count(caller, window);
    // Whoever is over the limit here is over it everywhere: Redis need not hear of every knock.
    if (ownCount > enough) return ownCount;
    const key = this.link.key('rate', String(window), caller);
    try {
      const [count] = await this.link.write((client) =>
        client.multi().incr(key).pExpire(key, keepMs).exec(),
      );
      return Math.max(ownCount, Number(count));
    } catch {
      // The link has said in the log that Redis is away.
      return ownCount;
    }
  }
}
