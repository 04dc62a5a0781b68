import { envelope } from './api.shapes';
import { itemStruct } from './item.shapes';
import { count, flag } from './scalars';
import { absent, list, object, type Field, type Shape } from './shape';
import { apiAuthor } from './user.shapes';

const stories = list(itemStruct('api'), 1);

function storyList(itemList: Shape | Field): Shape {
  return envelope({
    itemList,
    MaxCursor: count,
    MinCursor: count,
    HasMoreAfter: flag,
    HasMoreBefore: flag,
    hasMore: absent,
    cursor: absent,
  });
}

/** `/api/story/item_list/` (5.4): capital letters, and no list at all where nobody tells any. */
export const storiesTold: Shape = storyList(stories);
export const storiesUntold: Shape = storyList(absent);

/** `/api/story/batch/item_list/` */
export const storyBatch: Shape = envelope({
  batchStoryItemLists: list(object({ itemList: stories })),
});

/** `/api/story/user_list/`: the page does not say what stands beside the accounts. */
export const storyUsers: Shape = envelope({ userList: list(object({ user: apiAuthor }), 1) });
