/** The time as TikTok sees it, Unix milliseconds: ages of posts are counted from it. */
export const UPSTREAM_CLOCK = Symbol('UPSTREAM_CLOCK');

export type UpstreamClock = () => number;

/** The Unix second so many days ago. */
export function secondsAgo(nowMs: UpstreamClock, days: number): number {
  return Math.floor(nowMs() / 1000) - days * 86_400;
}
