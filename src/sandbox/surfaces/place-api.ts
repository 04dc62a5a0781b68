import { poiOf } from '../render/place';
import { apiAuthor } from '../render/user';
import { renderingFor, type Handler } from './answering';
import { apiError, apiReply } from './api-answer';
import { offsetListReply } from './item-page';

const NO_SUCH_PLACE = { code: 205001, httpStatus: 200 };
const NO_SUCH_EFFECT = { code: 10208, httpStatus: 200 };
const COUNT = { usual: 30, most: 35 };

/** `/api/poi/detail/`. */
export const placeDetail: Handler = (emulator, request) => {
  const { world } = emulator;
  const place = world.place(request.query.get('poiId') ?? '');
  if (!place) return apiError(emulator, request, NO_SUCH_PLACE);
  const videoCount = world.placePosts(place, { from: 0, limit: Infinity }).length;
  return apiReply(emulator, request, { poiInfo: { poi: poiOf(place), stats: { videoCount } } });
};

/** `/api/poi/item_list/`. */
export const placePosts: Handler = (emulator, request) => {
  const place = emulator.world.place(request.query.get('poiId') ?? '');
  if (!place) return apiError(emulator, request, NO_SUCH_PLACE);
  return offsetListReply(emulator, request, {
    rows: (range) => emulator.world.placePosts(place, range),
    count: COUNT,
  });
};

/** `/api/sticker/detail/`: TikTok calls effects stickers here. */
export const effectDetail: Handler = (emulator, request) => {
  const { world } = emulator;
  const effect = world.effect(request.query.get('stickerId') ?? '');
  if (!effect) return apiError(emulator, request, NO_SUCH_EFFECT);
  const rendering = renderingFor(emulator, request, 'api');
  const author = apiAuthor(rendering, world.userByTag(effect.authorTag));
  const icon = rendering.links.image('cover', 1 + (effect.key % 3), effect.key);
  const sticker = {
    id: effect.id,
    name: effect.name,
    icon,
    desc: '',
    userCount: effect.key % 90_000,
  };
  return apiReply(emulator, request, { stickerInfo: { sticker, author } });
};
