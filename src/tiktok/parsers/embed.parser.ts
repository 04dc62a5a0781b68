import type { Post, User } from '../models';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { inconclusive, readEmbedEntry } from './embed-entry';
import { readFromCarriers } from './embedded-state';
import { parseEmbedRow, parseEmbedVideoData } from './embed-post.parser';
import { readMediaLink } from './media-link';
import {
  at,
  collect,
  readBoolean,
  readInteger,
  readList,
  readRecord,
  type UnknownRecord,
} from './read';
import { readStatusCode, throwForStatus } from './status';
import { parseUser } from './user.parser';

/** What `/embed/@NAME` shows: the account and its newest posts, pinned ones first. */
export interface EmbedUser {
  readonly user: User;
  readonly posts: readonly Post[];
  /** Rows without an id, left out. */
  readonly droppedCount: number;
}

/** Reads `/embed/@NAME`. Its counters are rounded, and it has neither secUid nor videoCount. */
export function parseEmbedUser(html: Buffer): EmbedUser {
  return readFromCarriers(html, 'embedded user', [['frontity', parseUserState]]);
}

/** Reads `/embed/v2/ID`. */
export function parseEmbedPost(html: Buffer): Post {
  return readFromCarriers(html, 'embedded post', [
    ['frontity', parsePostState],
    // Embed pages of 2019-2021.
    ['next', (state) => parseVideoData(at(state, 'props', 'pageProps', 'videoData'))],
  ]);
}

function parseUserState(state: UnknownRecord): EmbedUser | undefined {
  const entry = readEmbedEntry(state);
  const info = readRecord(at(entry, 'userInfo'));
  if (readBoolean(at(entry, 'isError')) === true || isRefusal(info)) {
    throw inconclusive('user', entry);
  }
  if (info === undefined) {
    return undefined;
  }
  const user = parseEmbedAccount(info);
  if (user === undefined) {
    throw new TikTokShapeChangedError('source.data["/embed/@..."].userInfo.uniqueId');
  }
  const rows = readList(at(entry, 'videoList'));
  const posts = collect(rows, (row) => parseEmbedRow(row, user));
  return { user, posts, droppedCount: rows.length - posts.length };
}

function parsePostState(state: UnknownRecord): Post | undefined {
  const entry = readEmbedEntry(state);
  throwForStatus({ statusCode: at(entry, 'errorCode') }, 'embedded post');
  if (readBoolean(at(entry, 'isError')) === true) {
    throw inconclusive('post', entry);
  }
  return parseVideoData(at(entry, 'videoData'));
}

function parseVideoData(videoData: unknown): Post | undefined {
  const items = readRecord(at(videoData, 'itemInfos'));
  if (items === undefined) {
    return undefined;
  }
  const post = parseEmbedVideoData(videoData);
  if (post === undefined) {
    throw new TikTokShapeChangedError('source.data["/embed/..."].videoData.itemInfos.id');
  }
  return post;
}

function isRefusal(info: UnknownRecord | undefined): boolean {
  const code = readInteger(at(info, 'code'));
  return code === 404 || readStatusCode(info) !== 0;
}

function parseEmbedAccount(info: UnknownRecord): User | undefined {
  const user = parseUser(info);
  return user === undefined
    ? undefined
    : {
        ...user,
        avatarLarger: readMediaLink(at(info, 'avatarLargerUrl')),
        avatarMedium: readMediaLink(at(info, 'avatarMediumUrl')),
        avatarThumb: readMediaLink(at(info, 'avatarThumbUrl')),
      };
}
