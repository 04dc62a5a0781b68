import { mediaUrl, mediaUrlOrEmpty } from './media-hosts';
import { music, phoneMusic } from './music.shapes';
import {
  anything,
  count,
  countOn,
  countryCode,
  digits,
  empty,
  flag,
  handle,
  hashtagId,
  integer,
  postId,
  seconds,
  secondsText,
  secUid,
  someText,
  text,
  userId,
  type Surface,
} from './scalars';
import {
  absent,
  choose,
  either,
  isObject,
  list,
  nothing,
  object,
  oneOf,
  optional,
  since,
  type Field,
  type Fields,
  type Shape,
} from './shape';
import {
  apiAuthor,
  pageAuthor,
  phoneAuthor,
  phoneAuthorStats,
  userStats,
  userStatsV2,
} from './user.shapes';
import { phoneVideo, video, videoOfPhotos } from './video.shapes';

const span: Fields = { awemeId: text, start: count, end: count, subType: integer };

const hashtagSpan: Shape = object({
  ...span,
  type: oneOf(1),
  hashtagName: someText,
  hashtagId: optional(hashtagId),
});

/** A mention of an account that is gone has lost who it was. */
const mentionSpan: Shape = object({
  ...span,
  type: oneOf(0),
  hashtagName: optional(empty),
  userId: optional(either(userId, empty)),
  userUniqueId: optional(either(handle, empty)),
  secUid: optional(either(secUid, empty)),
});

export const textExtra: Shape = choose((value) =>
  isObject(value) && value['type'] === 0 ? mentionSpan : hashtagSpan,
);

const contents: Shape = list(
  object({ desc: text, textExtra: optional(either(nothing, list(textExtra))) }),
);

export const challenge: Shape = object({
  id: hashtagId,
  title: someText,
  desc: text,
  profileLarger: mediaUrlOrEmpty,
  profileMedium: mediaUrlOrEmpty,
  profileThumb: mediaUrlOrEmpty,
  coverLarger: mediaUrlOrEmpty,
  coverMedium: mediaUrlOrEmpty,
  coverThumb: mediaUrlOrEmpty,
  isCommerce: optional(flag),
  stats: optional(object({ videoCount: count, viewCount: count })),
});

const image: Shape = object({
  imageURL: object({ urlList: list(mediaUrl, 1) }),
  imageWidth: count,
  imageHeight: count,
});

const imagePost: Shape = object({
  images: list(image, 1),
  cover: object({ imageURL: object({ urlList: list(mediaUrl, 1) }) }),
  shareCover: object({ imageURL: object({ urlList: list(mediaUrl) }) }),
  title: text,
});

function postStats(surface: Surface): Shape {
  return object({
    diggCount: count,
    shareCount: count,
    commentCount: count,
    playCount: count,
    collectCount: since(2023, countOn(surface)),
  });
}

const postStatsV2: Shape = object({
  diggCount: digits,
  shareCount: digits,
  commentCount: digits,
  playCount: digits,
  collectCount: digits,
  repostCount: digits,
});

/** 4.5, as far as both surfaces agree. */
function shared(surface: Surface): Fields {
  const isPage = surface === 'page';
  return {
    id: postId,
    desc: text,
    createTime: isPage ? secondsText : seconds,
    author: isPage ? pageAuthor : apiAuthor,
    music: music(surface),
    stats: postStats(surface),
    statsV2: since(2025, postStatsV2),
    authorStats: since(2025, userStats),
    authorStatsV2: since(isPage ? 2025 : 2026, userStatsV2),
    contents: since(2025, contents),
    originalItem: flag,
    officalItem: flag,
    secret: flag,
    forFriend: flag,
    digged: flag,
    itemCommentStatus: integer,
    privateItem: flag,
    shareEnabled: flag,
    isAd: since(2025, flag),
    duetDisplay: integer,
    stitchDisplay: integer,
    collected: since(2023, flag),
    item_control: since(2025, object({ can_repost: flag })),
    AIGCDescription: since(2025, text),
    CategoryType: since(2025, integer),
    textLanguage: since(2025, text),
    textTranslatable: since(2025, flag),
    backendSourceEventTracking: since(2026, text),
    isReviewing: since(2026, flag),
    isPinnedItem: optional(oneOf(true)),
    playlistId: optional(either(postId, empty)),
    diversificationId: optional(integer),
    duetInfo: optional(object({ duetFromId: text })),
    takeDown: optional(either(integer, flag)),
  };
}

/** Pages spell an empty list `[]`; the API leaves the key out (QUIRKS 11). */
function listOn(surface: Surface, shape: Shape): Shape | Field {
  return surface === 'page' ? list(shape) : optional(list(shape, 1));
}

function marks(surface: Surface): Fields {
  const sticker = object({ stickerText: list(text), stickerType: integer });
  return {
    challenges: listOn(surface, challenge),
    textExtra: listOn(surface, textExtra),
    stickersOnItem: listOn(surface, sticker),
    effectStickers: listOn(surface, object({ ID: digits, name: text })),
  };
}

const pageOnly: Fields = {
  scheduleTime: integer,
  warnInfo: list(anything),
  takeDown: either(integer, flag),
  comments: list(anything),
  indexEnabled: flag,
  locationCreated: countryCode,
  suggestedWords: list(text),
  channelTags: list(anything),
  IsAigc: flag,
  diversificationLabels: optional(list(text)),
};

const apiOnly: Fields = {
  scheduleTime: absent,
  warnInfo: absent,
  comments: absent,
  indexEnabled: absent,
  locationCreated: absent,
  channelTags: absent,
  diversificationLabels: absent,
};

/** itemStruct as a page or an API answer has it. */
export function itemStruct(surface: Surface): Shape {
  const common = { ...shared(surface), ...marks(surface) };
  const own = surface === 'page' ? pageOnly : apiOnly;
  const switches = { duetEnabled: flag, stitchEnabled: flag };
  const ofVideo = object({
    ...common,
    ...own,
    ...switches,
    video: video(surface),
    imagePost: absent,
  });
  const ofPhotos = object({ ...common, ...own, video: videoOfPhotos, imagePost });
  const ofWalled = object({ ...common, ...own, ...switches, isContentClassified: oneOf(true) });
  return choose((value) => {
    if (isObject(value) && 'imagePost' in value) return ofPhotos;
    return isObject(value) && 'isContentClassified' in value && !('video' in value)
      ? ofWalled
      : ofVideo;
  });
}

/** The shorter item of the phone page: API-like counters, no exact ones. */
export const phoneItem: Shape = object({
  id: postId,
  desc: text,
  createTime: secondsText,
  video: phoneVideo,
  author: phoneAuthor,
  music: phoneMusic,
  challenges: list(object({ id: hashtagId, title: someText, desc: text })),
  stats: postStats('api'),
  statsV2: absent,
  authorStatsV2: absent,
  textExtra: list(textExtra),
  effectStickers: list(anything),
  stickersOnItem: list(anything),
  anchors: list(anything),
  warnInfo: list(anything),
  comments: list(anything),
  channelTags: list(anything),
  keywordTags: list(anything),
  authorStats: phoneAuthorStats,
  indexEnabled: flag,
  locationCreated: countryCode,
  suggestedWords: list(text),
  imagePost: optional(imagePost),
});
