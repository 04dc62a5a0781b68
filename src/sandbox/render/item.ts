import { PHOTO_SIZE } from '../media/library';
import type { Post } from '../world/post';
import { challengesOf, contentsOf, textExtraOf } from './caption-parts';
import { musicOf } from './music';
import { poiOf } from './place';
import { emptyAs, rounded, textOnPages, texts, type JsonObject, type Rendering } from './rendering';
import { apiAuthor, pageAuthor, userStats } from './user';
import { videoOf, videoOfPhotos } from './video';

/** TikTok's itemStruct. */
export function itemOf(rendering: Rendering, post: Post): JsonObject {
  const { world, surface } = rendering;
  const authorStats = userStats(world.userCounts(post.author));
  const author = surface === 'page' ? pageAuthor : apiAuthor;
  const textExtra = textExtraOf(rendering, post);
  return {
    id: post.id,
    desc: post.caption.text,
    createTime: textOnPages(surface, post.createdAt),
    ...pictureOf(rendering, post),
    author: author(rendering, post.author),
    music: musicOf(rendering, post.sound),
    ...emptyAs(surface, 'challenges', challengesOf(rendering, post)),
    ...postStats(rendering, post),
    ...emptyAs(surface, 'textExtra', textExtra),
    authorStats: authorStats.stats,
    authorStatsV2: authorStats.statsV2,
    contents: contentsOf(post, textExtra),
    ...switches(post),
    ...listMarks(post),
    ...(surface === 'page' ? pageOnly(post) : {}),
    ...(post.isPinned ? { isPinnedItem: true } : {}),
  };
}

function pictureOf(rendering: Rendering, post: Post): JsonObject {
  if (post.kind === 'photo') {
    return { video: videoOfPhotos(rendering, post), imagePost: imagePostOf(rendering, post) };
  }
  // Visitors who are not logged in get a post for adults without its video.
  if (post.state === 'age-gated') return { isContentClassified: true };
  return { video: videoOf(rendering, post) };
}

function imagePostOf({ links }: Rendering, post: Post): JsonObject {
  const image = (number: number): JsonObject => ({
    imageURL: { urlList: links.images('photo', (post.key + number) % 4, post.key + number) },
    imageWidth: PHOTO_SIZE.width,
    imageHeight: PHOTO_SIZE.height,
  });
  const images = Array.from({ length: post.pictures }, (_, number) => image(number));
  return { images, cover: image(0), shareCover: image(0), title: post.author.topic.name };
}

function postStats({ world, surface }: Rendering, post: Post): JsonObject {
  const counts = world.postCounts(post);
  const exact = {
    diggCount: counts.likes,
    shareCount: counts.shares,
    commentCount: counts.comments,
    playCount: counts.plays,
    collectCount: counts.saves,
    repostCount: counts.reposts,
  };
  return {
    stats: {
      diggCount: rounded(counts.likes),
      shareCount: rounded(counts.shares),
      commentCount: rounded(counts.comments),
      playCount: rounded(counts.plays),
      collectCount: textOnPages(surface, rounded(counts.saves)),
    },
    statsV2: texts(exact),
  };
}

function switches(post: Post): JsonObject {
  return {
    originalItem: false,
    officalItem: false,
    secret: false,
    forFriend: false,
    digged: false,
    collected: false,
    itemCommentStatus: 0,
    privateItem: false,
    duetEnabled: post.kind === 'video',
    stitchEnabled: post.kind === 'video',
    shareEnabled: true,
    isAd: false,
    duetDisplay: 0,
    stitchDisplay: 0,
    diversificationId: post.author.topic.diversificationId,
    CategoryType: post.author.topic.categoryType,
    item_control: { can_repost: true },
    AIGCDescription: '',
    backendSourceEventTracking: '',
    textLanguage: post.author.language.code,
    textTranslatable: true,
    isReviewing: false,
  };
}

/** What a post carries because of the lists that it stands in. */
function listMarks({ playlistId, place, effect }: Post): JsonObject {
  return {
    ...(playlistId === undefined ? {} : { playlistId }),
    ...(place ? { poi: poiOf(place) } : {}),
    ...(effect ? { effectStickers: [{ ID: effect.id, name: effect.name }] } : {}),
  };
}

function pageOnly(post: Post): JsonObject {
  return {
    scheduleTime: 0,
    warnInfo: [],
    takeDown: 0,
    ...(post.effect ? {} : { effectStickers: [] }),
    stickersOnItem: [],
    comments: [],
    indexEnabled: true,
    diversificationLabels: post.author.topic.labels,
    locationCreated: post.region,
    suggestedWords: post.author.topic.hashtags.slice(0, 2),
    channelTags: [],
    IsAigc: false,
  };
}
