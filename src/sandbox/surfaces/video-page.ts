import { postAddress } from '../render/addresses';
import { itemOf } from '../render/item';
import { phoneItem, shareUser } from '../render/phone-item';
import type { JsonObject } from '../render/rendering';
import { postShareMeta } from '../render/share-meta';
import { POST_STATUS } from '../world/data/reserved';
import type { Post } from '../world/post';
import { renderingFor, type Emulator, type Handler } from './answering';
import { isPhonePage, pageReply } from './page-answer';
import type { SandboxRequest } from '../http/sandbox-request';

const DESKTOP_SCOPE = 'webapp.video-detail';
const PHONE_SCOPE = 'webapp.reflow.video.detail';
const POST_NOT_FOUND = 10204;

/** `/@ANY/video/ID`, `/v/ID.html` and the like: the handle in the address is not checked. */
export const videoPage: Handler = (emulator, request) => {
  const { handle, id = '', oldId = id } = request.params;
  const post = emulator.world.post(oldId, handle);
  const scopes = isPhonePage(request)
    ? phoneScopes(emulator, request, post)
    : { [DESKTOP_SCOPE]: desktopDetail(emulator, request, post) };
  return pageReply(emulator, request, { canonical: canonicalOf(post, oldId), scopes });
};

/** `/@NAME/photo/ID` gives a desktop browser a shell; a phone gets the post. */
export const photoPage: Handler = (emulator, request) => {
  if (isPhonePage(request)) return videoPage(emulator, request);
  const id = request.params['id'] ?? '';
  const canonical = canonicalOf(emulator.world.post(id, request.params['handle']), id);
  return pageReply(emulator, request, { canonical, scopes: {} });
};

/** Status 10204 and the like stand alone: TikTok sends no item with them. */
function desktopDetail(
  emulator: Emulator,
  request: SandboxRequest,
  post: Post | undefined,
): JsonObject {
  const status = statusOf(post);
  if (!post || status !== 0) return { statusCode: status, statusMsg: messageOf(status) };
  const rendering = renderingFor(emulator, request, 'page');
  return {
    itemInfo: { itemStruct: itemOf(rendering, post) },
    shareMeta: postShareMeta(rendering, post),
    statusCode: 0,
    statusMsg: '',
  };
}

/** Phone pages put the status first and spell its text another way. */
function phoneScopes(
  emulator: Emulator,
  request: SandboxRequest,
  post: Post | undefined,
): JsonObject {
  const status = statusOf(post);
  if (!post || status !== 0) {
    return { [PHONE_SCOPE]: { statusCode: status, statusMessage: messageOf(status) } };
  }
  const rendering = renderingFor(emulator, request, 'page');
  const cover = rendering.links.image('cover', post.clip.number, post.key);
  return {
    'webapp.reflow.global.shareUser': {
      statusCode: 0,
      statusMessage: '',
      shareUser: shareUser(rendering, post.author),
    },
    [PHONE_SCOPE]: {
      statusCode: 0,
      statusMessage: '',
      itemInfo: { itemStruct: phoneItem(rendering, post) },
      shareMeta: { ...postShareMeta(rendering, post), cover_url: cover },
      extra_info: {},
    },
    'webapp.reflow.global.queryData': {
      statusCode: 0,
      queryData: Object.fromEntries(request.query),
    },
  };
}

function messageOf(status: number): string {
  return status === POST_NOT_FOUND ? "item doesn't exist" : '';
}

/** A post goes down with its author. */
export function statusOf(post: Post | undefined): number {
  if (!post) return POST_NOT_FOUND;
  const { state } = post.author;
  const isAuthorGone = state === 'missing' || state === 'banned' || state === 'restricted';
  return isAuthorGone ? POST_NOT_FOUND : POST_STATUS[post.state];
}

function canonicalOf(post: Post | undefined, id: string): string {
  return post ? postAddress(post) : `https://www.tiktok.com/@/video/${id}`;
}
