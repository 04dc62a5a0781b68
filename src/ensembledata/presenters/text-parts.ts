import type { CaptionTag, Hashtag, Post } from '../../tiktok';
import type { TextPartDto } from '../dto/text-part.dto';

/** Hashtags and names of a text, where they stand in it. */
export function presentTextParts(tags: readonly CaptionTag[]): TextPartDto[] {
  return tags.map(({ start, end, hashtag, mention }) =>
    hashtag
      ? { type: 1, hashtag_name: hashtag.name, hashtag_id: hashtag.id, start, end }
      : {
          type: 0,
          user_id: mention?.userId,
          user_unique_id: mention?.uniqueId,
          sec_uid: mention?.secUid,
          start,
          end,
        },
  );
}

/** The pieces of a caption. Surfaces that list a post's hashtags without their places are helped out. */
export function presentCaptionParts({ caption, captionTags, hashtags }: Post): TextPartDto[] {
  const placed = new Set(captionTags.map(({ hashtag }) => hashtag?.name.toLowerCase()));
  const others = hashtags.filter(({ name }) => !placed.has(name.toLowerCase()));
  return presentTextParts([...captionTags, ...others.flatMap((tag) => placeOf(tag, caption))]);
}

function placeOf(hashtag: Hashtag, caption: string): CaptionTag[] {
  const start = caption.toLowerCase().indexOf(`#${hashtag.name.toLowerCase()}`);
  return start < 0 ? [] : [{ start, end: start + 1 + hashtag.name.length, hashtag }];
}
