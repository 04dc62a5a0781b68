import { envelope } from './api.shapes';
import { count, digits, integer, someText, text } from './scalars';
import { object, type Shape } from './shape';
import { apiAuthor } from './user.shapes';

/** `poi` of an item (4.5) and of `/api/poi/detail/` (5.12). */
export const place: Shape = object({
  id: digits,
  name: someText,
  address: text,
  city: text,
  cityCode: text,
  province: text,
  country: text,
  countryCode: text,
  category: text,
  ttTypeNameSuper: text,
  ttTypeNameMedium: text,
  ttTypeNameTiny: text,
  fatherPoiId: text,
  fatherPoiName: text,
  type: integer,
});

export const placeDetail: Shape = envelope({
  poiInfo: object({ poi: place, stats: object({ videoCount: count }) }),
});

/** `/api/sticker/detail/` (5.12); what a sticker holds is known from items alone: id and name. */
export const effectDetail: Shape = envelope({
  stickerInfo: object({ sticker: object({ id: digits, name: someText }), author: apiAuthor }),
});
