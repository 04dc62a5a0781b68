import { parseAwemeDetail } from '../../src/tiktok/parsers/aweme.parser';
import { parseCommentList } from '../../src/tiktok/parsers/comment-list.parser';
import { parseEmbedPost, parseEmbedUser } from '../../src/tiktok/parsers/embed.parser';
import { parseEmbedHashtag, parseHashtagDetail } from '../../src/tiktok/parsers/hashtag.parser';
import {
  parseItemDetail,
  parseItemList,
  parseLikedList,
} from '../../src/tiktok/parsers/item-list.parser';
import { parseLiveRoom } from '../../src/tiktok/parsers/live-room.parser';
import { parseEmbedMusic, parseMusicDetail } from '../../src/tiktok/parsers/music-detail.parser';
import { parseOembed } from '../../src/tiktok/parsers/oembed.parser';
import { parsePlayerItems } from '../../src/tiktok/parsers/player.parser';
import { parsePostPage } from '../../src/tiktok/parsers/post-page.parser';
import {
  parseSearchHashtags,
  parseSearchLive,
  parseSearchPosts,
  parseSearchUsers,
} from '../../src/tiktok/parsers/search.parser';
import { parseUserDetail } from '../../src/tiktok/parsers/user-detail.parser';
import { parseUserList } from '../../src/tiktok/parsers/user-list.parser';
import { parseUserPage } from '../../src/tiktok/parsers/user-page.parser';
import type { payloads } from './payloads';

export type ParserName = keyof typeof payloads;

/** Everything that reads a whole answer of TikTok's. */
export const everyParser: Readonly<Record<ParserName, (body: Buffer) => unknown>> = {
  parseAwemeDetail,
  parseCommentList,
  parseEmbedHashtag,
  parseEmbedMusic,
  parseEmbedPost,
  parseEmbedUser,
  parseHashtagDetail,
  parseItemDetail,
  parseItemList,
  parseLikedList,
  parseLiveRoom,
  parseMusicDetail,
  parseOembed,
  parsePlayerItems,
  parsePostPage,
  parseSearchHashtags,
  parseSearchLive,
  parseSearchPosts,
  parseSearchUsers,
  parseUserDetail,
  parseUserList,
  parseUserPage,
};

/** The script of a page that holds a payload; undefined for answers that are JSON themselves. */
export function carrierOf(name: ParserName): string | undefined {
  if (name.endsWith('Page')) return '__UNIVERSAL_DATA_FOR_REHYDRATION__';
  return name.startsWith('parseEmbed') ? '__FRONTITY_CONNECT_STATE__' : undefined;
}

/** A payload as TikTok sends it: JSON, or inside a page with every slash and bracket escaped. */
export function bodyOf(payload: unknown, carrier: string | undefined): Buffer {
  const json = JSON.stringify(payload) ?? 'null';
  if (carrier === undefined) return Buffer.from(json);
  const escaped = json.replaceAll('/', '\\u002F').replaceAll('<', '\\u003C');
  return Buffer.from(`<html><script id="${carrier}">${escaped}</script><footer></footer></html>`);
}
