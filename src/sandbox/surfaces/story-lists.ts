import { listedUser } from '../render/user';
import { renderingFor, type Handler } from './answering';
import { apiReply } from './api-answer';
import { itemList } from './item-page';

const MOST_AUTHORS = 10;

/** `/api/story/item_list/`: one account by its number; mostly there is nothing. */
export const storyList: Handler = (emulator, request) => {
  const { world } = emulator;
  const account = world.userById(request.query.get('authorId') ?? '');
  const stories = account ? world.stories(account) : [];
  return apiReply(emulator, request, {
    ...itemList(emulator, request, stories),
    MaxCursor: (stories[0]?.createdAt ?? 0) * 1000,
    MinCursor: (stories.at(-1)?.createdAt ?? 0) * 1000,
    HasMoreAfter: false,
    HasMoreBefore: false,
  });
};

/** `/api/story/batch/item_list/`: up to ten accounts. */
export const storyBatch: Handler = (emulator, request) => {
  const { world } = emulator;
  const ids = (request.query.get('authorIds') ?? '').split(',').slice(0, MOST_AUTHORS);
  const accounts = ids.map((id) => world.userById(id)).filter((account) => account !== undefined);
  const lists = accounts.map((account) => itemList(emulator, request, world.stories(account)));
  const told = lists.filter((list) => 'itemList' in list);
  return apiReply(emulator, request, { batchStoryItemLists: told });
};

/** `/api/story/user_list/`: whose stories a logged-in visitor would see. */
export const storyUsers: Handler = (emulator, request) => {
  const rendering = renderingFor(emulator, request, 'api');
  const names = ['stories.one', 'stories.two', 'stories.three'];
  const accounts = names.map((name) => emulator.world.user(name));
  const told = accounts.filter((account) => account !== undefined);
  return apiReply(emulator, request, {
    userList: told.map((account) => ({ user: listedUser(rendering, account) })),
    hasMore: false,
  });
};
