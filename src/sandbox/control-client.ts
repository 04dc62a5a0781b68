import type { FaultRule } from './faults/fault-control';
import type { FaultKind } from './faults/fault-kinds';
import type { Demand, RouteName } from './routes';
import type { SwitchValues } from './switches';
import type { TrafficRule } from './traffic';

export interface ShownFault extends FaultRule {
  /** How often it will still strike; absent for a rule without an end. */
  left?: number;
}

export interface ShownClock {
  nowMs: number;
  now: string;
}

export interface ShownCounters {
  total: number;
  routes: Partial<Record<RouteName, number>>;
}

/** Turns the knobs of a running sandbox over HTTP; throws with the sandbox's own sentence. */
export class SandboxControl {
  /** `origin` is where the sandbox listens: `http://127.0.0.1:4010`. */
  constructor(private readonly origin: string) {}

  async faults(): Promise<ShownFault[]> {
    return (await this.ask<{ faults: ShownFault[] }>('GET', 'faults')).faults;
  }

  /** The usual case: this fault befalls the next `times` answers of the route. */
  async failNext(route: RouteName | '*', fault: FaultKind, times = 1): Promise<void> {
    await this.addFaults({ route, fault, times });
  }

  async addFaults(...rules: readonly FaultRule[]): Promise<ShownFault[]> {
    return (await this.ask<{ faults: ShownFault[] }>('POST', 'faults', rules)).faults;
  }

  async clearFaults(): Promise<void> {
    await this.ask('DELETE', 'faults');
  }

  async traffic(): Promise<TrafficRule[]> {
    return (await this.ask<{ traffic: TrafficRule[] }>('GET', 'traffic')).traffic;
  }

  async shape(...rules: readonly TrafficRule[]): Promise<TrafficRule[]> {
    return (await this.ask<{ traffic: TrafficRule[] }>('POST', 'traffic', rules)).traffic;
  }

  async clearTraffic(): Promise<void> {
    await this.ask('DELETE', 'traffic');
  }

  counters(): Promise<ShownCounters> {
    return this.ask('GET', 'counters');
  }

  async resetCounters(): Promise<void> {
    await this.ask('DELETE', 'counters');
  }

  clock(): Promise<ShownClock> {
    return this.ask('GET', 'clock');
  }

  /** Stops the clock at this moment. */
  setClock(now: string | number): Promise<ShownClock> {
    return this.ask('POST', 'clock', { now });
  }

  advanceClock(advanceMs: number): Promise<ShownClock> {
    return this.ask('POST', 'clock', { advanceMs });
  }

  switches(): Promise<SwitchValues> {
    return this.ask('GET', 'switches');
  }

  setSwitches(values: Partial<SwitchValues>): Promise<SwitchValues> {
    return this.ask('POST', 'switches', values);
  }

  demands(): Promise<Record<RouteName, Demand>> {
    return this.ask('GET', 'demands');
  }

  setDemands(demands: Partial<Record<RouteName, Demand>>): Promise<Record<RouteName, Demand>> {
    return this.ask('POST', 'demands', demands);
  }

  /** Everything as it was when the sandbox was started. */
  async reset(): Promise<void> {
    await this.ask('POST', 'reset');
  }

  private async ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await fetch(`${this.origin}/__sandbox/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const value: unknown = await answer.json();
    if (answer.ok) return value as Answer;
    throw new Error((value as { error?: string }).error ?? `HTTP ${answer.status}`);
  }
}
