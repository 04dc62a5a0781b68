import type { Answer } from '../../cache/answer';

/** An answer and what it costs; a call that fails costs nothing. */
export class Charged<T> {
  constructor(
    readonly answer: Answer<T>,
    readonly units = 1,
  ) {}

  map<U>(present: (value: T) => U): Charged<U> {
    return new Charged(this.answer.map(present), this.units);
  }
}
