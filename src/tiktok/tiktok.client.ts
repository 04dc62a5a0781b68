import type { AnswerMeta } from '../cache/answer';
import { Answer, combineMeta } from '../cache/answer';
import type { OperationCachePort } from '../cache/operation-cache.port';
import { cachePolicy } from './cache-policy';
import { earliestExpiryMs } from './link-expiry';
import type { Page, Post, User, UserProfile } from './models';
import type { OperationName, ParamsOf, ResultOf, UserRef } from './operations';
import { collectPages } from './paging';
import { newestFirst } from './post-links';
import type { RungHealth } from './source-health';
import type { SourceLadder } from './source-ladder';
import { TikTokPrivateError } from './tiktok.errors';

export interface CallOptions {
  /** Ask TikTok whatever is stored, and store what it says. */
  readonly refresh?: boolean;
}

export interface ListOptions extends CallOptions {
  /** How many items are wanted; pages are followed for that many. */
  readonly count: number;
}

export interface TrendingOptions extends ListOptions {
  readonly region?: string;
}

/**
 * The one gate to TikTok. Every call goes through the operation cache and the source ladder and comes back
 * as an {@link Answer} that says which surface gave it and when.
 *
 * All methods throw a `TikTokError`; a refusal is never an empty answer.
 */
export class TikTokClient {
  constructor(
    private readonly ladder: SourceLadder,
    private readonly cache: OperationCachePort,
    /** Put before source names, so that an emulator's data never pass for TikTok's. */
    private readonly sourcePrefix: string = '',
  ) {}

  /** An account with its counters, exact where TikTok gives exact ones. */
  user(user: UserRef, options: CallOptions = {}): Promise<Answer<UserProfile>> {
    return this.ask('user', { user }, options);
  }

  /** An account that everybody may look into; throws `TikTokPrivateError` for a private one. */
  async publicUser(user: UserRef, options: CallOptions = {}): Promise<Answer<UserProfile>> {
    const answer = await this.user(user, options);
    const { isPrivate, uniqueId } = answer.value.user;
    if (isPrivate) throw new TikTokPrivateError(`The account @${uniqueId} is private`);
    return answer;
  }

  /** One video or photo post by its id. */
  post(id: string, options: CallOptions = {}): Promise<Answer<Post>> {
    return this.ask('post', { id }, options);
  }

  /** The newest posts of an account, newest first, at most `count` of them. */
  async userPosts(user: UserRef, options: ListOptions): Promise<Answer<readonly Post[]>> {
    const { value: profile } = await this.publicUser(user);
    const ref = refOf(profile.user);
    const list = await this.collect(options, (cursor) =>
      this.ask('userPosts', { user: ref, cursor }, options),
    );
    const newest = list.map((posts) => newestFirst(posts).slice(0, options.count));
    const { videoCount } = profile.user.stats;
    if (list.value.length > 0 || !videoCount) return newest;
    const completenessReason = `TikTok counts ${videoCount} posts and lists none`;
    return newest.with({ completeness: 'capped', completenessReason });
  }

  /** What TikTok shows guests as popular now, in its order. Every batch of TikTok's is another one. */
  async trending(options: TrendingOptions): Promise<Answer<readonly Post[]>> {
    const { region, count } = options;
    const list = await this.collect(options, (cursor) =>
      this.ask('trending', { region, batch: cursor }, options),
    );
    return list.map((posts) => posts.slice(0, count));
  }

  /** Measured health of every source, for operators. */
  health(): readonly RungHealth[] {
    return this.ladder.health();
  }

  private async collect(
    { count }: ListOptions,
    fetchPage: (cursor: string | undefined) => Promise<Answer<Page<Post>>>,
  ): Promise<Answer<readonly Post[]>> {
    const { items, answers, ending } = await collectPages({
      count,
      fetchPage,
      idOf: (post) => post.id,
    });
    const [first, ...others] = answers.map((answer) => answer.meta);
    if (!first) throw new Error('a list has at least one page');
    const meta = { ...combineMeta(first, others), ...ending };
    return Answer.of(items, notKeptWhenPartial(meta));
  }

  private ask<Name extends OperationName>(
    operation: Name,
    params: ParamsOf<Name>,
    { refresh }: CallOptions,
  ): Promise<Answer<ResultOf<Name>>> {
    return this.cache.fetch({
      key: `${operation}:${JSON.stringify(params)}`,
      ttlMs: cachePolicy[operation].ttlSeconds * 1000,
      refresh,
      load: async () => {
        const { value, source } = await this.ladder.ask(operation, params);
        const usableUntilMs = earliestExpiryMs(value, Date.now());
        return { value, source: this.sourcePrefix + source, usableUntilMs };
      },
    });
  }
}

function refOf({ uniqueId, secUid }: User): UserRef {
  return { handle: uniqueId.toLowerCase(), secUid };
}

/** A list that broke off may be whole at the next try, so nobody should keep it. */
function notKeptWhenPartial(meta: AnswerMeta): AnswerMeta {
  return meta.completeness === 'partial' ? { ...meta, freshUntilMs: meta.fetchedAtMs } : meta;
}
