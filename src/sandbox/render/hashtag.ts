import type { Hashtag } from '../world/hashtags';
import { rounded, texts, type JsonObject, type Rendering } from './rendering';

/** TikTok's `challenge` object of a hashtag's own page. */
export function challengeOf({ links }: Rendering, hashtag: Hashtag): JsonObject {
  const cover = links.image('cover', 1 + (hashtag.key % 3), hashtag.key);
  return {
    id: hashtag.id,
    title: hashtag.name,
    desc: hashtag.description,
    isCommerce: false,
    splitTitle: '',
    profileLarger: cover,
    profileMedium: cover,
    profileThumb: cover,
    coverLarger: cover,
    coverMedium: cover,
    coverThumb: cover,
  };
}

export function challengeStats({ world }: Rendering, hashtag: Hashtag) {
  const { posts, views } = world.hashtagCounts(hashtag);
  const stats: JsonObject = { videoCount: rounded(posts), viewCount: rounded(views) };
  return { stats, statsV2: texts({ videoCount: posts, viewCount: views }) };
}

/** The snake-cased form inside searches. */
export function challengeInfo({ world }: Rendering, hashtag: Hashtag): JsonObject {
  const { posts, views } = world.hashtagCounts(hashtag);
  return {
    cid: hashtag.id,
    cha_name: hashtag.name,
    desc: hashtag.description,
    user_count: posts,
    use_count: posts,
    view_count: views,
    is_commerce: false,
    cover: null,
  };
}
