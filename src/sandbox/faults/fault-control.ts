import { ROUTE_NAMES, type RouteName } from '../routes';
import { mix, unit } from '../world/hash';
import { FAULT_KINDS, type FaultKind } from './fault-kinds';

export interface FaultRule {
  route: RouteName | '*';
  fault: FaultKind;
  /** How often it strikes; without a number, until it is cleared. */
  times?: number;
  /** How likely it strikes a request; 1 unless given. */
  probability?: number;
  /** For `slow-body`: how long the second half waits; 5 seconds unless given. */
  stallMs?: number;
}

interface ActiveRule extends FaultRule {
  left: number;
}

/** The faults that are switched on. The first rule that fits a request strikes. */
export class FaultControl {
  private rules: ActiveRule[] = [];

  constructor(
    private readonly key: number,
    rules: readonly FaultRule[] = [],
  ) {
    for (const rule of rules) this.add(rule);
  }

  add(rule: FaultRule): void {
    this.rules.push({ ...rule, left: rule.times ?? Infinity });
  }

  clear(): void {
    this.rules = [];
  }

  active(): readonly FaultRule[] {
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
}

/** Reads a comma-separated list of rules, as the command line and the configuration have it. */
export function parseFaults(list: string): FaultRule[] {
  const rules = list.split(',').map((rule) => rule.trim());
  return rules.filter((rule) => rule !== '').map(parseFaultRule);
}

/** Reads `ROUTE:FAULT`, `ROUTE:FAULT:3` (times) or `ROUTE:FAULT:20%` (probability). */
function parseFaultRule(text: string): FaultRule {
  const [routeText = '', faultText = '', amount = ''] = text.split(':');
  const route = [...ROUTE_NAMES, '*' as const].find((name) => name === routeText);
  const fault = FAULT_KINDS.find((kind) => kind === faultText);
  if (route === undefined) throw new Error(`No route is called "${routeText}"`);
  if (fault === undefined) throw new Error(`No fault is called "${faultText}"`);
  if (amount === '') return { route, fault };
  if (/^\d{1,3}%$/.test(amount)) return { route, fault, probability: parseInt(amount, 10) / 100 };
  if (/^\d+$/.test(amount)) return { route, fault, times: Number(amount) };
  throw new Error(`"${amount}" is neither a number of times nor a percentage`);
}
