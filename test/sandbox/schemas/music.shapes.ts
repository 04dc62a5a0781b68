import { mediaUrlOrEmpty, soundCoverUrl } from './media-hosts';
import { anything, count, flag, integer, musicId, number, text, type Surface } from './scalars';
import { absent, list, object, optional, since, type Fields, type Shape } from './shape';

const sound: Fields = {
  id: musicId,
  title: text,
  playUrl: mediaUrlOrEmpty,
  coverLarge: soundCoverUrl,
  coverMedium: soundCoverUrl,
  coverThumb: soundCoverUrl,
  authorName: text,
  duration: count,
};

/** 4.7 */
export function music(surface: Surface): Shape {
  return object({
    ...sound,
    original: flag,
    private: since(surface === 'page' ? 2025 : 2026, flag),
    isCopyrighted: since(2025, flag),
    is_commerce_music: since(2026, flag),
    is_unlimited_music: since(2026, flag),
    shoot_duration: since(2026, count),
    album: optional(text),
    tt2dsp: since(2026, object({ tt_to_dsp_song_infos: optional(list(anything)) })),
    ...(surface === 'page' ? pageOnly : apiOnly),
  });
}

const pageOnly: Fields = {
  scheduleSearchTime: integer,
  collected: flag,
  preciseDuration: object({
    preciseDuration: number,
    preciseShootDuration: number,
    preciseAuditionDuration: number,
    preciseVideoDuration: number,
  }),
};

const apiOnly: Fields = { scheduleSearchTime: absent, preciseDuration: absent };

export const phoneMusic: Shape = object(sound);
