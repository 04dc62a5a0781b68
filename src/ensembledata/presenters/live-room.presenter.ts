import type { LiveRoom, LiveStream } from '../../tiktok';
import type { LiveRoomDto } from '../dto/live-room.dto';
import { presentLink } from './links';
import { presentMobileUser } from './mobile-user.presenter';

/** A live room, under the names that TikTok's own rooms have. */
export function presentLiveRoom(room: LiveRoom): LiveRoomDto {
  return {
    id_str: room.id,
    title: room.title,
    status: room.status,
    create_time: room.startedAtSeconds,
    user_count: room.viewerCount,
    enter_count: room.enterCount,
    like_count: room.likeCount,
    cover: presentLink(room.coverLink),
    hashtag_name: room.hashtagName,
    owner: room.owner && presentMobileUser(room.owner),
    stream_url: room.streams.length === 0 ? undefined : presentStreams(room.streams),
  };
}

function presentStreams(streams: readonly LiveStream[]): LiveRoomDto['stream_url'] {
  const byQuality = (kind: 'flv' | 'hls'): Record<string, string> =>
    Object.fromEntries(
      streams.flatMap((stream) => {
        const link = stream[kind];
        return link ? [[stream.quality, link.url]] : [];
      }),
    );
  return { flv_pull_url: byQuality('flv'), hls_pull_url_map: byQuality('hls') };
}
