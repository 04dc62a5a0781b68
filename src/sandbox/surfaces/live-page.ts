import { htmlReply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { liveRoomOf, statusOfRoom } from '../render/live';
import { carrier, pageWithoutCarrier } from '../render/page-html';
import type { JsonObject } from '../render/rendering';
import { profileUser } from '../render/user';
import type { LiveRoom } from '../world/live';
import { pageCookies, renderingFor, type Emulator, type Handler } from './answering';
import { accountNamed } from './user-page';

/**
 * `/@NAME/live` comes in the carrier of 2022 to this day, with the room in its own module. Who never
 * went live has no such module: that is how a client of live rooms knows them.
 */
export const livePage: Handler = (emulator, request) => {
  const account = accountNamed(emulator.world, request.params['handle'] ?? '');
  const room = account && emulator.world.liveRoom(account);
  const state: JsonObject = {
    ...(room ? { LiveRoom: liveModule(emulator, request, room) } : {}),
    CurrentRoom: { loadingState: { enterRoom: 0 }, roomInfo: null },
  };
  const reply = htmlReply(pageWithoutCarrier(carrier('SIGI_STATE', state)));
  reply.headers['set-cookie'] = pageCookies(emulator, request);
  return reply;
};

function liveModule(emulator: Emulator, request: SandboxRequest, room: LiveRoom): JsonObject {
  const { owner } = room;
  const rendering = renderingFor(emulator, request, 'page');
  const { followers, following } = emulator.world.userCounts(owner);
  const user = {
    ...profileUser(rendering, owner),
    roomId: room.isLive ? room.id : '',
    status: statusOfRoom(room),
  };
  const stats = { followerCount: followers, followingCount: following };
  return {
    loadingState: { getRecommendLive: 0, getUserInfo: 0 },
    needLogin: false,
    liveRoomUserInfo: { user, stats, liveRoom: liveRoomOf(rendering, room) },
  };
}
