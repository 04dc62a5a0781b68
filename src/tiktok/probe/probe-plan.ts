import type { Comment } from '../models';
import type { OperationName, ParamsOf, ResultOf, UserRef } from '../operations';
import type { SourceName } from '../source-table';
import { CannotServe } from '../sources/source';
import { postPageUrl } from '../tiktok-url';
import type { TikTokErrorCode } from '../tiktok.errors';

/** What sources are asked for when they are tried out: public things that will still be there tomorrow. */
export interface ProbeSamples {
  /** Of an account with posts, without `@`. */
  readonly handle: string;
  /** A post with comments; best one of that account. */
  readonly postId: string;
  /** Without `#`. */
  readonly hashtag: string;
  readonly keyword: string;
  /** Absent for the sound of the post. */
  readonly musicId?: string;
  /** Absent for one that nobody made. */
  readonly shortLink?: string;
}

/** Names that the documents of the API use in their examples, and words that everybody uses. */
export const defaultSamples: ProbeSamples = {
  handle: 'luna_the_pantera',
  postId: '6943996796519681281',
  hashtag: 'fyp',
  keyword: 'cats',
};

/** What the answers so far said about the samples. */
export interface Findings {
  readonly secUid?: string;
  readonly followerCount?: number;
  readonly followingCount?: number;
  readonly musicId?: string;
  readonly commentId?: string;
  readonly hashtagId?: string;
}

export type Known = ProbeSamples & Findings;

/** How one operation is tried out. */
export interface ProbeLine<Name extends OperationName> {
  /** What a source is asked, or why it cannot be. */
  readonly params: (known: Known, source: SourceName) => ParamsOf<Name> | CannotServe;
  /** How many rows are there by all that is known: a first page without any is then a refusal. */
  readonly expectedCount?: (known: Known) => number | undefined;
  /** A "no" that a source which works may well give. */
  readonly expectedNo?: (known: Known, source: SourceName) => TikTokErrorCode | undefined;
  /** What the answer says about the samples. */
  readonly learn?: (result: ResultOf<Name>, known: Known) => Findings;
}

/** In the sandbox any code leads somewhere; TikTok answers an unknown one with its home page. */
const madeUpShortLink = 'https://vm.tiktok.com/video0000/';

const userOf = ({ handle, secUid }: Known): UserRef => ({ handle, secUid });
const someRows = (): number => 1;
const hidden = (): TikTokErrorCode => 'tiktok.private';

/** How every operation is tried out, in the order in which it is: what others hang on comes first. */
export const probePlan: { readonly [Name in OperationName]: ProbeLine<Name> } = {
  user: {
    // By the handle alone, as callers ask; what one source says of the account the next must find out again.
    params: ({ handle }) => ({ user: { handle } }),
    learn: ({ user: { secUid, stats } }) => ({ secUid, ...stats }),
  },
  post: {
    params: ({ postId }) => ({ id: postId }),
    learn: ({ author, music }, { handle }) => ({
      musicId: music?.id,
      ...(author?.uniqueId.toLowerCase() === handle.toLowerCase() && { secUid: author.secUid }),
    }),
  },
  userPosts: { params: (known) => ({ user: userOf(known) }), expectedCount: someRows },
  // Most accounts hide what they like, and many never repost.
  likedPosts: { params: (known) => ({ user: userOf(known) }), expectedNo: hidden },
  reposts: { params: (known) => ({ user: userOf(known) }) },
  followers: {
    params: (known) => ({ user: userOf(known) }),
    expectedCount: ({ followerCount }) => followerCount,
    expectedNo: hidden,
  },
  followings: {
    params: (known) => ({ user: userOf(known) }),
    expectedCount: ({ followingCount }) => followingCount,
    expectedNo: hidden,
  },
  comments: {
    params: ({ postId }) => ({ postId }),
    expectedCount: someRows,
    learn: ({ items }) => ({ commentId: answeredOf(items)?.id }),
  },
  replies: {
    params: ({ postId, commentId }) =>
      commentId === undefined
        ? new CannotServe('no comment with replies was seen')
        : { postId, commentId },
    expectedCount: someRows,
  },
  hashtag: {
    params: ({ hashtag }) => ({ name: hashtag }),
    learn: ({ id }) => ({ hashtagId: id }),
  },
  hashtagPosts: {
    params: ({ hashtag, hashtagId }) => ({ name: hashtag, id: hashtagId }),
    expectedCount: someRows,
  },
  music: { params: ofMusic },
  musicPosts: { params: ofMusic, expectedCount: someRows },
  searchPosts: { params: ({ keyword }) => ({ keyword }), expectedCount: someRows },
  searchUsers: { params: ({ keyword }) => ({ keyword }), expectedCount: someRows },
  // Nobody need be live.
  searchLive: { params: ({ keyword }) => ({ keyword }) },
  trending: { params: () => ({}), expectedCount: someRows },
  shortLink: {
    // oEmbed reads the address of any post, and can say nothing of a link that nobody made.
    params: ({ shortLink, postId }, source) => ({
      url:
        shortLink ??
        (source === 'oembed' ? postPageUrl({ id: postId, kind: 'video' }) : madeUpShortLink),
    }),
    expectedNo: ({ shortLink }, source) =>
      shortLink === undefined && source === 'short-link' ? 'tiktok.not_found' : undefined,
  },
};

function ofMusic({ musicId }: Known): { readonly id: string } | CannotServe {
  return musicId === undefined
    ? new CannotServe('the post, whose sound it would be, was not to be had')
    : { id: musicId };
}

function answeredOf(comments: readonly Comment[]): Comment | undefined {
  return comments.find(({ replyCount = 0 }) => replyCount > 0);
}
