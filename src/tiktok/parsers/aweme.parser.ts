import type { Music, Post, PostState, PostStats } from '../models';
import { TikTokShapeChangedError } from '../tiktok.errors';
import { parseAwemeVideo, readPhotoSound, withoutMoving } from './aweme-video.parser';
import { parseCaptionTags, parseHashtags } from './caption.parser';
import { parseMobileImages, parsePicture } from './image.parser';
import { parseExactJsonObject } from './json-body';
import { parseMobileMusic } from './mobile-music.parser';
import { parseMobileUser } from './mobile-user.parser';
import { parseAnchors, parseSuggestedWordGroups } from './post-extras.parser';
import { readPostTime } from './post-time';
import {
  at,
  either,
  readBoolean,
  readCount,
  readId,
  readInteger,
  readList,
  readRecord,
  readText,
  unlessEmpty,
} from './read';
import { throwForStatus } from './status';

/** Reads an answer of the mobile app about one post: `aweme_detail`, or the first of `aweme_details`. */
export function parseAwemeDetail(json: Buffer): Post {
  const answer = parseExactJsonObject(json, 'post');
  throwForStatus(answer, 'post');
  const post = parseAweme(at(answer, 'aweme_detail') ?? readList(at(answer, 'aweme_details'))[0]);
  if (post === undefined) {
    throw new TikTokShapeChangedError('aweme_detail.aweme_id');
  }
  return post;
}

/** Reads a post of the mobile app; undefined when it has no id. Lengths are in milliseconds there. */
export function parseAweme(item: unknown): Post | undefined {
  const id = readId(at(item, 'aweme_id'));
  if (id === undefined) {
    return undefined;
  }
  const desc = at(item, 'desc');
  const caption = typeof desc === 'string' ? desc : '';
  const captionTags = parseCaptionTags(at(item, 'text_extra'), caption);
  return {
    id,
    caption,
    createdAtSeconds: readPostTime(at(item, 'create_time'), id),
    author: parseMobileUser(at(item, 'author')),
    stats: parseStats(at(item, 'statistics')),
    ...parseMedia(item),
    hashtags: parseHashtags(at(item, 'cha_list'), captionTags),
    captionTags,
    labels: [],
    suggestedWords: parseSuggestedWordGroups(at(item, 'suggest_words', 'suggest_words')),
    ...parseFiling(item),
    ...parseFlags(item),
  };
}

function parseMedia(
  item: unknown,
): Pick<Post, 'kind' | 'video' | 'music' | 'images' | 'imageTitle' | 'imageCover'> {
  const pictures = readRecord(at(item, 'image_post_info'));
  const video = parseAwemeVideo(at(item, 'video'));
  const music = parseMobileMusic(at(item, 'music'));
  if (pictures === undefined) {
    return { kind: 'video', video, music, images: [] };
  }
  return {
    kind: 'photo',
    video: withoutMoving(video),
    music: withSound(music, item),
    images: parseMobileImages(at(pictures, 'images')),
    imageTitle: readText(at(pictures, 'title')),
    imageCover: parsePicture(at(pictures, 'image_post_cover', 'display_image')),
  };
}

function withSound(music: Music | undefined, item: unknown): Music | undefined {
  return music && { ...music, playLink: music.playLink ?? readPhotoSound(at(item, 'video')) };
}

function parseStats(statistics: unknown): PostStats {
  const count = (name: string): number | undefined => readCount(at(statistics, name));
  return {
    diggCount: count('digg_count'),
    commentCount: count('comment_count'),
    shareCount: count('share_count'),
    playCount: count('play_count'),
    collectCount: count('collect_count'),
    repostCount: count('repost_count'),
    downloadCount: count('download_count'),
    forwardCount: count('forward_count'),
    whatsappShareCount: count('whatsapp_share_count'),
  };
}

type Filing = 'locationCreated' | 'textLanguage' | 'anchors' | 'shareUrl';

function parseFiling(item: unknown): Pick<Post, Filing> {
  return {
    locationCreated: readText(at(item, 'region')),
    textLanguage: readText(at(item, 'desc_language')),
    anchors: parseAnchors(at(item, 'anchors')),
    shareUrl: readText(at(item, 'share_url')),
  };
}

type Flags =
  | 'isPinned'
  | 'isAd'
  | 'isPrivate'
  | 'isAiGenerated'
  | 'isDuetEnabled'
  | 'isStitchEnabled'
  | 'isShareEnabled'
  | 'duetSetting'
  | 'stitchSetting'
  | 'commentSetting'
  | 'state';

function parseFlags(item: unknown): Pick<Post, Flags> {
  const privateStatus = readInteger(at(item, 'status', 'private_status'));
  const aiLabel = readInteger(at(item, 'aigc_info', 'aigc_label_type'));
  return {
    isPinned: readBoolean(at(item, 'is_top')) ?? false,
    isAd: readBoolean(at(item, 'is_ads')),
    isPrivate:
      readBoolean(at(item, 'status', 'is_private')) ??
      (privateStatus === undefined ? undefined : privateStatus !== 0),
    isAiGenerated: aiLabel === undefined ? undefined : aiLabel > 0,
    isDuetEnabled: readBoolean(at(item, 'video_control', 'allow_duet')),
    isStitchEnabled: readBoolean(at(item, 'video_control', 'allow_stitch')),
    isShareEnabled: readBoolean(at(item, 'status', 'allow_share')),
    duetSetting: readInteger(at(item, 'item_duet')),
    stitchSetting: readInteger(at(item, 'item_stitch')),
    commentSetting: readInteger(either(item, 'item_comment_settings')),
    state: parseState(at(item, 'status')),
  };
}

function parseState(status: unknown): PostState | undefined {
  return unlessEmpty({
    isDeleted: readBoolean(at(status, 'is_delete')),
    isProhibited: readBoolean(at(status, 'is_prohibited')),
    isInReview: readBoolean(at(status, 'in_reviewing')),
  });
}
