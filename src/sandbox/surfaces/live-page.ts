import { htmlReply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { liveRoomOf } from '../render/live';
import { carrier, pageWithoutCarrier } from '../render/page-html';
import type { JsonObject } from '../render/rendering';
import { profileUser } from '../render/user';
import type { Account } from '../world/account';
import { pageCookies, renderingFor, type Emulator, type Handler } from './answering';
import { accountNamed } from './user-page';

const ROOM_LIVE = 2;
const ROOM_ENDED = 4;

/** `/@NAME/live` comes in the carrier of 2022 to this day, with the room in its own module. */
export const livePage: Handler = (emulator, request) => {
  const account = accountNamed(emulator.world, request.params['handle'] ?? '');
  const liveRoomUserInfo =
    account?.state === 'open' ? userInfoOf(emulator, request, account) : undefined;
  const state: JsonObject = {
    LiveRoom: {
      loadingState: { getRecommendLive: 0, getUserInfo: 0 },
      needLogin: false,
      ...(liveRoomUserInfo ? { liveRoomUserInfo } : {}),
    },
    CurrentRoom: { loadingState: { enterRoom: 0 }, roomInfo: null },
  };
  const reply = htmlReply(pageWithoutCarrier(carrier('SIGI_STATE', state)));
  reply.headers['set-cookie'] = pageCookies(emulator, request);
  return reply;
};

function userInfoOf(emulator: Emulator, request: SandboxRequest, account: Account): JsonObject {
  const { world } = emulator;
  const rendering = renderingFor(emulator, request, 'page');
  const room = world.liveRoom(account);
  const isLive = room?.isLive === true;
  const { followers, following } = world.userCounts(account);
  const user = {
    ...profileUser(rendering, account),
    roomId: isLive ? room.id : '',
    status: isLive ? ROOM_LIVE : ROOM_ENDED,
  };
  return {
    user,
    stats: { followerCount: followers, followingCount: following },
    ...(room ? { liveRoom: liveRoomOf(rendering, room) } : {}),
  };
}
