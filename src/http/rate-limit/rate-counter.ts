/** Counts requests in windows of time that begin and end for everybody at the same moments. */
export interface RateCounter {
  /**
   * Counts one request of `caller` in the window with this number, and says how many there are now. Never throws.
   * @param enough above which the exact number is of no interest
   */
  count(caller: string, window: number, enough: number): number | Promise<number>;
}
