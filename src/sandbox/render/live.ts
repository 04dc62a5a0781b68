import { wideNumber } from '../http/exact-json';
import type { LiveRoom } from '../world/live';
import { hexOf } from '../world/hash';
import type { JsonObject, Rendering } from './rendering';
import { avatarOf } from './snake-user';

const QUALITIES = ['ld', 'sd', 'hd', 'uhd', 'origin'] as const;
/** What the older map of links calls the same qualities; the last name is TikTok's own spelling. */
const ALIASES: readonly string[] = ['SD1', 'SD2', 'HD1', 'FULL_HD1', 'ORIGION'];
const LIVE = 2;
const ENDED = 4;

export function statusOfRoom(room: LiveRoom): number {
  return room.isLive ? LIVE : ENDED;
}

/** `liveRoom` of `/api-live/user/room/`. */
export function liveRoomOf({ links }: Rendering, room: LiveRoom): JsonObject {
  const cover = links.image('cover', 1 + (room.key % 3), room.key);
  return {
    coverUrl: cover,
    squareCoverImg: cover,
    liveRoomStats: { userCount: room.viewers, enterCount: room.entered },
    liveSubOnly: 0,
    paidEvent: { event_id: 0, paid_type: 0 },
    startTime: room.startedAt,
    status: statusOfRoom(room),
    streamData: pullData(room),
    title: room.title,
  };
}

/** `data` of the webcast host. */
export function webcastRoom(rendering: Rendering, room: LiveRoom): JsonObject {
  const { owner } = room;
  const { followers, following } = rendering.world.userCounts(owner);
  const cover = rendering.links.image('cover', 1 + (room.key % 3), room.key);
  return {
    id: wideNumber(room.id),
    id_str: room.id,
    status: statusOfRoom(room),
    title: room.title,
    cover: { url_list: [cover] },
    create_time: room.startedAt,
    start_time: room.startedAt,
    user_count: room.viewers,
    like_count: room.likes,
    owner: {
      id: wideNumber(owner.id),
      id_str: owner.id,
      display_id: owner.handle,
      nickname: owner.nickname,
      sec_uid: owner.secUid,
      bio_description: owner.bio,
      avatar_thumb: avatarOf(rendering, owner),
      follow_info: { follower_count: followers, following_count: following, follow_status: 0 },
    },
    owner_user_id_str: owner.id,
    stream_url: {
      flv_pull_url: Object.fromEntries(
        ALIASES.map((alias, n) => [alias, flvOf(room, QUALITIES[n] ?? 'origin')]),
      ),
      hls_pull_url: hlsOf(room, 'origin'),
      live_core_sdk_data: pullData(room),
    },
    stats: { total_user: room.entered },
    hashtag: { title: owner.topic.name },
    game_tag: [],
  };
}

/** JSON in a string: that is how TikTok says which streams there are. */
function pullData(room: LiveRoom): JsonObject {
  const streams: Record<string, JsonObject> = {};
  for (const quality of QUALITIES) {
    const sdk_params = JSON.stringify({ vbitrate: 800_000, resolution: '576x1024' });
    const main = { flv: flvOf(room, quality), hls: hlsOf(room, quality), sdk_params };
    streams[quality] = { main };
  }
  return { pull_data: { stream_data: JSON.stringify({ data: streams }) } };
}

function flvOf(room: LiveRoom, quality: string): string {
  return `https://pull-flv-sandbox.tiktokcdn.com/stage/${streamName(room)}_${quality}.flv`;
}

function hlsOf(room: LiveRoom, quality: string): string {
  return `https://pull-hls-sandbox.tiktokcdn.com/stage/${streamName(room)}_${quality}/index.m3u8`;
}

function streamName({ id, key }: LiveRoom): string {
  return `stream-${id}-${hexOf(key, 8)}`;
}
