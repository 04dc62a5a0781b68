/**
 * Puts off what need not be done at once to the end of this turn of the event loop, and does it for all of them in
 * one go: between answers, each of which is a call of the system, the same costs several times as much.
 */
export class TurnBatch<T> {
  private waiting: T[] = [];

  constructor(private readonly work: (item: T) => void) {}

  add(item: T): void {
    if (this.waiting.push(item) === 1) setImmediate(this.flush);
  }

  private readonly flush = (): void => {
    const items = this.waiting;
    this.waiting = [];
    for (const item of items) this.work(item);
  };
}
