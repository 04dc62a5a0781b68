import type { Post } from '../models';
import { TikTokBlockedError, TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok.errors';
import { withoutMoving } from './aweme-video.parser';
import { parseMobileImages } from './image.parser';
import { parseExactJsonObject } from './json-body';
import { readMediaLinks } from './media-link';
import { parseMobileMusic } from './mobile-music.parser';
import { parsePlayerAuthor, parsePlayerVideo } from './player-video.parser';
import { readPostTime } from './post-time';
import { at, either, readCount, readId, readList, readRecord, readText } from './read';
import { throwForStatus } from './status';

/** Reads an answer of `/player/api/v1/items` about one post. It has no play count and no hashtags. */
export function parsePlayerItems(json: Buffer): Post {
  const answer = parseExactJsonObject(json, 'player items');
  throwForStatus(answer, 'post');
  const [item] = readList(at(answer, 'items'));
  if (item === undefined) {
    const [result] = readList(at(answer, 'results'));
    throwForResult(readText(at(result, 'code')));
  }
  const post = parsePlayerItem(item);
  if (post === undefined) {
    throw new TikTokShapeChangedError('items[0].id_str');
  }
  return post;
}

function parsePlayerItem(item: unknown): Post | undefined {
  const id = readId(either(item, 'id_str', 'id'));
  if (id === undefined) {
    return undefined;
  }
  const counters = at(item, 'statistics_info');
  return {
    id,
    caption: readText(at(item, 'desc')) ?? '',
    createdAtSeconds: readPostTime(at(item, 'create_time'), id),
    author: parsePlayerAuthor(at(item, 'author_info')),
    stats: {
      diggCount: readCount(at(counters, 'digg_count')),
      commentCount: readCount(at(counters, 'comment_count')),
      shareCount: readCount(at(counters, 'share_count')),
    },
    ...parseMedia(item),
    hashtags: [],
    captionTags: [],
    labels: [],
    suggestedWords: [],
    locationCreated: readText(at(item, 'region')),
    isPinned: false,
  };
}

function parseMedia(item: unknown): Pick<Post, 'kind' | 'video' | 'music' | 'images'> {
  const pictures = readRecord(at(item, 'image_post_info'));
  const info = at(item, 'video_info');
  const video = parsePlayerVideo(info);
  const music = parseMobileMusic(at(item, 'music_info'));
  if (pictures === undefined) {
    return { kind: 'video', video, music, images: [] };
  }
  const [sound] = readMediaLinks(at(info, 'url_list'));
  return {
    kind: 'photo',
    video: withoutMoving(video),
    // Where a video has its addresses, a photo post has its sound.
    music: music && { ...music, playLink: music.playLink ?? sound },
    images: parseMobileImages(at(pictures, 'images')),
  };
}

/** `nil_core_data` is the answer for missing, deleted and private posts alike, so it is none of the three. */
function throwForResult(code: string | undefined): never {
  if (code === undefined) {
    throw new TikTokShapeChangedError('items');
  }
  const message = `TikTok's player answers ${code.slice(0, 100)} for this post`;
  if (code.includes('not_exist')) {
    throw new TikTokNotFoundError(message);
  }
  throw new TikTokBlockedError(code === 'api_busy' ? 'overload' : 'inconclusive', message);
}
