import { digestOf } from './canonical';

/** What was answered to which question: the same question must be answered the same way. */
export class EarlierBodies {
  private readonly known = new Map<string, { digest: string; text: string }>();

  /** @param mostTexts how many bodies are kept in full, for the example in a complaint */
  constructor(private readonly mostTexts = 200) {}

  get size(): number {
    return this.known.size;
  }

  /** What differs from the first answer to this question; undefined where nothing does. */
  difference(question: string, text: string): string | undefined {
    const digest = digestOf(text);
    const earlier = this.known.get(question);
    if (earlier?.digest === digest) return undefined;
    if (earlier) return `${question} answered ${firstDifference(earlier.text, text)}`;
    this.known.set(question, { digest, text: this.known.size < this.mostTexts ? text : '' });
    return undefined;
  }
}

const around = 60;

function firstDifference(before: string, now: string): string {
  if (before === '') return 'otherwise than before';
  let at = 0;
  while (at < before.length && before[at] === now[at]) at += 1;
  const cut = (text: string): string => text.slice(Math.max(0, at - around), at + around);
  return `…${cut(now)}… where it was …${cut(before)}…`;
}
