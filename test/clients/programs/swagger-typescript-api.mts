import type { HttpResponse } from '../src/tiktok-api.js';
import { Api } from '../src/tiktok-api.js';
import type { Outcome } from './outcomes.mjs';
import { headersOf, known, writeOutcomes } from './outcomes.mjs';
import type { Answers, Typed } from './typed.mjs';

const { token, id, secUid, liked, media } = known;
// Paths are put together as they are given.
const name = encodeURIComponent(media.name);
const {
  api,
  apis,
  health,
  media: files,
  metrics,
} = new Api({
  baseUrl: known.baseUrl,
  securityWorker: () => ({ headers: { authorization: `Bearer ${token}` } }),
  // Likes counts are plain text unless JSON is asked for.
  baseApiParams: { headers: { accept: 'application/json' } },
});

async function ok<Data>(asked: Promise<HttpResponse<Data, unknown>>): Promise<Outcome<Data>> {
  const { status, data } = await asked.catch(({ status, error }: HttpResponse<Data, unknown>) => {
    throw new Error(`${status}: ${JSON.stringify(error)}`);
  });
  return { status, data };
}

type Operations = typeof api & typeof apis & typeof health & typeof files & typeof metrics;

const calls = {
  getTrendingVideos: () => ok(api.getTrendingVideos({ count: 5 })),
  getUserInfo: () => ok(api.getUserInfo(known.handle)),
  getUserVideos: () => ok(api.getUserVideos(known.handle, { count: 7, links: 'upstream' })),
  refreshUserVideos: () => ok(api.refreshUserVideos({ user_id: known.handle, update_cache: true })),
  getLikesCount: () => ok(api.getLikesCount(liked.handle, liked.postId)),
  refreshLikesCount: () =>
    ok(
      api.refreshLikesCount({
        user_id: liked.handle,
        video_id: liked.postId,
        update_cache: 'True',
      }),
    ),
  getStatistic: () => ok(api.getStatistic({ url: known.videoUrl })),
  getDownloads: () => ok(api.getDownloads({ url: known.videoUrl, detail: 'full', codec: 'h264' })),
  getSlides: () => ok(api.getSlides({ url: known.photoUrl })),
  getRandomPost: () => ok(api.getRandomPost({ username: known.handle, pool: 20, seed: 'tuesday' })),
  describeMediaFile: () =>
    headersOf(files.describeMediaFile(media.token, name).then((response) => ({ response }))),
  getMediaFile: async () => {
    const { status, data } = await ok(
      files.getMediaFile(
        media.token,
        name,
        {},
        { headers: { Range: 'bytes=0-99' }, format: 'blob' },
      ),
    );
    return { status, data: { bytes: data.size } };
  },
  tiktokHashtagSearch: () => ok(apis.tiktokHashtagSearch({ name: 'magic', token })),
  tiktokFullHashtagSearch: () =>
    ok(apis.tiktokFullHashtagSearch({ name: 'cats', days: 30, max_cursor: 40, token })),
  tiktokKeywordSearch: () => ok(apis.tiktokKeywordSearch({ name: 'tesla', period: '180', token })),
  tiktokFullKeywordSearch: () =>
    ok(apis.tiktokFullKeywordSearch({ name: 'tesla', period: '1', token })),
  tiktokUserPostsFromUsername: () =>
    ok(apis.tiktokUserPostsFromUsername({ username: known.handle, depth: 1, token })),
  tiktokUserPostsFromSecuid: () => ok(apis.tiktokUserPostsFromSecuid({ secUid, depth: 1, token })),
  tiktokUserLikedPosts: () => ok(apis.tiktokUserLikedPosts({ secUid: known.likerSecUid, token })),
  tiktokUserInfoFromUsername: () =>
    ok(apis.tiktokUserInfoFromUsername({ username: known.handle, token })),
  tiktokUserInfoFromSecuid: () => ok(apis.tiktokUserInfoFromSecuid({ secUid, token })),
  tiktokUserSearch: () => ok(apis.tiktokUserSearch({ keyword: 'zach king', token })),
  tiktokUserFollowers: () => ok(apis.tiktokUserFollowers({ id, secUid, token })),
  tiktokUserFollowings: () => ok(apis.tiktokUserFollowings({ ...known.follower, token })),
  tiktokPostInfo: () => ok(apis.tiktokPostInfo({ url: known.videoUrl, token })),
  tiktokMultiPostInfo: () => ok(apis.tiktokMultiPostInfo({ ids: known.postIds.join(';'), token })),
  tiktokPostComments: () => ok(apis.tiktokPostComments({ aweme_id: known.commentedPostId, token })),
  tiktokPostCommentReplies: () =>
    ok(
      apis.tiktokPostCommentReplies({
        aweme_id: known.commentedPostId,
        comment_id: known.commentId,
        token,
      }),
    ),
  tiktokMusicSearch: () =>
    ok(apis.tiktokMusicSearch({ name: 'swan lantern', sorting: '0', token })),
  tiktokMusicPosts: () => ok(apis.tiktokMusicPosts({ music_id: known.soundId, token })),
  tiktokMusicDetails: () => ok(apis.tiktokMusicDetails({ id: known.soundId, token })),
  tiktokLivesSearch: () => ok(apis.tiktokLivesSearch({ keyword: 'gaming', token })),
  customerGetUsage: () => ok(apis.customerGetUsage({ date: known.date, token })),
  customerGetUsageHistory: () => ok(apis.customerGetUsageHistory({ days: 3, token })),
  getLiveness: () => ok(health.getLiveness()),
  getReadiness: () => ok(health.getReadiness()),
  getUpstreamHealth: () => ok(health.getUpstreamHealth()),
  getMetrics: () => ok(metrics.getMetrics({ format: 'text' })),
} satisfies Record<keyof Operations, () => Promise<Outcome>>;

export const answersAreTyped: Typed<Answers<typeof calls>> = true;

await writeOutcomes(calls);
