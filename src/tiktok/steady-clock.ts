/**
 * Milliseconds since 1970 by the machine's clock as it was at the start, and what has passed since: whoever sets the
 * clock meanwhile makes no wait longer and no deadline sooner.
 */
export function steadyNowMs(): number {
  return performance.timeOrigin + performance.now();
}
