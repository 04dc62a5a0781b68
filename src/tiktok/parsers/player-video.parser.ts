import type { User, Video } from '../models';
import { parseRendition, parseSubtitle, readMilliseconds } from './aweme-video.parser';
import { readFirstMediaLink, readListedLink, readMediaLinks } from './media-link';
import { parseMobileUser } from './mobile-user.parser';
import { at, collect, readCount, readRecord, readText } from './read';

/** Reads `video_info` of the player, whose length is in milliseconds. */
export function parsePlayerVideo(info: unknown): Video | undefined {
  if (readRecord(info) === undefined) {
    return undefined;
  }
  const meta = at(info, 'meta');
  return {
    uri: readText(at(info, 'uri')),
    durationSeconds: readMilliseconds(at(meta, 'duration')),
    width: readCount(at(meta, 'width')),
    height: readCount(at(meta, 'height')),
    format: readText(at(meta, 'format')),
    bitsPerSecond: readCount(at(meta, 'bitrate')),
    cover: readListedLink(at(info, 'cover')),
    originCover: readListedLink(at(info, 'origin_cover')),
    // An unplayable post comes with one empty address.
    playLink: readMediaLinks(at(info, 'url_list'))[0],
    renditions: collect(at(info, 'profiles'), parseRendition),
    subtitles: collect(at(info, 'captions'), parseSubtitle),
  };
}

/** Reads `author_info`, which has neither ids nor counters but the secUid. */
export function parsePlayerAuthor(info: unknown): User | undefined {
  const user = parseMobileUser(info);
  return user && { ...user, avatarThumb: readFirstMediaLink(at(info, 'avatar_url_list')) };
}
