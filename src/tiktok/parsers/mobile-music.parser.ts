import type { Music } from '../models';
import { readListedLink } from './media-link';
import {
  at,
  collect,
  either,
  readBoolean,
  readCount,
  readId,
  readText,
  unlessEmpty,
  unlessNone,
} from './read';
import { parseServiceSong } from './music.parser';

/** Reads a sound of the mobile app. Its `id` is a number beyond JavaScript's, so the twins come first. */
export function parseMobileMusic(music: unknown): Music | undefined {
  const id = readId(either(music, 'mid', 'id_str', 'id'));
  if (id === undefined) {
    return undefined;
  }
  return {
    id,
    title: readText(at(music, 'title')),
    authorName: readText(at(music, 'author')),
    album: readText(at(music, 'album')),
    durationSeconds: readCount(at(music, 'duration')),
    isOriginal: readBoolean(either(music, 'is_original_sound', 'is_original')),
    isCommerceMusic: readBoolean(at(music, 'is_commerce_music')),
    owner: unlessEmpty({
      id: readId(at(music, 'owner_id')),
      uniqueId: readText(at(music, 'owner_handle')),
      secUid: readText(at(music, 'sec_uid')),
      nickname: readText(at(music, 'owner_nickname')),
    }),
    playLink: readListedLink(at(music, 'play_url')),
    coverLarge: readListedLink(at(music, 'cover_large')),
    coverMedium: readListedLink(at(music, 'cover_medium')),
    coverThumb: readListedLink(at(music, 'cover_thumb')),
    serviceSongs: unlessNone(collect(at(music, 'tt_to_dsp_song_infos'), parseServiceSong)),
  };
}
