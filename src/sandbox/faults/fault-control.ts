import type { RouteName } from '../routes';
import { mix, unit } from '../world/hash';
import { FaultMemory } from './fault-memory';
import type { FaultKind } from './fault-kinds';

export interface FaultRule {
  route: RouteName | '*';
  fault: FaultKind;
  /** How often it strikes; without a number, until it is cleared. */
  times?: number;
  /** How likely it strikes a request; 1 unless given. */
  probability?: number;
  /** For `slow-body`: how long the second half waits; 5 seconds unless given. */
  stallMs?: number;
  /** For `address-budget`: the calls that are answered first; 20 unless given. */
  budget?: number;
}

export interface ActiveFault extends FaultRule {
  /** How often it will still strike; Infinity for a rule without an end. */
  left: number;
}

/** The faults that are switched on. The first rule that fits a request strikes. */
export class FaultControl {
  readonly memory = new FaultMemory();
  private rules: ActiveFault[] = [];

  constructor(
    private readonly key: number,
    private readonly start: readonly FaultRule[] = [],
  ) {
    this.reset();
  }

  add(rule: FaultRule): void {
    this.rules.push({ ...rule, left: rule.times ?? Infinity });
  }

  clear(): void {
    this.rules = [];
    this.memory.clear();
  }

  /** Back to what the sandbox was started with. */
  reset(): void {
    this.clear();
    for (const rule of this.start) this.add(rule);
  }

  active(): readonly ActiveFault[] {
    return this.rules.filter(({ left }) => left > 0);
  }

  /** The rule that strikes this request, used up by one. */
  strike(route: RouteName, requestNumber: number): FaultRule | undefined {
    const chance = unit(mix(mix(this.key, 15), requestNumber));
    const rule = this.rules.find(
      (candidate) =>
        candidate.left > 0 &&
        (candidate.route === '*' || candidate.route === route) &&
        chance < (candidate.probability ?? 1),
    );
    if (rule) rule.left -= 1;
    return rule;
  }

  /** Takes a strike back that found nothing to spoil, so that "the next N" means answers. */
  giveBack(rule: FaultRule): void {
    const given = this.rules.find((candidate) => candidate === rule);
    if (given) given.left += 1;
  }
}
