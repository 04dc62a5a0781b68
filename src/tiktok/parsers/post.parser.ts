import type { Post, PostStats } from '../models';
import { parseCaptionTags, parseHashtags } from './caption.parser';
import { parseImages, parsePicture } from './image.parser';
import { parseMusic } from './music.parser';
import { parsePostExtras, parseSuggestedWordGroups } from './post-extras.parser';
import { readPostTime } from './post-time';
import {
  at,
  collect,
  either,
  readBoolean,
  readCount,
  readId,
  readInteger,
  readRecord,
  readText,
} from './read';
import { parseAuthor } from './user.parser';
import { parseVideo } from './video.parser';

/** Reads an `itemStruct` of any page or list; undefined when it has no id. */
export function parsePost(itemStruct: unknown): Post | undefined {
  // Lists of phone pages (2022) wrap the item.
  const item = readRecord(at(itemStruct, 'item_basic')) ?? itemStruct;
  const id = readId(at(item, 'id'));
  if (id === undefined) {
    return undefined;
  }
  const desc = at(item, 'desc');
  const caption = typeof desc === 'string' ? desc : '';
  const captionTags = parseCaptionTags(at(item, 'textExtra'), caption);
  return {
    id,
    caption,
    createdAtSeconds: readPostTime(at(item, 'createTime'), id),
    author: parseAuthor(item),
    stats: parsePostStats(item),
    video: parseVideo(at(item, 'video')),
    music: parseMusic(at(item, 'music')),
    hashtags: parseHashtags(at(item, 'challenges'), captionTags),
    captionTags,
    playlistId: readId(at(item, 'playlistId')),
    duetFromId: readId(at(item, 'duetInfo', 'duetFromId')),
    ...parsePictures(at(item, 'imagePost')),
    ...parseFiling(item),
    ...parseFlags(item),
    ...parsePostExtras(item),
  };
}

/** Whether it is a photo post shows in `imagePost` alone: `video` stays there, and a shop video has no address either. */
function parsePictures(
  imagePost: unknown,
): Pick<Post, 'kind' | 'images' | 'imageTitle' | 'imageCover'> {
  return {
    kind: readRecord(imagePost) === undefined ? 'video' : 'photo',
    images: parseImages(at(imagePost, 'images')),
    imageTitle: readText(at(imagePost, 'title')),
    imageCover: parsePicture(at(imagePost, 'cover', 'imageURL')),
  };
}

function parsePostStats(item: unknown): PostStats {
  const count = (name: string): number | undefined =>
    readCount(at(item, 'statsV2', name)) ?? readCount(at(item, 'stats', name));
  return {
    diggCount: count('diggCount'),
    commentCount: count('commentCount'),
    shareCount: count('shareCount'),
    playCount: count('playCount'),
    collectCount: count('collectCount'),
    repostCount: count('repostCount'),
    downloadCount: count('downloadCount'),
  };
}

/** Where TikTok files the post. Most of it is on pages only. */
function parseFiling(
  item: unknown,
): Pick<Post, 'locationCreated' | 'labels' | 'suggestedWords' | 'textLanguage'> {
  return {
    locationCreated: readText(at(item, 'locationCreated')),
    labels: collect(at(item, 'diversificationLabels'), readText),
    suggestedWords: parseSuggestedWords(item),
    textLanguage: readText(at(item, 'textLanguage')),
  };
}

function parseSuggestedWords(item: unknown): readonly string[] {
  const words = collect(at(item, 'suggestedWords'), readText);
  if (words.length > 0) {
    return words;
  }
  return parseSuggestedWordGroups(at(item, 'videoSuggestWordsList', 'video_suggest_words_struct'));
}

type Flags =
  | 'isPinned'
  | 'isAd'
  | 'isPrivate'
  | 'isAiGenerated'
  | 'isContentClassified'
  | 'isDuetEnabled'
  | 'isStitchEnabled'
  | 'isShareEnabled';

function parseFlags(item: unknown): Pick<Post, Flags> {
  return {
    // The key is there only when it is true.
    isPinned: readBoolean(at(item, 'isPinnedItem')) ?? false,
    isAd: readBoolean(at(item, 'isAd')),
    isPrivate: readBoolean(either(item, 'privateItem', 'secret')),
    isAiGenerated: readIsAiGenerated(item),
    isContentClassified: readBoolean(at(item, 'isContentClassified')),
    isDuetEnabled: readBoolean(at(item, 'duetEnabled')),
    isStitchEnabled: readBoolean(at(item, 'stitchEnabled')),
    isShareEnabled: readBoolean(at(item, 'shareEnabled')),
  };
}

/** Pages say `IsAigc`, lists say `aigcLabelType`: 0 for none, else who labelled it. */
function readIsAiGenerated(item: unknown): boolean | undefined {
  const label = readInteger(at(item, 'aigcLabelType'));
  const isLabelled = label === undefined ? undefined : label > 0;
  return isLabelled === true ? true : (readBoolean(at(item, 'IsAigc')) ?? isLabelled);
}
