import type { LinkWriter } from '../http/media-links';
import { presentAuthor, presentMedia } from '../http/post-envelope.presenter';
import type { Post } from '../tiktok';
import type { StatisticDto } from './statistic.dto';

/** The documented members, in the documented order. What TikTok does not say is null. */
export function presentStatistic(post: Post, link: LinkWriter): StatisticDto {
  const { stats } = post;
  return {
    duration: durationOf(post),
    hashtags: post.hashtags.map(({ name }) => name),
    media: presentMedia(post, link),
    post_author: presentAuthor(post, link),
    region: post.locationCreated ?? null,
    tags: [...new Set([...post.labels, ...post.suggestedWords])],
    thumbnail: link(post, { kind: 'cover' }),
    title: post.caption,
    total_comment: stats.commentCount ?? null,
    total_download: stats.downloadCount ?? null,
    total_play: stats.playCount ?? null,
    total_share: stats.shareCount ?? null,
  };
}

/** Whole seconds. TikTok says 0 for photo posts, which is no duration. */
function durationOf({ kind, video }: Post): number | null {
  const seconds = kind === 'video' ? video?.durationSeconds : undefined;
  return seconds === undefined ? null : Math.round(seconds);
}
