import { textExtra } from './item.shapes';
import { mediaUrl, mediaUrlOrEmpty } from './media-hosts';
import { phoneMusic } from './music.shapes';
import { count, digits, flag, handle, hashtagId, integer, postId } from './scalars';
import { seconds, secondsText, secUid, someText, text, userId } from './scalars';
import { absent, both, exactly, isObject, list, object, optional } from './shape';
import { where, type Fields, type Shape } from './shape';

/** Objects under keys that are data themselves: ids, handles. */
function keyed(key: Shape, shape: Shape): Shape {
  return (value, path, reading) => {
    object({})(value, path, reading);
    for (const [name, entry] of Object.entries(isObject(value) ? value : {})) {
      key(name, `${path}<key>`, reading);
      shape(entry, `${path}[${name}]`, reading);
    }
  };
}

/** What every year says about an account; what came later may stand beside it. */
const account: Shape = object({
  id: userId,
  shortId: text,
  uniqueId: handle,
  nickname: text,
  avatarLarger: mediaUrl,
  avatarMedium: mediaUrl,
  avatarThumb: mediaUrl,
  signature: text,
  createTime: integer,
  verified: flag,
  secUid,
  ftc: flag,
  relation: integer,
  openFavorite: flag,
  commentSetting: integer,
  duetSetting: integer,
  stitchSetting: integer,
  privateAccount: flag,
  secret: flag,
  isADVirtual: flag,
  roomId: text,
  bioLink: optional(object({ link: text, risk: integer })),
});

const accountStats: Shape = object({
  followerCount: count,
  followingCount: count,
  heart: count,
  heartCount: count,
  videoCount: count,
  diggCount: count,
});

const video: Shape = object({
  id: text,
  height: count,
  width: count,
  duration: count,
  ratio: text,
  cover: mediaUrlOrEmpty,
  originCover: mediaUrlOrEmpty,
  dynamicCover: mediaUrlOrEmpty,
  playAddr: mediaUrlOrEmpty,
});

const challenge: Shape = object({ id: hashtagId, title: someText, desc: text });

/** Items of both carriers; counters are rounded, and nothing is exact. */
const item: Fields = {
  id: postId,
  desc: text,
  video: optional(video),
  music: phoneMusic,
  challenges: list(challenge),
  statsV2: absent,
  authorStatsV2: absent,
  textExtra: list(textExtra),
  effectStickers: list(object({ ID: digits, name: text })),
  stickersOnItem: list(object({ stickerText: list(text), stickerType: integer })),
  warnInfo: list(text),
  authorStats: accountStats,
  originalItem: flag,
  officalItem: flag,
  secret: flag,
  forFriend: flag,
  digged: flag,
  itemCommentStatus: integer,
  privateItem: flag,
  shareEnabled: flag,
  isAd: flag,
};

const counters: Fields = { diggCount: count, shareCount: count, commentCount: count };

/** 2021-23: the author is a handle, and what else is known of it stands flat in the item. */
const sigiItem: Shape = object({
  ...item,
  createTime: secondsText,
  author: handle,
  nickname: text,
  authorId: userId,
  authorSecId: secUid,
  avatarThumb: mediaUrl,
  downloadSetting: integer,
  authorPrivate: flag,
  stats: object({ ...counters, playCount: count, collectCount: optional(digits) }),
});

/** 2019-21: times are numbers, the author an object. */
const nextItem: Shape = object({
  ...item,
  createTime: seconds,
  author: account,
  stats: object({ ...counters, playCount: count, collectCount: absent }),
});

const status = where('a status code', Number.isSafeInteger);

const itemIds: Shape = object({
  list: list(postId),
  browserList: list(postId),
  loading: flag,
  statusCode: integer,
  hasMore: flag,
  cursor: digits,
  preloadList: list(object({ url: mediaUrlOrEmpty, id: postId })),
});

/** Whatever the lists name is in the module of items, under its id, and its author beside it. */
const hangsTogether: Shape = where('modules that name one another', (value) => {
  const { ItemModule = {}, ItemList = {} } = value as {
    ItemModule?: Record<string, { id: string }>;
    ItemList?: Record<string, { list: string[] }>;
  };
  const listed = Object.values(ItemList).flatMap((entry) => entry.list);
  const isOwn = Object.entries(ItemModule).every(([key, { id }]) => key === id);
  return isOwn && listed.every((id) => id in ItemModule);
});

const sigi: Fields = {
  AppContext: object({}),
  BizContext: object({}),
  SEO: object({ metaParams: object({ title: text, canonicalHref: text }), canonical: text }),
  SharingMeta: object({}),
  ItemList: keyed(someText, itemIds),
  ItemModule: optional(keyed(postId, sigiItem)),
};

const users: Shape = object({
  users: keyed(handle, account),
  stats: keyed(handle, accountStats),
});

/** A page of an account in `SIGI_STATE` (4.1). */
export const sigiUserPage: Shape = both(
  object({
    ...sigi,
    UserModule: users,
    UserPage: object({ uniqueId: handle, statusCode: status, secUid }),
  }),
  hangsTogether,
);

export const sigiUserMissing: Shape = object({
  ...sigi,
  ItemModule: absent,
  UserModule: absent,
  UserPage: object({ statusCode: exactly(10202) }),
});

export const sigiVideoPage: Shape = both(
  object({ ...sigi, UserModule: users, VideoPage: object({ statusCode: exactly(0) }) }),
  hangsTogether,
);

export const sigiVideoMissing: Shape = object({
  ...sigi,
  ItemModule: absent,
  VideoPage: object({ statusCode: exactly(10204) }),
});

function nextPage(props: Fields): Shape {
  const seoProps = object({ metaParams: object({ title: text, canonicalHref: text }) });
  const pageProps = object({ serverCode: count, statusCode: status, seoProps, ...props });
  return object({ props: object({ pageProps }), page: someText, query: object({}), buildId: text });
}

/** A page of an account in `__NEXT_DATA__` (4.1). */
export const nextUserPage: Shape = nextPage({
  uniqueId: handle,
  userInfo: object({ user: account, stats: accountStats, itemList: list(object({})) }),
  items: list(nextItem),
  videoListHasMore: flag,
  videoListMaxCursor: integer,
});

export const nextUserMissing: Shape = nextPage({
  statusCode: exactly(10202),
  userInfo: absent,
  items: absent,
});

export const nextVideoPage: Shape = nextPage({ itemInfo: object({ itemStruct: nextItem }) });

export const nextVideoMissing: Shape = nextPage({
  statusCode: exactly(10204),
  itemInfo: absent,
});
