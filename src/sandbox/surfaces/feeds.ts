import { itemOf } from '../render/item';
import { feedPosts, type FeedRequest } from '../world/feeds';
import { renderingFor, type Handler } from './answering';
import { apiReply } from './api-answer';

const LARGEST_BATCH = 30;

/** `/api/explore/item_list/`: one category, another batch at every call. */
export const explore: Handler = feed('explore');

/** `/api/recommend/item_list/`: the For You feed. */
export const recommend: Handler = feed('recommend');

function feed(kind: FeedRequest['kind']): Handler {
  return (emulator, request) => {
    const posts = feedPosts(emulator.world, {
      kind,
      category: Number(request.query.get('categoryType')) || 0,
      region: request.query.get('region') ?? '',
      batch: request.number,
      count: countAsked(request.query.get('count')),
    });
    const rendering = renderingFor(emulator, request, 'api');
    const itemList = posts.map((post) => itemOf(rendering, post));
    return apiReply(emulator, request, { itemList, hasMore: true });
  };
}

function countAsked(text: string | null): number {
  const count = Number(text);
  return count >= 1 ? Math.min(Math.floor(count), LARGEST_BATCH) : LARGEST_BATCH;
}
