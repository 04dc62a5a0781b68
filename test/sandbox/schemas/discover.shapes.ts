import { envelope } from './api.shapes';
import { challenge } from './item.shapes';
import { mediaUrlOrEmpty } from './media-hosts';
import { music } from './music.shapes';
import { count, digits, flag, integer, secUid, someText, text, userId } from './scalars';
import { both, list, object, oneOf, optional, where, type Shape } from './shape';
import { apiAuthor, userStats } from './user.shapes';

const hashtagStats: Shape = object({ videoCount: count, viewCount: count });

/** `/api/discover/{user,challenge,music}/` (5.8, 5.11): the list, and where the next page begins. */
function discovered(key: string, row: Shape): Shape {
  return envelope({ [key]: list(row), offset: count });
}

export const users: Shape = discovered(
  'userInfoList',
  object({ user: apiAuthor, stats: userStats }),
);

export const hashtags: Shape = discovered(
  'challengeInfoList',
  object({ challenge, stats: hashtagStats }),
);

export const sounds: Shape = discovered(
  'musicInfoList',
  object({ music: music('api'), stats: object({ videoCount: count }) }),
);

const extraInfo: Shape = object({
  fans: optional(count),
  likes: optional(count),
  secUid: optional(secUid),
  userId: optional(userId),
  verified: optional(flag),
  views: optional(count),
  posts: optional(count),
});

const LINKS: Readonly<Record<number, RegExp>> = {
  1: /^\/music\/.+-\d+$/,
  2: /^\/@[A-Za-z0-9._]+$/,
  3: /^\/tag\/.+$/,
};

/** Clients tell cards apart by their type: sound, account, hashtag. */
const leadsToItsType = where('a link of its type', (value) => {
  const { type, link } = value as { type: number; link: string };
  return LINKS[type]?.test(link) === true;
});

const card: Shape = both(
  leadsToItsType,
  object({
    id: digits,
    cover: mediaUrlOrEmpty,
    title: someText,
    subTitle: text,
    description: text,
    link: text,
    type: oneOf(1, 2, 3),
    extraInfo,
  }),
);

/** `/node/share/discover` (5.11) */
export const trendingPage: Shape = envelope({
  body: list(
    object({
      exploreList: list(object({ cardItem: card }), 1),
      pageState: object({ pageType: integer }),
    }),
    1,
  ),
});
