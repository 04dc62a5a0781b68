import * as tiktok from '../src/tiktok.js';
import type { Outcome } from './outcomes.mjs';
import { headersOf, known, writeOutcomes } from './outcomes.mjs';
import type { Answers, Typed } from './typed.mjs';

const { token, id, secUid, liked, media } = known;
// Paths are put together as they are given.
const name = encodeURIComponent(media.name);

interface Answered {
  readonly status: number;
  readonly data: unknown;
}

/** Answers and refusals come in one union, told apart by their status. */
type Successful<Answer> = Extract<Answer, { status: 200 | 206 }>;

async function ok<Answer extends Answered>(
  asked: Promise<Answer>,
): Promise<Outcome<Successful<Answer>['data']>> {
  const answer = await asked;
  if (!isSuccessful(answer)) throw new Error(`${answer.status}: ${JSON.stringify(answer.data)}`);
  return { status: answer.status, data: answer.data };
}

function isSuccessful<Answer extends Answered>(answer: Answer): answer is Successful<Answer> {
  return answer.status === 200 || answer.status === 206;
}

type Module = typeof tiktok;

/** The functions that ask the server; the others say where an operation is. */
type Operations = {
  [Name in keyof Module]: Module[Name] extends (...given: never[]) => Promise<unknown>
    ? Name
    : never;
}[keyof Module];

const calls = {
  getTrendingVideos: () => ok(tiktok.getTrendingVideos({ count: 5 })),
  getUserInfo: () => ok(tiktok.getUserInfo(known.handle)),
  getUserVideos: () => ok(tiktok.getUserVideos(known.handle, { count: 7, links: 'upstream' })),
  refreshUserVideos: () =>
    ok(tiktok.refreshUserVideos({ user_id: known.handle, update_cache: true })),
  getLikesCount: () => ok(tiktok.getLikesCount(liked.handle, liked.postId)),
  refreshLikesCount: () =>
    ok(
      tiktok.refreshLikesCount({
        user_id: liked.handle,
        video_id: liked.postId,
        update_cache: 'True',
      }),
    ),
  getStatistic: () => ok(tiktok.getStatistic({ url: known.videoUrl })),
  getDownloads: () =>
    ok(tiktok.getDownloads({ url: known.videoUrl, detail: 'full', codec: 'h264' })),
  getSlides: () => ok(tiktok.getSlides({ url: known.photoUrl })),
  getRandomPost: () =>
    ok(tiktok.getRandomPost({ username: known.handle, pool: 20, seed: 'tuesday' })),
  describeMediaFile: async () => {
    const { status, headers } = await tiktok.describeMediaFile(media.token, name);
    return headersOf(Promise.resolve({ response: new Response(null, { status, headers }) }));
  },
  getMediaFile: async () => {
    const { status, data } = await ok(
      tiktok.getMediaFile(media.token, name, {}, { headers: { Range: 'bytes=0-99' } }),
    );
    return { status, data: { bytes: data.size } };
  },
  tiktokHashtagSearch: () => ok(tiktok.tiktokHashtagSearch({ name: 'magic', token })),
  tiktokFullHashtagSearch: () =>
    ok(tiktok.tiktokFullHashtagSearch({ name: 'cats', days: 30, max_cursor: 40, token })),
  tiktokKeywordSearch: () =>
    ok(tiktok.tiktokKeywordSearch({ name: 'tesla', period: '180', token })),
  tiktokFullKeywordSearch: () =>
    ok(tiktok.tiktokFullKeywordSearch({ name: 'tesla', period: '1', token })),
  tiktokUserPostsFromUsername: () =>
    ok(tiktok.tiktokUserPostsFromUsername({ username: known.handle, depth: 1, token })),
  tiktokUserPostsFromSecuid: () =>
    ok(tiktok.tiktokUserPostsFromSecuid({ secUid, depth: 1, token })),
  tiktokUserLikedPosts: () => ok(tiktok.tiktokUserLikedPosts({ secUid: known.likerSecUid, token })),
  tiktokUserInfoFromUsername: () =>
    ok(tiktok.tiktokUserInfoFromUsername({ username: known.handle, token })),
  tiktokUserInfoFromSecuid: () => ok(tiktok.tiktokUserInfoFromSecuid({ secUid, token })),
  tiktokUserSearch: () => ok(tiktok.tiktokUserSearch({ keyword: 'zach king', token })),
  tiktokUserFollowers: () => ok(tiktok.tiktokUserFollowers({ id, secUid, token })),
  tiktokUserFollowings: () => ok(tiktok.tiktokUserFollowings({ ...known.follower, token })),
  tiktokPostInfo: () => ok(tiktok.tiktokPostInfo({ url: known.videoUrl, token })),
  tiktokMultiPostInfo: () =>
    ok(tiktok.tiktokMultiPostInfo({ ids: known.postIds.join(';'), token })),
  tiktokPostComments: () =>
    ok(tiktok.tiktokPostComments({ aweme_id: known.commentedPostId, token })),
  tiktokPostCommentReplies: () =>
    ok(
      tiktok.tiktokPostCommentReplies({
        aweme_id: known.commentedPostId,
        comment_id: known.commentId,
        token,
      }),
    ),
  tiktokMusicSearch: () =>
    ok(tiktok.tiktokMusicSearch({ name: 'swan lantern', sorting: '0', token })),
  tiktokMusicPosts: () => ok(tiktok.tiktokMusicPosts({ music_id: known.soundId, token })),
  tiktokMusicDetails: () => ok(tiktok.tiktokMusicDetails({ id: known.soundId, token })),
  tiktokLivesSearch: () => ok(tiktok.tiktokLivesSearch({ keyword: 'gaming', token })),
  customerGetUsage: () => ok(tiktok.customerGetUsage({ date: known.date, token })),
  customerGetUsageHistory: () => ok(tiktok.customerGetUsageHistory({ days: 3, token })),
  getLiveness: () => ok(tiktok.getLiveness()),
  getReadiness: () => ok(tiktok.getReadiness()),
  getUpstreamHealth: () => ok(tiktok.getUpstreamHealth()),
  getMetrics: () => ok(tiktok.getMetrics()),
} satisfies Record<Operations, () => Promise<Outcome>>;

export const answersAreTyped: Typed<Answers<typeof calls>> = true;

await writeOutcomes(calls);
