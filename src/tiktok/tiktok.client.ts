import type { Answer } from '../cache/answer';
import type { OperationCachePort } from '../cache/operation-cache.port';
import { failureRules } from './answer-errors';
import { cachePolicy } from './cache-policy';
import type { CallOptions, ClientOptions, CountOptions } from './call-options';
import { usableUntilMs } from './link-expiry';
import { List } from './list';
import type {
  Comment,
  HashtagDetail,
  LiveRoom,
  Music,
  MusicDetail,
  Post,
  User,
  UserProfile,
  UserStats,
} from './models';
import type {
  OperationName,
  ParamsOf,
  ResultOf,
  SearchLiveParams,
  SearchParams,
  TrendingParams,
  UserRef,
} from './operations';
import { parsePostAddress } from './post-address';
import { newestOf } from './newest-posts';
import { outcomesOf, type PostOutcome } from './post-outcomes';
import { isNamedBy, type PostSearch, soundsOf, wantedOf } from './post-search';
import type { CallContext } from './sources/source';
import type { UpstreamHealth } from './upstream-health';
import type { SourceLadder } from './source-ladder';
import { pageSizes } from './sources/endpoints';
import { steadyNowMs } from './steady-clock';
import { TikTokInvalidAddressError, TikTokPrivateError } from './tiktok.errors';

const idOf = ({ id }: { readonly id: string }): string => id;

/**
 * The one gate to TikTok. Every call goes through the operation cache and the source ladder and comes back
 * as an {@link Answer} that says which surface gave it and when. Lists come as a {@link List}, which is read by
 * page, as a stream, or whole.
 *
 * All methods throw a `TikTokError`; a refusal is never an empty answer.
 */
export class TikTokClient {
  constructor(
    private readonly ladder: SourceLadder,
    private readonly cache: OperationCachePort,
    private readonly options: ClientOptions = {},
  ) {}

  /** An account with its counters, exact where TikTok gives exact ones. */
  user(user: UserRef, options?: CallOptions): Promise<Answer<UserProfile>> {
    return this.ask('user', { user }, options);
  }

  /** An account that everybody may look into; throws `TikTokPrivateError` for a private one. */
  async publicUser(user: UserRef, options?: CallOptions): Promise<Answer<UserProfile>> {
    const answer = await this.user(user, options);
    const { isPrivate, uniqueId } = answer.value.user;
    if (isPrivate) throw new TikTokPrivateError(`The account @${uniqueId} is private`);
    return answer;
  }

  /** The posts of a public account, newest first except for pinned ones. Cursors are Unix milliseconds. */
  userPosts(user: UserRef, options?: CallOptions): Promise<List<Post>> {
    return this.postList('userPosts', user, options);
  }

  /** The newest `count` posts of a public account, strictly newest first. */
  async newestPosts(user: UserRef, options: CountOptions): Promise<Answer<readonly Post[]>> {
    const list = await this.userPosts(user, options);
    return newestOf(list, options.count);
  }

  /** Posts that a public account liked, newest like first; throws `TikTokPrivateError` when it hides them. */
  async likedPosts(user: UserRef, options?: CallOptions): Promise<List<Post>> {
    const { value: profile } = await this.publicUser(user);
    const list = await this.postList('likedPosts', user, options);
    if (profile.user.settings?.isLikedListOpen !== false) return list;
    throw new TikTokPrivateError(`The account @${profile.user.uniqueId} hides what it likes`);
  }

  /** Posts of others that a public account passed on, newest first. Cursors are offsets. */
  reposts(user: UserRef, options?: CallOptions): Promise<List<Post>> {
    return this.postList('reposts', user, options);
  }

  /** Accounts that follow this one, newest first; TikTok ends at about 5,000. Cursors are Unix seconds. */
  followers(user: UserRef, options?: CallOptions): Promise<List<User>> {
    return this.accountList('followers', user, options);
  }

  /** Accounts that this one follows, newest first. Cursors are Unix seconds. */
  followings(user: UserRef, options?: CallOptions): Promise<List<User>> {
    return this.accountList('followings', user, options);
  }

