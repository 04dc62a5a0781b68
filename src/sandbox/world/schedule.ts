import { ASPECT, Draw } from './draw';
import { mix, unit } from './hash';

const DAY = 86_400;
/** Post totals are chosen for this date; before it there are fewer posts, after it more. */
const REFERENCE = Date.UTC(2026, 10, 1) / 1000;
export const MOST_POSTS = 5_000;

/** When an account posts: bursts at a steady pace, with pauses between them for some accounts. */
export interface Schedule {
  key: number;
  firstAt: number;
  gapSeconds: number;
  burstLength: number;
  pauseSeconds: number;
}

/** `posts` sets how many there are by the reference date; such an account never pauses. */
export function scheduleOf(key: number, createdAt: number, posts?: number): Schedule {
  const draw = new Draw(mix(key, ASPECT.schedule));
  const firstAt = createdAt + draw.between(1, 400) * DAY;
  const total = Math.floor(posts ?? draw.logarithmic(8, MOST_POSTS));
  const span = REFERENCE - firstAt;
  const burstLength = draw.between(18, 60);
  const longestPause = (span * burstLength) / (2 * total);
  const pauses = draw.chance(0.4) && posts === undefined && total > 2 * burstLength;
  const pauseSeconds = pauses ? Math.floor(Math.min(draw.between(21, 63) * DAY, longestPause)) : 0;
  const gapSeconds = Math.floor((span - (total / burstLength) * pauseSeconds) / total);
  return { key: mix(key, ASPECT.schedule), firstAt, gapSeconds, burstLength, pauseSeconds };
}

/** The second in which the id of the n-th post was minted; grows with n. */
export function mintedAt(schedule: Schedule, n: number): number {
  const { firstAt, gapSeconds, burstLength, pauseSeconds } = schedule;
  const steady = firstAt + n * gapSeconds + Math.floor(n / burstLength) * pauseSeconds;
  return steady + Math.floor(unit(mix(schedule.key, n)) * 0.8 * gapSeconds);
}

/** How many posts were minted up to and including this second. */
export function mintedUntil(schedule: Schedule, seconds: number): number {
  const { firstAt, gapSeconds, burstLength, pauseSeconds } = schedule;
  const cycle = burstLength * gapSeconds + pauseSeconds;
  const cycles = Math.floor((seconds - firstAt) / cycle);
  const inCycle = (seconds - firstAt - cycles * cycle) / gapSeconds;
  let n = Math.max(0, cycles * burstLength + Math.min(burstLength, Math.floor(inCycle)));
  while (mintedAt(schedule, n) <= seconds) n += 1;
  while (n > 0 && mintedAt(schedule, n - 1) > seconds) n -= 1;
  return n;
}
