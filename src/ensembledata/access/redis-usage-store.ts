import { Logger } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import type { RedisLink } from '../../redis/redis-link';
import type { UnitsByPlatform, UsageKey, UsageStore } from './usage-store';
import { keptDays } from './usage-store';

/** Units that are booked in one go. */
class Batch {
  readonly units = new Map<string, { key: string; platform: string; units: number }>();
  private release: () => void = () => undefined;
  private isDecided = this.undecided();

  constructor(readonly number: number) {}

  add(key: string, platform: string, units: number): void {
    const name = `${key} ${platform}`;
    const before = this.units.get(name)?.units ?? 0;
    this.units.set(name, { key, platform, units: before + units });
  }

  /** Resolves when it is booked, or is known to have to wait for Redis. */
  get decided(): Promise<void> {
    return this.isDecided;
  }

  /** Lets go who waits now; whoever comes later waits for the next decision. */
  decide(): void {
    this.release();
    this.isDecided = this.undecided();
  }

  private undecided(): Promise<void> {
    return new Promise((resolve) => (this.release = resolve));
  }

  of(key: string): UnitsByPlatform[] {
    return [...this.units.values()]
      .filter((entry) => entry.key === key)
      .map(({ platform, units }) => ({ [platform]: units }));
  }
}

const daySeconds = 86_400;
const rememberedDays = 10_000;

// A batch whose answer was lost is sent again; its number says whether it was counted the first time.
// KEYS: number of the last batch, then days. ARGV: number, seconds to keep, then platform and units of each day.
const bookScript = `
if tonumber(redis.call('GET', KEYS[1]) or '0') < tonumber(ARGV[1]) then
  redis.call('SET', KEYS[1], ARGV[1], 'EX', ${daySeconds})
  for i = 2, #KEYS do
    redis.call('HINCRBY', KEYS[i], ARGV[2 * i - 1], ARGV[2 * i])
    redis.call('EXPIRE', KEYS[i], ARGV[2])
  end
end
return 1`;

/**
 * Counts in Redis, for all replicas together. What is used while Redis is away is counted here and booked
 * when it is back, each unit once; meanwhile this process goes by what it last knew of the others.
 */
export class RedisUsageStore implements UsageStore, OnApplicationShutdown {
  private readonly logger = new Logger('Usage');
  private readonly replica = randomUUID();
  private readonly lastKnown = new LRUCache<string, UnitsByPlatform>({ max: rememberedDays });
  private gathered = new Batch(1);
  private sent: Batch | undefined;
  private isBooking = false;

  constructor(private readonly link: RedisLink) {
    link.on('up', () => void this.book());
  }

  async add(usage: UsageKey, platform: string, units: number): Promise<void> {
    this.gathered.add(this.keyOf(usage), platform, units);
    const { decided } = this.gathered;
    void this.book();
    if (this.link.isUp) await decided;
  }

  async of(usage: UsageKey): Promise<UnitsByPlatform> {
    const key = this.keyOf(usage);
    const counted = await this.counted(key);
    const waiting = [...(this.sent?.of(key) ?? []), ...this.gathered.of(key)];
    return [counted, ...waiting].reduce(sum, {});
  }

  onApplicationShutdown(): void {
    const waiting = [...(this.sent?.units.values() ?? []), ...this.gathered.units.values()];
    const units = waiting.reduce((total, entry) => total + entry.units, 0);
    if (units > 0) this.logger.error(`${units} units were never booked: Redis was away to the end`);
  }

  private async counted(key: string): Promise<UnitsByPlatform> {
    try {
      const fields = await this.link.read((client) => client.hGetAll(key));
      const units = Object.fromEntries(
        Object.entries(fields).map(([platform, text]) => [platform, Number(text)]),
      );
      this.lastKnown.set(key, units);
      return units;
    } catch {
      return this.lastKnown.get(key) ?? {};
    }
  }

  /** One batch after the other, so that their numbers rise; what comes meanwhile is gathered for the next. */
  private async book(): Promise<void> {
    if (this.isBooking) return;
    this.isBooking = true;
    while (this.link.isUp && (this.sent ?? this.gathered).units.size > 0) {
      const batch = (this.sent ??= this.cut());
      const isBooked = await this.send(batch);
      batch.decide();
      if (!isBooked) break;
      this.sent = undefined;
    }
    this.gathered.decide();
    this.isBooking = false;
  }

  private cut(): Batch {
    const batch = this.gathered;
    this.gathered = new Batch(batch.number + 1);
    return batch;
  }

  private async send(batch: Batch): Promise<boolean> {
    const entries = [...batch.units.values()];
    try {
      await this.link.write((client) =>
        client.eval(bookScript, {
          keys: [this.link.key('usage', 'batch', this.replica), ...entries.map(({ key }) => key)],
          arguments: [
            String(batch.number),
            String(keptDays * daySeconds),
            ...entries.flatMap(({ platform, units }) => [platform, String(units)]),
          ],
        }),
      );
    } catch {
      return false;
    }
    for (const { key, platform, units } of entries)
      this.lastKnown.set(key, sum(this.lastKnown.get(key) ?? {}, { [platform]: units }));
    return true;
  }

  private keyOf({ account, day }: UsageKey): string {
    return this.link.key('usage', account, day);
  }
}

function sum(left: UnitsByPlatform, right: UnitsByPlatform): UnitsByPlatform {
  const total: Record<string, number> = { ...left };
  for (const [platform, units] of Object.entries(right))
    total[platform] = (total[platform] ?? 0) + units;
  return total;
}
