import { mediaUrl, mediaUrlOrEmpty } from './media-hosts';
import {
  count,
  countryCode,
  digits,
  flag,
  handle,
  hashtagId,
  integer,
  musicId,
  postId,
  secondsText,
  secUid,
  someText,
  text,
  userId,
} from './scalars';
import {
  absent,
  either,
  exactly,
  isObject,
  list,
  object,
  oneOf,
  optional,
  orNull,
  where,
  type Fields,
  type Shape,
} from './shape';

/** The carrier of `/embed/*`: one entry under the address that was asked for (section 6). */
export function embedEntry(state: unknown): unknown {
  const { source } = (state ?? {}) as { source?: { data?: Record<string, unknown> } };
  const entries = Object.entries(source?.data ?? {});
  return entries.find(([route, entry]) => route.startsWith('/embed/') && isObject(entry))?.[1];
}

const frame: Fields = {
  route: text,
  link: text,
  isReady: exactly(true),
};

/** A row of an embedded list: no time, and plays as its only counter (6.2). */
const row: Shape = object({
  id: postId,
  desc: text,
  height: count,
  width: count,
  ratio: either(text, integer),
  coverUrl: mediaUrl,
  originCoverUrl: mediaUrlOrEmpty,
  dynamicCoverUrl: mediaUrlOrEmpty,
  playAddr: mediaUrlOrEmpty,
  playCount: count,
  privateItem: flag,
  authorUniqueId: handle,
  createTime: absent,
  diggCount: absent,
  commentCount: absent,
});

const rows: Shape = (value, path, reading) => {
  list(row)(value, path, reading);
  where('at most ten rows', (all) => Array.isArray(all) && all.length <= 10)(value, path, reading);
};

export const embedUser: Shape = object({
  ...frame,
  isError: exactly(false),
  pageName: exactly('creator'),
  userInfo: object({
    id: userId,
    uniqueId: handle,
    nickname: text,
    signature: text,
    verified: flag,
    privateAccount: optional(flag),
    avatarThumbUrl: mediaUrl,
    followingCount: count,
    followerCount: count,
    heartCount: count,
    code: integer,
    customErrorCode: integer,
    secUid: absent,
    videoCount: absent,
    createTime: absent,
  }),
  videoList: rows,
});

const covers: Shape = list(mediaUrlOrEmpty);

const itemInfos: Shape = object({
  id: postId,
  text,
  authorId: userId,
  musicId,
  createTime: secondsText,
  covers,
  coversOrigin: covers,
  coversDynamic: covers,
  video: optional(
    object({
      urls: list(mediaUrl),
      videoMeta: object({
        width: count,
        height: count,
        ratio: either(integer, text),
        duration: count,
      }),
    }),
  ),
  diggCount: count,
  shareCount: count,
  playCount: count,
  commentCount: count,
  collectCount: absent,
  isAd: flag,
  isECVideo: oneOf(0, 1),
  locationCreated: countryCode,
});

const capitalSpan: Shape = object({
  AwemeId: text,
  Start: count,
  End: count,
  HashtagName: text,
  HashtagId: optional(text),
  Type: oneOf(0, 1),
  UserId: optional(text),
  IsCommerce: optional(flag),
  start: absent,
});

const imagePostInfo: Shape = object({
  displayImages: list(object({ width: count, height: count, urlList: list(mediaUrl, 1) }), 1),
});

export const embedPost: Shape = object({
  ...frame,
  isError: exactly(false),
  videoData: object({
    itemInfos,
    authorInfos: object({
      userId,
      secUid,
      uniqueId: handle,
      nickName: text,
      nickname: absent,
      signature: text,
      verified: flag,
      covers,
      coversMedium: covers,
      coversLarger: covers,
    }),
    authorStats: object({
      followingCount: count,
      followerCount: count,
      heartCount: either(count, digits),
      videoCount: count,
      diggCount: count,
    }),
    musicInfos: object({
      musicId,
      musicName: text,
      authorName: text,
      original: either(flag, exactly('true')),
      playUrl: list(mediaUrl),
      covers,
      coversMedium: covers,
      coversLarger: covers,
    }),
    challengeInfoList: list(
      object({ challengeId: hashtagId, challengeName: someText, isCommerce: optional(flag) }),
    ),
    textExtra: list(capitalSpan),
    duetInfo: text,
    stickerTextList: list(text),
    imagePostInfo: orNull(imagePostInfo),
  }),
});

/** Counters of a tag are text, those of a sound numbers (15.3). */
export const embedTag: Shape = object({
  ...frame,
  isError: exactly(false),
  embedInfo: object({
    title: someText,
    description: text,
    coverUrl: mediaUrlOrEmpty,
    viewCount: digits,
    videoCount: digits,
    statusCode: exactly(0),
    code: integer,
  }),
  videoList: rows,
});

export const embedMusic: Shape = object({
  ...frame,
  isError: exactly(false),
  embedInfo: object({
    id: musicId,
    artist: text,
    coverUrl: mediaUrlOrEmpty,
    videoCount: count,
    statusCode: exactly(0),
    code: integer,
    title: absent,
  }),
  videoList: rows,
});

const failed: Fields = { ...frame, isError: exactly(true), pageName: exactly('error') };

export const embedUserMissing: Shape = object({
  ...failed,
  userInfo: object({ uniqueId: text }),
  videoList: where('no rows', (value) => Array.isArray(value) && value.length === 0),
});

export const embedPostMissing: Shape = object({
  ...failed,
  errorCode: integer,
  errorStatus: exactly(400),
  videoData: optional(object({ itemInfos: absent })),
});
