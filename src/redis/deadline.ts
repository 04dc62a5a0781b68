const maxRearms = 5;
/** A timer that comes later than this says that this process was busy. */
const busyMs = 5;

/** Somebody did not answer within the time given. */
export class DeadlineError extends Error {
  constructor(readonly waitedMs: number) {
    super(`no answer within ${waitedMs} ms`);
  }
}

/**
 * What the promise gives, or {@link DeadlineError} after `ms`. Time in which this process was too busy to look
 * does not count against the other side: its answer may lie in the socket already.
 */
export function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    let rearms = 0;
    let timer: NodeJS.Timeout;
    const arm = (): void => {
      const dueAtMs = performance.now() + ms;
      timer = setTimeout(() => {
        const wasBusy = performance.now() - dueAtMs > busyMs;
        if (wasBusy && rearms++ < maxRearms) return arm();
        // What came in meanwhile is read before this runs.
        setImmediate(() => reject(new DeadlineError(ms)));
      }, ms);
    };
    arm();
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
