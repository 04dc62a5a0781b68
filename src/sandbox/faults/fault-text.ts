import { ROUTE_NAMES } from '../routes';
import type { FaultRule } from './fault-control';
import { FAULT_KINDS } from './fault-kinds';

/** Reads a comma-separated list of rules, as the command line and the configuration have it. */
export function parseFaults(list: string): FaultRule[] {
  const rules = list.split(',').map((rule) => rule.trim());
  return rules.filter((rule) => rule !== '').map(parseFaultRule);
}

/**
 * Reads `ROUTE:FAULT`, then in any order `3` (times), `20%` (probability), `stallMs=100` or
 * `budget=5`.
 */
function parseFaultRule(text: string): FaultRule {
  const [route, fault, ...amounts] = text.split(':');
  return readFaultRule(Object.assign({ route, fault }, ...amounts.map(readAmount)) as object);
}

function readAmount(text: string): Partial<FaultRule> {
  if (/^\d{1,3}%$/.test(text)) return { probability: parseInt(text, 10) / 100 };
  if (/^\d+$/.test(text)) return { times: Number(text) };
  const named = /^(stallMs|budget)=(\d+)$/.exec(text);
  if (named?.[1] !== undefined) return { [named[1]]: Number(named[2]) };
  throw new Error(`"${text}" is neither a number of times nor a percentage`);
}

const NUMBERS = ['times', 'probability', 'stallMs', 'budget'] as const;

/** Checks a rule that came from outside. */
export function readFaultRule(rule: object): FaultRule {
  const sent: Readonly<Record<string, unknown>> = { ...rule };
  const route = [...ROUTE_NAMES, '*' as const].find((name) => name === sent['route']);
  const fault = FAULT_KINDS.find((kind) => kind === sent['fault']);
  if (route === undefined) throw new Error(`No route is called "${String(sent['route'])}"`);
  if (fault === undefined) throw new Error(`No fault is called "${String(sent['fault'])}"`);
  const numbers: Partial<Record<(typeof NUMBERS)[number], number>> = {};
  for (const name of NUMBERS) {
    const value = sent[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !(value >= 0)) throw new Error(`${name} must be a number`);
    numbers[name] = value;
  }
  return { route, fault, ...numbers };
}
