import type { Music, ServiceSong } from '../models';
import { readFirstMediaLink } from './media-link';
import {
  at,
  collect,
  readBoolean,
  readCount,
  readFraction,
  readId,
  readInteger,
  readText,
  unlessNone,
} from './read';

/** Reads a sound of the web surfaces; undefined without an id, and search rows may have `music: null`. */
export function parseMusic(music: unknown): Music | undefined {
  const id = readId(at(music, 'id'));
  if (id === undefined) {
    return undefined;
  }
  return {
    id,
    title: readText(at(music, 'title')),
    authorName: readText(at(music, 'authorName')),
    album: readText(at(music, 'album')),
    durationSeconds: readCount(at(music, 'duration')),
    preciseDurationSeconds: readFraction(at(music, 'preciseDuration', 'preciseDuration')),
    isOriginal: readBoolean(at(music, 'original')),
    isCopyrighted: readBoolean(at(music, 'isCopyrighted')),
    isCommerceMusic: readBoolean(at(music, 'is_commerce_music')),
    isPrivate: readBoolean(at(music, 'private')),
    playLink: readFirstMediaLink(at(music, 'playUrl')),
    coverLarge: readFirstMediaLink(at(music, 'coverLarge')),
    coverMedium: readFirstMediaLink(at(music, 'coverMedium')),
    coverThumb: readFirstMediaLink(at(music, 'coverThumb')),
    serviceSongs: unlessNone(
      collect(at(music, 'tt2dsp', 'tt_to_dsp_song_infos'), parseServiceSong),
    ),
  };
}

/** Reads `musicInfos` of an embed page: other names for the same, covers in lists. */
export function parseMusicInfos(music: unknown): Music | undefined {
  return parseMusic({
    id: at(music, 'musicId'),
    title: at(music, 'musicName'),
    authorName: at(music, 'authorName'),
    original: at(music, 'original'),
    playUrl: at(music, 'playUrl'),
    coverLarge: at(music, 'coversLarger'),
    coverMedium: at(music, 'coversMedium'),
    coverThumb: at(music, 'covers'),
  });
}

/** Reads one song of a music service; the mobile surface has the same list. */
export function parseServiceSong(song: unknown): ServiceSong | undefined {
  const songId = readText(at(song, 'song_id'));
  return songId === undefined ? undefined : { platform: readInteger(at(song, 'platform')), songId };
}
