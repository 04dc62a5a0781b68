import type { Account, Post, World } from '../../src/sandbox';
import type { Random } from './random';

const wellKnown = ['gabrielymayra', 'luna_the_pantera', 'zachking', 'tiktok', 'daviddobrik'];

/** How many accounts are asked for once in a while; more than memory keeps. */
const strangers = 3_000;

/** Of the sandbox's world, what the visitors ask for. */
export class Universe {
  readonly handles = wellKnown;
  readonly hashtags = ['magic', 'cats', 'fyp', 'cooking', 'travel', 'tinyfjord'];
  readonly keywords = ['tesla', 'gaming', 'coffee', 'paris'];
  readonly videos: readonly Post[];
  readonly photos: readonly Post[];
  /** A video with a thread of comments. */
  readonly discussed: Post;
  /** An account that shows what it likes. */
  readonly liker: Account;

  constructor(readonly world: World) {
    // As in the sandbox, which knows the names that it was asked for: ids of posts hold their numbers only.
    for (const name of this.hashtags) world.hashtag(name);
    for (const name of this.keywords) world.searchPosts(name, { from: 0, limit: 1 });
    const posts = this.handles.flatMap((handle) =>
      world.userPosts(this.account(handle), { limit: 40 }),
    );
    this.videos = posts.filter(({ kind }) => kind === 'video').slice(0, 30);
    this.photos = posts.filter(({ kind }) => kind === 'photo').slice(0, 8);
    this.discussed = known(posts.find((post) => world.commentTotals(post).places > 60));
    this.liker = this.account('likes.somebody');
  }

  account(handle: string): Account {
    return known(this.world.user(handle));
  }

  stranger(random: Random): Account {
    return this.account(`walker${random.below(strangers)}`);
  }

  /** The first posts of an account as its list gives them. */
  newest(account: Account, limit: number): readonly Post[] {
    return this.world.userPosts(account, { limit });
  }
}

function known<T>(found: T | undefined): T {
  if (found === undefined) throw new Error('the world lacks what the soak asks for');
  return found;
}
