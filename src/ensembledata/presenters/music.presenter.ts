import type { Music, MusicDetail } from '../../tiktok';
import type { MusicDto } from '../dto/music.dto';
import { presentLink } from './links';

/** A sound; `user_count` where the surface counts the posts that use it. */
export function presentMusic(music: Music | MusicDetail): MusicDto {
  const detail = 'postCount' in music || 'author' in music ? music : undefined;
  return {
    mid: music.id,
    id_str: music.id,
    title: music.title,
    author: music.authorName,
    album: music.album,
    duration: music.durationSeconds,
    user_count: detail?.postCount,
    play_url: presentLink(music.playLink),
    cover_thumb: presentLink(music.coverThumb),
    cover_medium: presentLink(music.coverMedium),
    cover_large: presentLink(music.coverLarge),
    is_original: music.isOriginal,
    is_original_sound: music.isOriginal,
    is_commerce_music: music.isCommerceMusic,
    ...presentOwner(music, detail),
  };
}

type Owner = Pick<MusicDto, 'owner_id' | 'owner_handle' | 'owner_nickname' | 'sec_uid'>;

function presentOwner({ owner }: Music, detail: MusicDetail | undefined): Owner {
  const author = detail?.author;
  return {
    owner_id: owner?.id ?? author?.id,
    owner_handle: owner?.uniqueId ?? author?.uniqueId,
    owner_nickname: owner?.nickname ?? author?.nickname,
    sec_uid: owner?.secUid ?? author?.secUid,
  };
}
