import type { Sound } from '../world/sound';
import type { JsonObject, Rendering } from './rendering';

export function musicOf({ links, surface }: Rendering, sound: Sound): JsonObject {
  const cover = links.image('cover', sound.clip.number, sound.key);
  const { seconds } = sound.clip;
  const common = {
    id: sound.id,
    title: sound.title,
    playUrl: links.sound(sound.key, sound.clip.number),
    coverLarge: cover,
    coverMedium: cover,
    coverThumb: cover,
    authorName: sound.authorName,
    original: sound.isOriginal,
    private: false,
    duration: seconds,
    isCopyrighted: false,
    is_commerce_music: sound.isOriginal,
    is_unlimited_music: false,
    shoot_duration: seconds,
    tt2dsp: { tt_to_dsp_song_infos: [] },
    ...(sound.album === '' ? {} : { album: sound.album }),
  };
  if (surface === 'api') return common;
  return {
    ...common,
    scheduleSearchTime: 0,
    collected: false,
    preciseDuration: {
      preciseDuration: seconds,
      preciseShootDuration: seconds,
      preciseAuditionDuration: seconds,
      preciseVideoDuration: seconds,
    },
  };
}
