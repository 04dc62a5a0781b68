import createClient from 'openapi-fetch';
import type { operations, paths } from '../src/openapi-types.js';
import type { Outcome } from './outcomes.mjs';
import { headersOf, known, ok, refused, writeOutcomes } from './outcomes.mjs';
import type { Answers, Typed } from './typed.mjs';

const { token, id, secUid, liked } = known;
const client = createClient<paths>({
  baseUrl: known.baseUrl,
  // Likes counts are plain text unless JSON is asked for.
  headers: { authorization: `Bearer ${token}`, accept: 'application/json' },
});
const mediaPath = { token: known.media.token, name: known.media.name };

const calls = {
  getTrendingVideos: () =>
    ok(client.GET('/api/trending_videos', { params: { query: { count: 5 } } })),
  getUserInfo: () =>
    ok(client.GET('/api/user/{user_id}/info', { params: { path: { user_id: known.handle } } })),
  getUserVideos: () =>
    ok(
      client.GET('/api/user/{user_id}/videos', {
        params: { path: { user_id: known.handle }, query: { count: 7, links: 'upstream' } },
      }),
    ),
  refreshUserVideos: () =>
    ok(client.POST('/api/user/videos', { body: { user_id: known.handle, update_cache: true } })),
  getLikesCount: () =>
    ok(
      client.GET('/api/user/{user_id}/{video_id}/likes_count', {
        params: { path: { user_id: liked.handle, video_id: liked.postId } },
      }),
    ),
  refreshLikesCount: () =>
    ok(
      client.POST('/api/user/likes_count', {
        body: { user_id: liked.handle, video_id: liked.postId, update_cache: 'True' },
      }),
    ),
  getStatistic: () =>
    ok(client.GET('/api/tiktok/statistic', { params: { query: { url: known.videoUrl } } })),
  getDownloads: () =>
    ok(
      client.GET('/api/tiktok/downloader', {
        params: { query: { url: known.videoUrl, detail: 'full', codec: 'h264' } },
      }),
    ),
  getSlides: () =>
    ok(client.GET('/api/tiktok/slides', { params: { query: { url: known.photoUrl } } })),
  getRandomPost: () =>
    ok(
      client.GET('/api/tiktok/random', {
        params: { query: { username: known.handle, pool: 20, seed: 'tuesday' } },
      }),
    ),
  describeMediaFile: () =>
    headersOf(client.HEAD('/media/{token}/{name}', { params: { path: mediaPath } })),
  getMediaFile: async () => {
    const { status, data } = await ok(
      client.GET('/media/{token}/{name}', {
        params: { path: mediaPath, header: { Range: 'bytes=0-99' } },
        parseAs: 'arrayBuffer',
      }),
    );
    return { status, data: { bytes: data.byteLength } };
  },
  tiktok_hashtag_search: () =>
    ok(client.GET('/apis/tt/hashtag/posts', { params: { query: { name: 'magic', token } } })),
  tiktok_full_hashtag_search: () =>
    ok(
      client.GET('/apis/tt/hashtag/recent-posts', {
        params: { query: { name: 'cats', days: 30, max_cursor: 40, token } },
      }),
    ),
  tiktok_keyword_search: () =>
    ok(
      client.GET('/apis/tt/keyword/search', {
        params: { query: { name: 'tesla', period: '180', token } },
      }),
    ),
  tiktok_full_keyword_search: () =>
    ok(
      client.GET('/apis/tt/keyword/full-search', {
        params: { query: { name: 'tesla', period: '1', token } },
      }),
    ),
  tiktok_user_posts_from_username: () =>
    ok(
      client.GET('/apis/tt/user/posts', {
        params: { query: { username: known.handle, depth: 1, token } },
      }),
    ),
  tiktok_user_posts_from_secuid: () =>
    ok(
      client.GET('/apis/tt/user/posts-from-secuid', {
        params: { query: { secUid, depth: 1, token } },
      }),
    ),
  tiktok_user_liked_posts: () =>
    ok(
      client.GET('/apis/tt/user/liked-posts', {
        params: { query: { secUid: known.likerSecUid, token } },
      }),
    ),
  tiktok_user_info_from_username: () =>
    ok(client.GET('/apis/tt/user/info', { params: { query: { username: known.handle, token } } })),
  tiktok_user_info_from_secuid: () =>
    ok(client.GET('/apis/tt/user/info-from-secuid', { params: { query: { secUid, token } } })),
  tiktok_user_search: () =>
    ok(client.GET('/apis/tt/user/search', { params: { query: { keyword: 'zach king', token } } })),
  tiktok_user_followers: () =>
    ok(client.GET('/apis/tt/user/followers', { params: { query: { id, secUid, token } } })),
  tiktok_user_followings: () =>
    ok(client.GET('/apis/tt/user/followings', { params: { query: { ...known.follower, token } } })),
  tiktok_post_info: () =>
    ok(client.GET('/apis/tt/post/info', { params: { query: { url: known.videoUrl, token } } })),
  tiktok_multi_post_info: () =>
    ok(
      client.GET('/apis/tt/post/multi-info', {
        params: { query: { ids: known.postIds.join(';'), token } },
      }),
    ),
  tiktok_post_comments: () =>
    ok(
      client.GET('/apis/tt/post/comments', {
        params: { query: { aweme_id: known.commentedPostId, token } },
      }),
    ),
  tiktok_post_comment_replies: () =>
    ok(
      client.GET('/apis/tt/post/comments-replies', {
        params: {
          query: { aweme_id: known.commentedPostId, comment_id: known.commentId, token },
        },
      }),
    ),
  tiktok_music_search: () =>
    ok(
      client.GET('/apis/tt/music/info', {
        params: { query: { name: 'swan lantern', sorting: '0', token } },
      }),
    ),
  tiktok_music_posts: () =>
    ok(
      client.GET('/apis/tt/music/posts', {
        params: { query: { music_id: known.soundId, token } },
      }),
    ),
  tiktok_music_details: () =>
    ok(client.GET('/apis/tt/music/details', { params: { query: { id: known.soundId, token } } })),
  tiktok_lives_search: () =>
    ok(client.GET('/apis/tt/live/search', { params: { query: { keyword: 'gaming', token } } })),
  customer_get_usage: () =>
    ok(
      client.GET('/apis/customer/get-used-units', {
        params: { query: { date: known.date, token } },
      }),
    ),
  customer_get_usage_history: () =>
    ok(client.GET('/apis/customer/get-history', { params: { query: { days: 3, token } } })),
  getLiveness: () => ok(client.GET('/health/live')),
  getReadiness: () => ok(client.GET('/health/ready')),
  getUpstreamHealth: () => ok(client.GET('/health/upstream')),
  getMetrics: () => ok(client.GET('/metrics', { parseAs: 'text' })),
} satisfies Record<keyof operations, () => Promise<Outcome>>;

const refusals = {
  unknownAccount: () =>
    refused(
      client.GET('/api/user/{user_id}/info', { params: { path: { user_id: 'missing.nobody' } } }),
    ),
  wrongKind: () =>
    refused(client.GET('/api/tiktok/slides', { params: { query: { url: known.videoUrl } } })),
  unknownToken: () =>
    refused(
      client.GET('/apis/tt/music/details', {
        params: { query: { id: known.soundId, token: 'nobody' } },
      }),
    ),
  forgedLink: () =>
    refused(
      client.GET('/media/{token}/{name}', { params: { path: { ...mediaPath, token: 'forged' } } }),
    ),
};

export const answersAreTyped: Typed<Answers<typeof calls>> = true;
export const refusalsAreTyped: Typed<Answers<typeof refusals>> = true;

await writeOutcomes({ ...calls, ...refusals });
