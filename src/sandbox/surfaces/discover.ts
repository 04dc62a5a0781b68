import { challengeOf, challengeStats } from '../render/hashtag';
import { musicOf } from '../render/music';
import type { JsonObject, Rendering } from '../render/rendering';
import { apiAuthor, userStats } from '../render/user';
import { KNOWN_HASHTAGS } from '../world/hashtags';
import { feedPosts } from '../world/feeds';
import { renderingFor, type Handler } from './answering';
import { apiReply } from './api-answer';
import { countAsked, offsetAsked, textAsked } from './asked';

const COUNT = { usual: 28, most: 30 };
const CARD_ROWS = 8;
/** What a card is about, as two clients tell them apart. */
const CARD_TYPES = { sound: 1, user: 2, hashtag: 3 } as const;

/** `/api/discover/user/`: accounts found by a word. */
export const discoverUsers: Handler = (emulator, request) => {
  const rendering = renderingFor(emulator, request, 'api');
  const { from, limit, keyWord } = asked(request);
  const users = emulator.world.searchUsers(keyWord, { from, limit });
  const userInfoList = users.map((user) => ({
    user: apiAuthor(rendering, user),
    ...userStats(emulator.world.userCounts(user)),
  }));
  return apiReply(emulator, request, paged({ userInfoList }, from + users.length, limit));
};

/** `/api/discover/challenge/`. */
export const discoverHashtags: Handler = (emulator, request) => {
  const rendering = renderingFor(emulator, request, 'api');
  const { from, limit, keyWord } = asked(request);
  const hashtags = emulator.world.searchHashtags(keyWord, { from, limit });
  const challengeInfoList = hashtags.map((hashtag) => ({
    challenge: challengeOf(rendering, hashtag),
    ...challengeStats(rendering, hashtag),
  }));
  return apiReply(emulator, request, paged({ challengeInfoList }, from + hashtags.length, limit));
};

/** `/api/discover/music/`: the sounds of posts that the word finds. */
export const discoverSounds: Handler = (emulator, request) => {
  const { world } = emulator;
  const rendering = renderingFor(emulator, request, 'api');
  const { from, limit, keyWord } = asked(request);
  const posts = world.searchPosts(keyWord, { from, limit });
  const musicInfoList = posts.map(({ sound }) => ({
    music: musicOf(rendering, sound),
    stats: { videoCount: world.soundCounts(sound).posts },
  }));
  return apiReply(emulator, request, paged({ musicInfoList }, from + posts.length, limit));
};

/** `/node/share/discover`: the cards of the old trending page. */
export const discoverPage: Handler = (emulator, request) => {
  const rendering = renderingFor(emulator, request, 'api');
  const pageState = { pageType: 4, lang: 'en', region: 'US', fullUrl: '' };
  const body = [
    userCards(rendering, request.number),
    hashtagCards(rendering),
    soundCards(rendering),
  ];
  const lists = body.map((cards) => ({
    exploreList: cards.map((cardItem) => ({ cardItem })),
    pageState,
  }));
  return apiReply(emulator, request, { body: lists });
};

function asked(request: Parameters<Handler>[1]) {
  const from = offsetAsked(request, 'offset');
  const limit = countAsked(request, COUNT);
  return { from, limit, keyWord: textAsked(request, 'keyWord', 'keyword') };
}

function paged(list: JsonObject, offset: number, limit: number): JsonObject {
  const [rows] = Object.values(list);
  return { ...list, offset, hasMore: Array.isArray(rows) && rows.length === limit };
}

function userCards(rendering: Rendering, batch: number): JsonObject[] {
  const { world, links } = rendering;
  const posts = feedPosts(world, { kind: 'explore', batch, count: CARD_ROWS });
  return posts.map(({ author }) => {
    const counts = world.userCounts(author);
    const extraInfo = {
      fans: counts.followers,
      likes: counts.hearts,
      secUid: author.secUid,
      userId: author.id,
      verified: author.isVerified,
    };
    const texts = {
      title: author.nickname,
      subTitle: `@${author.handle}`,
      description: author.bio,
    };
    const link = `/@${author.handle}`;
    return {
      id: author.id,
      cover: links.avatar(author.key, 720),
      ...texts,
      link,
      type: CARD_TYPES.user,
      extraInfo,
    };
  });
}

function hashtagCards({ world, links }: Rendering): JsonObject[] {
  return KNOWN_HASHTAGS.slice(0, CARD_ROWS).flatMap((name) => {
    const hashtag = world.hashtag(name);
    if (!hashtag) return [];
    const { posts, views } = world.hashtagCounts(hashtag);
    const texts = { title: `#${name}`, subTitle: 'Trending hashtag', description: '' };
    const cover = links.image('cover', 1 + (hashtag.key % 3), hashtag.key);
    const extraInfo = { views, posts };
    return [
      {
        id: hashtag.id,
        cover,
        ...texts,
        link: `/tag/${name}`,
        type: CARD_TYPES.hashtag,
        extraInfo,
      },
    ];
  });
}

function soundCards({ world, links }: Rendering): JsonObject[] {
  return world.searchPosts('trending', { from: 0, limit: CARD_ROWS }).map(({ sound }) => {
    const slug = `${sound.title.toLowerCase().replace(/\W+/g, '-')}-${sound.id}`;
    const cover = links.image('cover', sound.clip.number, sound.key);
    const texts = { title: sound.title, subTitle: sound.authorName, description: '' };
    const extraInfo = { posts: world.soundCounts(sound).posts };
    return {
      id: sound.id,
      cover,
      ...texts,
      link: `/music/${slug}`,
      type: CARD_TYPES.sound,
      extraInfo,
    };
  });
}
