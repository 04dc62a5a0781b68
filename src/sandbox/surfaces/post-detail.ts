import { itemOf } from '../render/item';
import { postShareMeta } from '../render/share-meta';
import { renderingFor, type Handler } from './answering';
import { apiError, apiReply } from './api-answer';
import { countAsked, textAsked } from './asked';
import { itemPageReply } from './item-page';
import { statusOf } from './video-page';

const POST_NOT_FOUND = 10204;

/** `/api/item/detail/`: what is gone has a status and no `itemInfo`. */
export const postDetail: Handler = (emulator, request) => {
  const post = emulator.world.post(textAsked(request, 'itemId', 'itemID'));
  const status = post ? statusOf(post) : POST_NOT_FOUND;
  if (!post || status !== 0) {
    return apiError(emulator, request, { code: status, httpStatus: 200 });
  }
  const rendering = renderingFor(emulator, request, 'api');
  return apiReply(emulator, request, {
    itemInfo: { itemStruct: itemOf(rendering, post) },
    shareMeta: postShareMeta(rendering, post),
    statusMsg: '',
  });
};

/** `/api/related/item_list/`: one batch, and no second page. */
export const related: Handler = (emulator, request) => {
  const post = emulator.world.post(textAsked(request, 'itemID', 'itemId'));
  const count = countAsked(request, { usual: 16, most: 16 });
  const posts = post && statusOf(post) === 0 ? emulator.world.relatedPosts(post, count) : [];
  return itemPageReply(emulator, request, { posts, hasMore: posts.length > 0, cursor: '0' });
};