  /** One video or photo post by its id. */
  post(id: string, options?: CallOptions): Promise<Answer<Post>> {
    return this.ask('post', { id }, options);
  }

  /** Many posts at once, in the order of the ids; one that is not to be had does not spoil the others. */
  posts(ids: readonly string[], options?: CallOptions): Promise<PostOutcome[]> {
    return outcomesOf(ids, (id) => this.post(id, options));
  }

  /** The id of the post that a text names: a bare id, any address of a post, a share text, a short link. */
  async postIdOf(text: string): Promise<string> {
    const address = parsePostAddress(text);
    if (address.kind === 'post') return address.id;
    if (address.kind === 'invalid')
      throw new TikTokInvalidAddressError(`The text ${address.reason}`);
    const { value: target } = await this.ask('shortLink', { url: address.url });
    const behind = parsePostAddress(target.url);
    if (behind.kind === 'post') return behind.id;
    throw new TikTokInvalidAddressError('The short link leads to something that is no post');
  }

  /** Comments of a post in TikTok's order. Cursors are offsets. */
  comments(postId: string, options?: CallOptions): List<Comment> {
    return new List({
      fetchPage: (cursor) => this.ask('comments', { postId, cursor }, options),
      idOf,
      offset: this.ahead(pageSizes.comments),
    });
  }

  /** Replies to a comment, oldest first. Cursors are offsets. */
  replies(postId: string, commentId: string, options?: CallOptions): List<Comment> {
    return new List({
      fetchPage: (cursor) => this.ask('replies', { postId, commentId, cursor }, options),
      idOf,
      offset: this.ahead(pageSizes.replies),
    });
  }

  /** A hashtag by its name, without `#`. */
  hashtag(name: string, options?: CallOptions): Promise<Answer<HashtagDetail>> {
    return this.ask('hashtag', { name }, options);
  }

  /** Posts of a hashtag in TikTok's ranking, which is not by time. Cursors are offsets. */
  async hashtagPosts(name: string, options?: CallOptions): Promise<List<Post>> {
    const { value: hashtag } = await this.hashtag(name);
    return new List({
      fetchPage: (cursor) =>
        this.ask(
          'hashtagPosts',
          { name, id: hashtag.id, cursor },
          { ...options, expectedCount: hashtag.stats.postCount },
        ),
      idOf,
      offset: this.ahead(pageSizes.hashtagPosts),
    });
  }

  /** Posts by keyword. What TikTok lets through of the wrong age or wording is left out here. */
  searchPosts(search: PostSearch, options?: CallOptions): List<Post> {
    const { keyword, period, sorting, country } = search;
    return new List({
      fetchPage: (cursor) =>
        this.ask('searchPosts', { keyword, period, sorting, country, cursor }, options),
      idOf,
      keep: wantedOf(search),
    });
  }

  /** Accounts by keyword. */
  searchUsers({ keyword }: SearchParams, options?: CallOptions): List<User> {
    return new List({
      fetchPage: (cursor) => this.ask('searchUsers', { keyword, cursor }, options),
      idOf: (user) => user.uniqueId,
    });
  }

  /** Running live rooms by keyword. */
  searchLive(search: SearchLiveParams, options?: CallOptions): List<LiveRoom> {
    const fetchPage = (cursor?: string) => this.ask('searchLive', { ...search, cursor }, options);
    return new List({ fetchPage, idOf });
  }

  /**
   * Sounds by keyword. TikTok's web has no search for them, so these are the sounds of the posts that it finds
   * for the keyword, each once, whose title or author holds one of its words. The provenance says `derived`.
   */
  searchMusic({ keyword }: SearchParams, options?: CallOptions): List<Music> {
    return new List({
      fetchPage: async (cursor) => {
        const answer = await this.ask('searchPosts', { keyword, cursor }, options);
        const source = `${this.options.sourcePrefix ?? ''}derived`;
        return answer.map(soundsOf).with({ source });
      },
      idOf,
      keep: isNamedBy(keyword),
    });
  }

