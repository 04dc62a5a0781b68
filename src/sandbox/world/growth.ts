import { mix, unit } from './hash';

const DAY = 86_400;
const RISE_SECONDS = 1.5 * DAY;
const DRIP_PER_DAY = 0.0004;

/** Most of a post's likes come in its first days; after that a thin drip never ends. */
export function growth(ageSeconds: number): number {
  if (ageSeconds <= 0) return 0;
  return 1 - Math.exp(-ageSeconds / RISE_SECONDS) + (DRIP_PER_DAY * ageSeconds) / DAY;
}

/** Summed growth of `count` old posts spread evenly between two ages. */
export function summedGrowth(count: number, oldestSeconds: number, newestSeconds: number): number {
  return count * (1 + (DRIP_PER_DAY * (oldestSeconds + newestSeconds)) / (2 * DAY));
}

/**
 * How well the n-th post does beside the account's average. The weights telescope: those of posts
 * 0..n-1 add up to `weightBefore(n)`, so an account's likes agree with its posts without a loop.
 */
export function weightOf(key: number, n: number): number {
  return weightBefore(key, n + 1) - weightBefore(key, n);
}

export function weightBefore(key: number, n: number): number {
  return n + 0.95 * (unit(mix(key, n)) - unit(mix(key, 0)));
}

/** The age at which growth reaches a value: when the n-th like came. */
export function ageOfGrowth(value: number): number {
  let [young, old] = [0, RISE_SECONDS];
  while (growth(old) < value) old *= 2;
  while (old - young > 0.5) {
    const middle = (young + old) / 2;
    if (growth(middle) < value) young = middle;
    else old = middle;
  }
  const age = Math.ceil(old);
  return growth(age - 1) >= value ? age - 1 : age;
}
