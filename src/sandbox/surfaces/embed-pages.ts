import { htmlReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { embedRow, embedUser, embedVideoData } from '../render/embed';
import { carrier, pageWithoutCarrier } from '../render/page-html';
import type { JsonObject } from '../render/rendering';
import { ACCOUNT_STATUS } from '../world/data/reserved';
import type { Post } from '../world/post';
import { renderingFor, type Handler } from './answering';
import { statusOf } from './video-page';

const LIST_ROWS = 10;
const USER_NOT_FOUND = 10202;

/** `/embed/@NAME`: ten newest posts, the pinned ones before them. */
export const embedUserPage: Handler = (emulator, request) => {
  const { world } = emulator;
  const handle = request.params['handle'] ?? '';
  const account = world.user(handle);
  const status = account ? ACCOUNT_STATUS[account.state] : USER_NOT_FOUND;
  if (!account || status !== 0) {
    return embedError(request, status, { userInfo: { uniqueId: handle }, videoList: [] });
  }
  const rendering = renderingFor(emulator, request, 'page');
  const rows = new Map<string, Post>();
  const newest = world.userPosts(account, { limit: LIST_ROWS });
  for (const post of [...world.pinnedPosts(account), ...newest]) rows.set(post.id, post);
  return embedReply(request, 'creator', {
    userInfo: embedUser(rendering, account),
    videoList: [...rows.values()].slice(0, LIST_ROWS).map((post) => embedRow(rendering, post)),
  });
};

/** `/embed/v2/ID` and `/embed/ID`. */
export const embedPostPage: Handler = (emulator, request) => {
  const post = emulator.world.post(request.params['id'] ?? '');
  const status = statusOf(post);
  if (!post || status !== 0) return embedError(request, status, {});
  const rendering = renderingFor(emulator, request, 'page');
  return embedReply(request, 'video', { videoData: embedVideoData(rendering, post) });
};

function embedReply(request: SandboxRequest, pageName: string, data: JsonObject): Reply {
  return entryReply(request, { isError: false, pageName, code: 200, ...data });
}

function embedError(request: SandboxRequest, errorCode: number, data: JsonObject): Reply {
  const error = { isError: true, pageName: 'error', errorCode, errorStatus: 400 };
  return { ...entryReply(request, { ...error, ...data }), status: 400 };
}

/** The entry stands under the address as it was asked for, query included. */
function entryReply(request: SandboxRequest, entry: JsonObject): Reply {
  const route = request.target;
  const common = { route, link: route, page: 1, isReady: true, isFetching: false };
  const state = {
    router: { link: route },
    source: { get: null, data: { [route]: { ...common, ...entry }, strategy: { isReady: true } } },
  };
  // The carrier's name stands a second time in the bootstrap code, as on the real pages.
  const bootstrap =
    '<script>window["__FRONTITY_CONNECT_STATE__"] || console.log("sandbox")</script>';
  return htmlReply(pageWithoutCarrier(bootstrap + carrier('__FRONTITY_CONNECT_STATE__', state)));
}
