import type { HashtagDetail, HashtagStats, Post } from '../models';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { readEmbedTopic, type EmbedTopic } from './embed-topic';
import { parseJsonObject } from './json-body';
import { readListedLink, readMediaLink } from './media-link';
import { at, either, readBoolean, readCount, readId, readText } from './read';
import { throwForStatus } from './status';

/** What `/embed/tag/NAME` shows: the hashtag and ten of its posts. */
export interface EmbedHashtag {
  readonly hashtag: HashtagDetail;
  readonly posts: readonly Post[];
  /** Rows without an id, left out. */
  readonly droppedCount: number;
}

/** Reads `/api/challenge/detail/`. */
export function parseHashtagDetail(json: Buffer): HashtagDetail {
  const answer = parseJsonObject(json, 'hashtag');
  throwForStatus(answer, 'hashtag');
  const info = at(answer, 'challengeInfo');
  const hashtag = parseChallenge(at(info, 'challenge'), {
    postCount: readVideoCount(at(info, 'statsV2')) ?? readVideoCount(at(info, 'stats')),
    viewCount: readViewCount(at(info, 'statsV2')) ?? readViewCount(at(info, 'stats')),
  });
  if (hashtag === undefined) {
    throw new TikTokShapeChangedError('challengeInfo.challenge.title');
  }
  return hashtag;
}

/** Reads `/embed/tag/NAME`, which gives the counters as strings and no id. */
export function parseEmbedHashtag(html: Buffer): EmbedHashtag {
  const { info, posts, droppedCount }: EmbedTopic = readEmbedTopic(html, 'embedded hashtag');
  const name = readText(at(info, 'title'));
  if (name === undefined) {
    throw new TikTokShapeChangedError('source.data["/embed/tag/..."].embedInfo.title');
  }
  const hashtag = {
    name: withoutSign(name),
    description: readText(at(info, 'description')),
    coverLarger: readMediaLink(at(info, 'coverUrl')),
    stats: { postCount: readVideoCount(info), viewCount: readViewCount(info) },
  };
  return { hashtag, posts, droppedCount };
}

/** Reads `challenge_info` of a search, in the spelling of the mobile app or of the web. */
export function parseSearchHashtag(info: unknown): HashtagDetail | undefined {
  const name = readText(at(info, 'cha_name'));
  if (name === undefined) {
    return parseChallenge(at(info, 'challenge') ?? info, {
      postCount: readVideoCount(at(info, 'stats')),
      viewCount: readViewCount(at(info, 'stats')),
    });
  }
  return {
    id: readId(at(info, 'cid')),
    name,
    description: readText(at(info, 'desc')),
    isCommerce: readBoolean(at(info, 'is_commerce')),
    coverLarger: readListedLink(at(info, 'cover')) ?? readMediaLink(at(info, 'cover')),
    stats: {
      postCount: readCount(at(info, 'use_count')),
      viewCount: readCount(at(info, 'view_count')),
    },
  };
}

function parseChallenge(challenge: unknown, stats: HashtagStats): HashtagDetail | undefined {
  const name = readText(at(challenge, 'title'));
  if (name === undefined) {
    return undefined;
  }
  const own = at(challenge, 'stats');
  return {
    id: readId(at(challenge, 'id')),
    name,
    description: readText(at(challenge, 'desc')),
    isCommerce: readBoolean(at(challenge, 'isCommerce')),
    coverLarger: readMediaLink(at(challenge, 'coverLarger')),
    coverMedium: readMediaLink(at(challenge, 'coverMedium')),
    coverThumb: readMediaLink(at(challenge, 'coverThumb')),
    profileLarger: readMediaLink(at(challenge, 'profileLarger')),
    profileMedium: readMediaLink(at(challenge, 'profileMedium')),
    profileThumb: readMediaLink(at(challenge, 'profileThumb')),
    stats: {
      postCount: stats.postCount ?? readVideoCount(own),
      viewCount: stats.viewCount ?? readViewCount(own),
    },
  };
}

function readVideoCount(stats: unknown): number | undefined {
  return readCount(either(stats, 'videoCount'));
}

function readViewCount(stats: unknown): number | undefined {
  return readCount(either(stats, 'viewCount'));
}

function withoutSign(title: string): string {
  return title.startsWith('#') ? title.slice(1) : title;
}
