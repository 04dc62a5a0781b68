import type { Post } from '../../tiktok';
import type { UserPostsPosition } from './user-posts-cursor';

/** The rows of an account's list from a position on, in one order whatever source gave them. */
export class AccountPosts {
  /** Pinned posts that stand in front of the list, out of their time. */
  private readonly ahead: Post[] = [];
  private readonly inPlace: Post[] = [];
  private pageCount = 0;

  constructor(private readonly from: UserPostsPosition) {}

  /** Takes a page in the order of the source, and leaves out what was given before. */
  add(page: readonly Post[]): void {
    const isFirst = this.pageCount === 0 && this.from.seconds === undefined;
    const ahead = isFirst ? pinnedAhead(page) : [];
    this.pageCount += 1;
    this.ahead.push(...ahead);
    this.inPlace.push(...page.filter((post) => !ahead.includes(post)));
  }

  /** All rows so far: pinned ones that stood in front, then the others newest first. */
  rows(): Post[] {
    return [...this.ahead, ...this.freshInPlace()];
  }

  /** The position behind these first rows; undefined when none of them tells the time. */
  after(rows: readonly Post[]): UserPostsPosition | undefined {
    const given = rows.filter((post) => !this.ahead.includes(post));
    const seconds = given.at(-1)?.createdAtSeconds;
    if (seconds === undefined) return undefined;
    const ofThatSecond = given.filter(({ createdAtSeconds }) => createdAtSeconds === seconds);
    return {
      seconds,
      given: ofThatSecond.length + (seconds === this.from.seconds ? this.from.given : 0),
      isPinnedGiven: this.isPinnedGiven,
    };
  }

  private get isPinnedGiven(): boolean {
    return this.from.isPinnedGiven || this.ahead.length > 0;
  }

  private freshInPlace(): Post[] {
    const { seconds = Infinity, given } = this.from;
    const timed = this.inPlace
      .filter(({ isPinned }) => !isPinned || !this.isPinnedGiven)
      .sort((a, b) => timeOf(b) - timeOf(a) || (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
    const ofThatSecond = timed.filter((post) => timeOf(post) === seconds);
    const older = timed.filter((post) => timeOf(post) < seconds);
    return [...ofThatSecond.slice(given), ...older];
  }
}

/** The pinned posts at the head of a page that are older than what follows them. */
function pinnedAhead(page: readonly Post[]): Post[] {
  const head = page.slice(
    0,
    page.findIndex(({ isPinned }) => !isPinned),
  );
  const newest = Math.max(...page.filter(({ isPinned }) => !isPinned).map(timeOf));
  return head.filter((post) => timeOf(post) < newest);
}

/** Every surface tells the time, or the id does. */
function timeOf({ createdAtSeconds }: Post): number {
  return createdAtSeconds ?? 0;
}
