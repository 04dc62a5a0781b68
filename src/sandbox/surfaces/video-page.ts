import { itemOf } from '../render/item';
import type { JsonObject } from '../render/rendering';
import { POST_STATUS } from '../world/data/reserved';
import type { Post } from '../world/post';
import { renderingFor, type Emulator, type Handler } from './answering';
import { pageReply } from './page-answer';
import type { SandboxRequest } from '../http/sandbox-request';

const DESKTOP_SCOPE = 'webapp.video-detail';
const PHONE_SCOPE = 'webapp.reflow.video.detail';
const POST_NOT_FOUND = 10204;

/** `/@ANY/video/ID` and `/v/ID.html`: the handle in the address is not checked. */
export const videoPage: Handler = (emulator, request) => {
  const { id = request.params['oldId'] ?? '' } = request.params;
  const post = emulator.world.post(id, request.params['handle']);
  const isPhonePage = request.isPhone || request.host === 'mobile';
  return pageReply(emulator, request, {
    canonical: canonicalOf(post, id),
    scopes: { [isPhonePage ? PHONE_SCOPE : DESKTOP_SCOPE]: detailOf(emulator, request, post) },
  });
};

/** `/@NAME/photo/ID` gives a desktop browser an empty shell; a phone gets the post. */
export const photoPage: Handler = (emulator, request) => {
  if (request.isPhone) return videoPage(emulator, request);
  const id = request.params['id'] ?? '';
  const post = emulator.world.post(id, request.params['handle']);
  return pageReply(emulator, request, { canonical: canonicalOf(post, id), scopes: {} });
};

/** Status 10204 and the like stand alone: TikTok sends no item with them. */
function detailOf(emulator: Emulator, request: SandboxRequest, post: Post | undefined): JsonObject {
  const status = post ? statusOf(post) : POST_NOT_FOUND;
  if (!post || status !== 0) {
    return { statusCode: status, statusMsg: status === POST_NOT_FOUND ? "item doesn't exist" : '' };
  }
  const rendering = renderingFor(emulator, request, 'page');
  return {
    itemInfo: { itemStruct: itemOf(rendering, post) },
    shareMeta: { title: `${post.author.nickname} on TikTok`, desc: post.caption.text },
    statusCode: 0,
    statusMsg: '',
  };
}

/** A post goes down with its author. */
export function statusOf(post: Post): number {
  const { state } = post.author;
  const isAuthorGone = state === 'missing' || state === 'banned' || state === 'restricted';
  return isAuthorGone ? POST_NOT_FOUND : POST_STATUS[post.state];
}

function canonicalOf(post: Post | undefined, id: string): string {
  if (!post) return `https://www.tiktok.com/@/video/${id}`;
  return `https://www.tiktok.com/@${post.author.handle}/${post.kind}/${id}`;
}
