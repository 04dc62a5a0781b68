import { Inject, Injectable, Logger } from '@nestjs/common';
import type { ApiToken } from '../../http/api-token';
import { EnsembleDataError } from '../ensembledata.errors';
import type { UnitsByPlatform, UsageStore } from './usage-store';
import { USAGE_STORE } from './usage-store';

/** The time as the days of the units see it, Unix milliseconds. */
export type Clock = () => number;

export const ACCESS_CLOCK = Symbol('ACCESS_CLOCK');

/** Told of units when they are charged, whoever pays. */
export type UnitsListener = (units: number) => void;

export const UNITS_LISTENER = Symbol('UNITS_LISTENER');

/** All of what is charged here. */
const platform = 'tiktok';

const dayMs = 86_400_000;

/** Books units to token and day, and knows when a day's units are used up. */
@Injectable()
export class UnitMeter {
  private readonly logger = new Logger(UnitMeter.name);

  constructor(
    @Inject(USAGE_STORE) private readonly store: UsageStore,
    @Inject(ACCESS_CLOCK) private readonly nowMs: Clock,
    @Inject(UNITS_LISTENER) private readonly onUnits: UnitsListener,
  ) {}

  /** The day in UTC, or the one so many days before it. */
  day(daysAgo = 0): string {
    return new Date(this.nowMs() - daysAgo * dayMs).toISOString().slice(0, 10);
  }

  /** Resolves when the units are counted; a store that fails costs no answer, and is not silent. */
  async book({ id }: ApiToken, units: number): Promise<void> {
    this.onUnits(units);
    try {
      await this.store.add({ account: id, day: this.day() }, platform, units);
    } catch (error) {
      this.logger.error(`${units} units could not be booked: ${String(error)}`);
    }
  }

  used({ id }: ApiToken, day: string): Promise<UnitsByPlatform> {
    return this.store.of({ account: id, day });
  }

  /** The last days, today among them, oldest first. */
  history(token: ApiToken, days: number): Promise<{ date: string; units: UnitsByPlatform }[]> {
    const dates = Array.from({ length: days }, (_, index) => this.day(days - 1 - index));
    return Promise.all(dates.map(async (date) => ({ date, units: await this.used(token, date) })));
  }

  /** Throws 495 when nothing is left of the day's units. What one answer costs may go over the limit. */
  async assertUnitsLeft(token: ApiToken): Promise<void> {
    if (token.dailyUnits === undefined) return;
    const used = await this.used(token, this.day());
    if (Object.values(used).reduce((sum, units) => sum + units, 0) >= token.dailyUnits)
      throw new EnsembleDataError(495, 'Maximum requests limit reached for today.');
  }
}
