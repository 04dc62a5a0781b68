import { liveRoomOf, statusOfRoom, webcastRoom } from '../render/live';
import { apiAuthor } from '../render/user';
import type { Account } from '../world/account';
import type { JsonObject, Rendering } from '../render/rendering';
import { renderingFor, type Handler } from './answering';
import { apiReply, snakeReply } from './api-answer';
import { textAsked } from './asked';
import { accountNamed } from './user-page';

const NOT_FOUND = { statusCode: 19881007, message: 'user_not_found' };
const ROOM_GONE = { status_code: 30003, data: { message: 'room has finished', prompts: '' } };
const LIVE_NOT_EXIST = 10210;

/** `/api-live/user/room/`: an account and its room, if it ever went live. */
export const liveUser: Handler = (emulator, request) => {
  const account = accountNamed(emulator.world, textAsked(request, 'uniqueId'));
  if (account?.state !== 'open') return apiReply(emulator, request, { data: {}, ...NOT_FOUND });
  const rendering = renderingFor(emulator, request, 'api');
  const room = emulator.world.liveRoom(account);
  const { followers, following } = emulator.world.userCounts(account);
  const data: JsonObject = {
    user: liveOwner(rendering, account),
    stats: { followerCount: followers, followingCount: following },
    ...(room ? { liveRoom: liveRoomOf(rendering, room) } : {}),
  };
  return apiReply(emulator, request, { data, message: '' });
};

/** `webcast.tiktok.com/webcast/room/info/`. */
export const liveRoom: Handler = (emulator, request) => {
  const room = emulator.world.liveRoomById(textAsked(request, 'room_id'));
  if (!room) return snakeReply(emulator, request, ROOM_GONE);
  const rendering = renderingFor(emulator, request, 'api');
  return snakeReply(emulator, request, { data: webcastRoom(rendering, room) });
};

/** `/api/live/detail/`: the short form that older tools ask for. */
export const liveDetail: Handler = (emulator, request) => {
  const room = emulator.world.liveRoomById(textAsked(request, 'roomID', 'roomId'));
  if (!room) {
    const status = { statusCode: LIVE_NOT_EXIST, status_code: LIVE_NOT_EXIST };
    return apiReply(emulator, request, status);
  }
  const rendering = renderingFor(emulator, request, 'api');
  const { hls_pull_url: liveUrl = '' } = webcastRoom(rendering, room)['stream_url'] as JsonObject;
  const ownerInfo = apiAuthor(rendering, room.owner);
  const { title } = room;
  return apiReply(emulator, request, {
    LiveRoomInfo: { liveUrl, title, status: statusOfRoom(room), ownerInfo },
  });
};

function liveOwner(rendering: Rendering, account: Account): JsonObject {
  const room = rendering.world.liveRoom(account);
  return {
    ...apiAuthor(rendering, account),
    roomId: room?.isLive === true ? room.id : '',
    status: room?.isLive === true ? 2 : 4,
  };
}
