import type { Music, MusicDetail } from '../../tiktok';

export type SoundOrder = 'relevance' | 'most_used' | 'most_recent' | 'shortest' | 'longest';
export type SoundFilter = 'none' | 'title' | 'creator';

/** The sounds that hold one of the keyword's words where the filter wants it. */
export function filteredSounds(
  sounds: readonly Music[],
  keyword: string,
  filter: SoundFilter,
): readonly Music[] {
  if (filter === 'none') return sounds;
  const words = keyword.toLowerCase().split(/\s+/).filter(Boolean);
  return sounds.filter(({ title = '', authorName = '' }) => {
    const text = (filter === 'title' ? title : authorName).toLowerCase();
    return words.some((word) => text.includes(word));
  });
}

/** In order; what is not known of a sound puts it behind the others, and equals stay as they stood. */
export function sortedSounds(
  sounds: readonly MusicDetail[],
  order: SoundOrder,
): readonly MusicDetail[] {
  const rank = rankOf[order];
  return rank ? [...sounds].sort((a, b) => rank(b) - rank(a)) : sounds;
}

const rankOf: Readonly<Record<SoundOrder, ((sound: MusicDetail) => number) | undefined>> = {
  relevance: undefined,
  most_used: ({ postCount }) => postCount ?? -1,
  // The time at which a sound was made stands in its id, above the lower 32 bits.
  most_recent: ({ id }) => Number(BigInt(id) >> 32n),
  shortest: ({ durationSeconds }) => -(durationSeconds ?? Number.MAX_SAFE_INTEGER),
  longest: ({ durationSeconds }) => durationSeconds ?? -1,
};