  /** A sound by its id. */
  music(id: string, options?: CallOptions): Promise<Answer<MusicDetail>> {
    return this.ask('music', { id }, options);
  }

  /** Posts that use a sound. Cursors are offsets. */
  async musicPosts(id: string, options?: CallOptions): Promise<List<Post>> {
    const expectedCount = (await this.music(id)).value.postCount;
    return new List({
      fetchPage: (cursor) => this.ask('musicPosts', { id, cursor }, { ...options, expectedCount }),
      idOf,
      offset: this.ahead(pageSizes.musicPosts),
    });
  }

  /** What TikTok shows guests as popular now, in its order. It has no end: every batch is another one. */
  trending({ region }: Pick<TrendingParams, 'region'>, options?: CallOptions): List<Post> {
    return new List({
      fetchPage: (cursor) => this.ask('trending', { region, batch: cursor }, options),
      idOf,
    });
  }

  /** Measured health of every source, of the guests, the signer and the queues, for operators. */
  health(): UpstreamHealth {
    return { rungs: this.ladder.health(), ...this.options.upstreamFacts?.() };
  }

  private async postList(
    operation: 'userPosts' | 'likedPosts' | 'reposts',
    user: UserRef,
    options?: CallOptions,
  ): Promise<List<Post>> {
    const { ref, stats } = await this.listOwner(user);
    // What it counts of likes given is no measure: TikTok shows 0 there when it hides them.
    const isOwn = operation === 'userPosts';
    const asked = { ...options, expectedCount: isOwn ? stats.videoCount : undefined };
    const fetchPage = (cursor?: string) => this.ask(operation, { user: ref, cursor }, asked);
    return new List({ fetchPage, idOf, isOrderedBySource: isOwn });
  }

  private async accountList(
    operation: 'followers' | 'followings',
    user: UserRef,
    options?: CallOptions,
  ): Promise<List<User>> {
    const { ref, stats } = await this.listOwner(user);
    const expectedCount = operation === 'followers' ? stats.followerCount : stats.followingCount;
    return new List({
      fetchPage: (cursor) =>
        this.ask(operation, { user: ref, cursor }, { ...options, expectedCount }),
      idOf: ({ uniqueId }) => uniqueId,
    });
  }

  /** Lists hang on the secUid, which the profile knows; a private account's lists are not asked for. */
  private async listOwner(user: UserRef): Promise<{ ref: UserRef; stats: UserStats }> {
    const { uniqueId, secUid, stats } = (await this.publicUser(user)).value.user;
    return { ref: { handle: uniqueId.toLowerCase(), secUid }, stats };
  }

  private ahead(pageSize: number): { pageSize: number; ahead: number } {
    return { pageSize, ahead: this.options.pagesAhead ?? 3 };
  }

  private ask<Name extends OperationName>(
    operation: Name,
    params: ParamsOf<Name>,
    { refresh, expectedCount }: CallOptions & CallContext = {},
  ): Promise<Answer<ResultOf<Name>>> {
    const { ttlSeconds, notFoundSeconds, ...stale } = cachePolicy[operation];
    return this.cache.fetch({
      key: `${operation}:${JSON.stringify(params)}`,
      lifetimes: {
        ttlMs: ttlSeconds * 1000,
        staleWhileRevalidateMs: stale.staleWhileRevalidateSeconds * 1000,
        staleIfErrorMs: stale.staleIfErrorSeconds * 1000,
      },
      refresh,
      failures: failureRules(notFoundSeconds),
      load: async () => {
        const deadlineAtMs = steadyNowMs() + (this.options.operationTimeoutMs ?? 30_000);
        const { value, source, linkAccess } = await this.admitted(() =>
          this.ladder.ask(operation, params, { expectedCount, deadlineAtMs }),
        );
        const sourceName = (this.options.sourcePrefix ?? '') + source;
        const usable = { usableUntilMs: usableUntilMs(value, Date.now()) };
        return { value, source: sourceName, ...usable, linkAccess };
      },
    });
  }

  private admitted<T>(work: () => Promise<T>): Promise<T> {
    return this.options.admission?.admit(work) ?? work();
  }
}
