import type { CaptionTag, Hashtag, Mention } from '../models';
import { collect, either, readCount, readId, readText, unlessEmpty } from './read';

/**
 * Reads `textExtra`: the hashtags and mentions inside a caption. Embed pages write
 * its keys with capitals, the mobile surface and comments with underscores.
 */
export function parseCaptionTags(textExtra: unknown, caption: string): readonly CaptionTag[] {
  return collect(textExtra, (extra) => parseCaptionTag(extra, caption));
}

/**
 * The hashtags of a post: `challenges` first, they carry ids and descriptions, then what only the caption
 * names. The JSON API leaves empty lists out, pages write them, so neither list can be relied on alone.
 */
export function parseHashtags(
  challenges: unknown,
  captionTags: readonly CaptionTag[],
): readonly Hashtag[] {
  const byName = new Map<string, Hashtag>();
  const fromCaption = captionTags.map((tag) => tag.hashtag);
  for (const hashtag of [...collect(challenges, parseHashtag), ...fromCaption]) {
    const key = hashtag?.name.toLowerCase();
    if (hashtag !== undefined && key !== undefined && !byName.has(key)) {
      byName.set(key, hashtag);
    }
  }
  return [...byName.values()];
}

function parseHashtag(challenge: unknown): Hashtag | undefined {
  const name = readText(either(challenge, 'title', 'challengeName', 'cha_name'));
  return name === undefined
    ? undefined
    : {
        id: readId(either(challenge, 'id', 'challengeId', 'cid')),
        name,
        description: readText(either(challenge, 'desc', 'text')),
      };
}

function parseCaptionTag(extra: unknown, caption: string): CaptionTag | undefined {
  const start = readCount(either(extra, 'start', 'Start'));
  const end = readCount(either(extra, 'end', 'End'));
  if (start === undefined || end === undefined || start > end || end > caption.length) {
    return undefined;
  }
  const name = readText(either(extra, 'hashtagName', 'HashtagName', 'hashtag_name'));
  if (name !== undefined) {
    const hashtag = { id: readId(either(extra, 'hashtagId', 'HashtagId', 'hashtag_id')), name };
    return { start, end, hashtag };
  }
  const mention = parseMention(extra);
  return mention === undefined ? undefined : { start, end, mention };
}

function parseMention(extra: unknown): Mention | undefined {
  return unlessEmpty({
    uniqueId: readText(either(extra, 'userUniqueId', 'UserUniqueId', 'unique_id')),
    userId: readId(either(extra, 'userId', 'UserId', 'user_id')),
    secUid: readText(either(extra, 'secUid', 'SecUid', 'sec_uid')),
  });
}
