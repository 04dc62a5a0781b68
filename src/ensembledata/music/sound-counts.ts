import type { AnswerMeta } from '../../cache/answer';
import { combineMeta } from '../../cache/answer';
import type { Music, MusicDetail, TikTokClient } from '../../tiktok';
import { TikTokError } from '../../tiktok';

/** Sounds whose use is counted, and how many are asked for at a time. */
const maxCounted = 60;
const countedAtOnce = 5;

export interface WithCounts {
  readonly sounds: readonly MusicDetail[];
  /** Of the sounds and all counts; an answer that lacks one is nobody's to keep. */
  readonly meta: AnswerMeta;
}

/** The sounds, the first of them with the number of posts that use them. */
export async function withCounts(
  tiktok: Pick<TikTokClient, 'music'>,
  sounds: readonly Music[],
  meta: AnswerMeta,
): Promise<WithCounts> {
  const first = sounds.slice(0, maxCounted);
  const counted: MusicDetail[] = [];
  const metas: AnswerMeta[] = [];
  for (let start = 0; start < first.length; start += countedAtOnce) {
    const some = first.slice(start, start + countedAtOnce);
    const details = await Promise.all(some.map(({ id }) => detailOf(tiktok, id)));
    for (const [index, sound] of some.entries())
      counted.push({ ...sound, postCount: details[index]?.value.postCount });
    metas.push(...details.flatMap((detail) => (detail ? [detail.meta] : [])));
  }
  const isLacking = metas.length < first.length;
  return {
    sounds: [...counted, ...sounds.slice(maxCounted)],
    meta: { ...combineMeta(meta, metas), ...(isLacking && { isOneOff: true }) },
  };
}

async function detailOf(tiktok: Pick<TikTokClient, 'music'>, id: string) {
  try {
    return await tiktok.music(id);
  } catch (error) {
    if (error instanceof TikTokError) return undefined;
    throw error;
  }
}
