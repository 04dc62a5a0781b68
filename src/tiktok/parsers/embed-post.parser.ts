import type { Post, User, Video } from '../models';
import { parseCaptionTags, parseHashtags } from './caption.parser';
import { parseImages } from './image.parser';
import { readFirstMediaLink, readMediaLink } from './media-link';
import { parseMusicInfos } from './music.parser';
import { readPostTime } from './post-time';
import {
  at,
  collect,
  readBoolean,
  readCount,
  readId,
  readInteger,
  readList,
  readText,
  unlessNone,
} from './read';
import { parseUser } from './user.parser';

/** What neither embed surface says about a post. */
const UNSAID = { labels: [], suggestedWords: [], isPinned: false } as const;

/** Reads `videoData` of `/embed/v2/ID`; undefined without an id. */
export function parseEmbedVideoData(data: unknown): Post | undefined {
  const item = at(data, 'itemInfos');
  const id = readId(at(item, 'id'));
  if (id === undefined) {
    return undefined;
  }
  const caption = readText(at(item, 'text')) ?? '';
  const captionTags = parseCaptionTags(at(data, 'textExtra'), caption);
  const images = parseImages(readPictures(data));
  return {
    ...UNSAID,
    id,
    kind: images.length > 0 ? 'photo' : 'video',
    caption,
    createdAtSeconds: readPostTime(at(item, 'createTime'), id),
    author: parseEmbedAuthor(at(data, 'authorInfos'), at(data, 'authorStats')),
    stats: {
      diggCount: readCount(at(item, 'diggCount')),
      commentCount: readCount(at(item, 'commentCount')),
      shareCount: readCount(at(item, 'shareCount')),
      playCount: readCount(at(item, 'playCount')),
    },
    video: parseEmbedVideo(item),
    images,
    music: parseMusicInfos(at(data, 'musicInfos')),
    hashtags: parseHashtags(at(data, 'challengeInfoList'), captionTags),
    captionTags,
    locationCreated: readText(at(item, 'locationCreated')),
    isAd: readBoolean(at(item, 'isAd')),
    duetFromId: readId(at(data, 'duetInfo')),
    stickerTexts: unlessNone(collect(at(data, 'stickerTextList'), readText)),
  };
}

/**
 * Reads a row of `videoList` on `/embed/@NAME`, `/embed/tag/NAME`, `/embed/music/ID`; undefined without an id. Rows have no time and no counters
 * but the plays, so the time is the one inside the id.
 */
export function parseEmbedRow(row: unknown, owner?: User): Post | undefined {
  const id = readId(at(row, 'id'));
  if (id === undefined) {
    return undefined;
  }
  const playLink = readMediaLink(at(row, 'playAddr'));
  return {
    ...UNSAID,
    id,
    // The one sign of a photo post here; its pictures are not listed.
    kind: playLink === undefined ? 'photo' : 'video',
    caption: readText(at(row, 'desc')) ?? '',
    createdAtSeconds: readPostTime(undefined, id),
    author: readRowAuthor(row, owner),
    stats: { playCount: readCount(at(row, 'playCount')) },
    video: {
      width: readCount(at(row, 'width')),
      height: readCount(at(row, 'height')),
      ratio: readRatio(at(row, 'ratio')),
      cover: readMediaLink(at(row, 'coverUrl')),
      originCover: readMediaLink(at(row, 'originCoverUrl')),
      dynamicCover: readMediaLink(at(row, 'dynamicCoverUrl')),
      playLink,
      renditions: [],
      subtitles: [],
    },
    images: [],
    hashtags: [],
    captionTags: [],
    isPrivate: readBoolean(at(row, 'privateItem')),
  };
}

function parseEmbedVideo(item: unknown): Video {
  const meta = at(item, 'video', 'videoMeta');
  return {
    durationSeconds: readCount(at(meta, 'duration')),
    width: readCount(at(meta, 'width')),
    height: readCount(at(meta, 'height')),
    ratio: readRatio(at(meta, 'ratio')),
    cover: readFirstMediaLink(at(item, 'covers')),
    originCover: readFirstMediaLink(at(item, 'coversOrigin')),
    dynamicCover: readFirstMediaLink(at(item, 'coversDynamic')),
    // Clean by three readers, watermarked by one; see the note at Video.playLink.
    playLink: readFirstMediaLink(at(item, 'video', 'urls')),
    renditions: [],
    subtitles: [],
  };
}

/** `displayImages` since 2026, `images` as on pages before. */
function readPictures(data: unknown): unknown {
  const pictures = at(data, 'imagePostInfo') ?? at(data, 'itemInfos', 'imagePostInfo');
  const display = at(pictures, 'displayImages');
  return readList(display).length > 0 ? display : at(pictures, 'images');
}

function parseEmbedAuthor(author: unknown, stats: unknown): User | undefined {
  const user = parseUser(author, stats);
  return user === undefined
    ? undefined
    : {
        ...user,
        id: readId(at(author, 'userId')),
        avatarLarger: readFirstMediaLink(at(author, 'coversLarger')),
        avatarMedium: readFirstMediaLink(at(author, 'coversMedium')),
        avatarThumb: readFirstMediaLink(at(author, 'covers')),
      };
}

/** Rows name their author by handle; the owner of the page, where it has one, is known better. */
function readRowAuthor(row: unknown, owner: User | undefined): User | undefined {
  const uniqueId = readText(at(row, 'authorUniqueId')) ?? owner?.uniqueId;
  if (uniqueId === undefined) {
    return undefined;
  }
  const isOwner = uniqueId.toLowerCase() === owner?.uniqueId.toLowerCase();
  return isOwner ? owner : { uniqueId, stats: {} };
}

/** Written as a number, a word like `720p`, or 0 for none. */
function readRatio(ratio: unknown): string | undefined {
  const number = readInteger(ratio);
  return number === undefined ? readText(ratio) : number === 0 ? undefined : String(number);
}
