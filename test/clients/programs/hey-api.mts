import { client } from '../src/hey-api/client.gen.js';
import * as sdk from '../src/hey-api/sdk.gen.js';
import type { Outcome } from './outcomes.mjs';
import { headersOf, known, ok, refused, writeOutcomes } from './outcomes.mjs';
import type { Answers, Typed } from './typed.mjs';

const { token, id, secUid, liked } = known;
client.setConfig({
  baseUrl: known.baseUrl,
  auth: () => token,
  // Likes counts are plain text unless JSON is asked for.
  headers: { accept: 'application/json' },
});
const mediaPath = { token: known.media.token, name: known.media.name };

const calls = {
  getTrendingVideos: () => ok(sdk.getTrendingVideos({ query: { count: 5 } })),
  getUserInfo: () => ok(sdk.getUserInfo({ path: { user_id: known.handle } })),
  getUserVideos: () =>
    ok(
      sdk.getUserVideos({
        path: { user_id: known.handle },
        query: { count: 7, links: 'upstream' },
      }),
    ),
  refreshUserVideos: () =>
    ok(sdk.refreshUserVideos({ body: { user_id: known.handle, update_cache: true } })),
  getLikesCount: () =>
    ok(sdk.getLikesCount({ path: { user_id: liked.handle, video_id: liked.postId } })),
  refreshLikesCount: () =>
    ok(
      sdk.refreshLikesCount({
        body: { user_id: liked.handle, video_id: liked.postId, update_cache: 'True' },
      }),
    ),
  getStatistic: () => ok(sdk.getStatistic({ query: { url: known.videoUrl } })),
  getDownloads: () =>
    ok(sdk.getDownloads({ query: { url: known.videoUrl, detail: 'full', codec: 'h264' } })),
  getSlides: () => ok(sdk.getSlides({ query: { url: known.photoUrl } })),
  getRandomPost: () =>
    ok(sdk.getRandomPost({ query: { username: known.handle, pool: 20, seed: 'tuesday' } })),
  describeMediaFile: () => headersOf(sdk.describeMediaFile({ path: mediaPath })),
  getMediaFile: async () => {
    const { status, data } = await ok(
      sdk.getMediaFile({ path: mediaPath, headers: { Range: 'bytes=0-99' }, parseAs: 'blob' }),
    );
    return { status, data: { bytes: data.size } };
  },
  tiktokHashtagSearch: () => ok(sdk.tiktokHashtagSearch({ query: { name: 'magic', token } })),
  tiktokFullHashtagSearch: () =>
    ok(sdk.tiktokFullHashtagSearch({ query: { name: 'cats', days: 30, max_cursor: 40, token } })),
  tiktokKeywordSearch: () =>
    ok(sdk.tiktokKeywordSearch({ query: { name: 'tesla', period: '180', token } })),
  tiktokFullKeywordSearch: () =>
    ok(sdk.tiktokFullKeywordSearch({ query: { name: 'tesla', period: '1', token } })),
  tiktokUserPostsFromUsername: () =>
    ok(sdk.tiktokUserPostsFromUsername({ query: { username: known.handle, depth: 1, token } })),
  tiktokUserPostsFromSecuid: () =>
    ok(sdk.tiktokUserPostsFromSecuid({ query: { secUid, depth: 1, token } })),
  tiktokUserLikedPosts: () =>
    ok(sdk.tiktokUserLikedPosts({ query: { secUid: known.likerSecUid, token } })),
  tiktokUserInfoFromUsername: () =>
    ok(sdk.tiktokUserInfoFromUsername({ query: { username: known.handle, token } })),
  tiktokUserInfoFromSecuid: () => ok(sdk.tiktokUserInfoFromSecuid({ query: { secUid, token } })),
  tiktokUserSearch: () => ok(sdk.tiktokUserSearch({ query: { keyword: 'zach king', token } })),
  tiktokUserFollowers: () => ok(sdk.tiktokUserFollowers({ query: { id, secUid, token } })),
  tiktokUserFollowings: () => ok(sdk.tiktokUserFollowings({ query: { ...known.follower, token } })),
  tiktokPostInfo: () => ok(sdk.tiktokPostInfo({ query: { url: known.videoUrl, token } })),
  tiktokMultiPostInfo: () =>
    ok(sdk.tiktokMultiPostInfo({ query: { ids: known.postIds.join(';'), token } })),
  tiktokPostComments: () =>
    ok(sdk.tiktokPostComments({ query: { aweme_id: known.commentedPostId, token } })),
  tiktokPostCommentReplies: () =>
    ok(
      sdk.tiktokPostCommentReplies({
        query: { aweme_id: known.commentedPostId, comment_id: known.commentId, token },
      }),
    ),
  tiktokMusicSearch: () =>
    ok(sdk.tiktokMusicSearch({ query: { name: 'swan lantern', sorting: '0', token } })),
  tiktokMusicPosts: () => ok(sdk.tiktokMusicPosts({ query: { music_id: known.soundId, token } })),
  tiktokMusicDetails: () => ok(sdk.tiktokMusicDetails({ query: { id: known.soundId, token } })),
  tiktokLivesSearch: () => ok(sdk.tiktokLivesSearch({ query: { keyword: 'gaming', token } })),
  customerGetUsage: () => ok(sdk.customerGetUsage({ query: { date: known.date, token } })),
  customerGetUsageHistory: () => ok(sdk.customerGetUsageHistory({ query: { days: 3, token } })),
  getLiveness: () => ok(sdk.getLiveness()),
  getReadiness: () => ok(sdk.getReadiness()),
  getUpstreamHealth: () => ok(sdk.getUpstreamHealth()),
  getMetrics: () => ok(sdk.getMetrics({ parseAs: 'text' })),
} satisfies Record<keyof typeof sdk, () => Promise<Outcome>>;

const refusals = {
  unknownAccount: () => refused(sdk.getUserInfo({ path: { user_id: 'missing.nobody' } })),
  wrongKind: () => refused(sdk.getSlides({ query: { url: known.videoUrl } })),
  unknownToken: () =>
    refused(sdk.tiktokMusicDetails({ query: { id: known.soundId, token: 'nobody' } })),
  forgedLink: () => refused(sdk.getMediaFile({ path: { ...mediaPath, token: 'forged' } })),
};

export const answersAreTyped: Typed<Answers<typeof calls>> = true;
export const refusalsAreTyped: Typed<Answers<typeof refusals>> = true;

await writeOutcomes({ ...calls, ...refusals });
