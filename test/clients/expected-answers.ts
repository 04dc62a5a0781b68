import type { Post, World } from '../../src/sandbox';
import { expectedOfEnsembleData } from './expected-ensembledata';
import type { Known } from './known';
import { found } from './known-world';

const own = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/media\//) as unknown;
const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/) as unknown;
const whole = (members: object): unknown => expect.objectContaining(members) as unknown;
const count = expect.any(Number) as unknown;

/** What each operation must answer, by operation id; the world says it, not the app. */
export function expectedAnswers(world: World, known: Known): Record<string, unknown> {
  return {
    ...expectedOfUsers(world, known),
    ...expectedOfPosts(world, known),
    ...expectedOfFiles(world, known),
    ...expectedOfEnsembleData(world, known),
    getLiveness: { status: 'ok' },
    getReadiness: { status: 'ok' },
    getUpstreamHealth: whole({
      rungs: expect.arrayContaining([
        whole({ operation: 'user', source: 'page', state: 'works', successes: count }),
      ]) as unknown,
      signer: expect.any(String) as unknown,
    }),
    getMetrics: expect.stringContaining(
      '# TYPE http_request_duration_seconds histogram',
    ) as unknown,
  };
}

function expectedOfUsers(world: World, { handle }: Known): Record<string, unknown> {
  const account = found(world.user(handle));
  const { followers, following, hearts, posts, likesGiven } = world.userCounts(account);
  const newest = world.userPosts(account, { limit: 30 }).map(({ id }) => id);
  const linked = (ids: readonly string[], link: unknown) =>
    Object.fromEntries(ids.map((id) => [id, link]));
  return {
    getUserInfo: whole({
      statusCode: 0,
      userInfo: {
        itemList: [],
        user: whole({
          id: account.id,
          secUid: account.secUid,
          uniqueId: handle,
          nickname: account.nickname,
          verified: account.isVerified,
        }),
        stats: {
          followerCount: followers,
          followingCount: following,
          heart: hearts,
          heartCount: hearts,
          videoCount: posts,
          diggCount: likesGiven,
        },
      },
    }),
    getUserVideos: linked(newest.slice(0, 7), expect.stringMatching(/^https?:\/\//)),
    refreshUserVideos: linked(newest, own),
  };
}

function expectedOfPosts(world: World, known: Known): Record<string, unknown> {
  const liked = found(world.post(known.liked.postId));
  const video = found(world.post(postIdIn(known.videoUrl)));
  const { comments, plays, shares } = world.postCounts(video);
  const likes = {
    user_id: known.liked.handle,
    video_id: liked.id,
    likes_count: world.postCounts(liked).likes,
    fetched_at: moment,
  };
  return {
    getLikesCount: likes,
    refreshLikesCount: likes,
    getStatistic: envelope({
      duration: Math.round(video.clip.seconds),
      hashtags: expect.any(Array) as unknown,
      media: { music: own, no_watermark: own, watermark: own },
      post_author: { id: video.author.id, nickname: video.author.nickname, profile: own },
      region: video.region,
      tags: expect.arrayContaining([expect.any(String)]) as unknown,
      thumbnail: own,
      title: video.caption.text,
      total_comment: comments,
      total_download: null,
      total_play: plays,
      total_share: shares,
    }),
  };
}

function expectedOfFiles(world: World, known: Known): Record<string, unknown> {
  const video = found(world.post(postIdIn(known.videoUrl)));
  const photos = found(world.post(postIdIn(known.photoUrl)));
  const random = found(world.user(known.handle));
  return {
    getTrendingVideos: expect.any(Object) as unknown,
    getDownloads: envelope(
      whole({
        media: { music: own, no_watermark: own, watermark: own },
        post_author: whole({ id: video.author.id }),
        formats: expect.arrayContaining([
          whole({ kind: 'video', codec: 'h264', has_watermark: false, link: own }),
        ]) as unknown,
      }),
    ),
    getSlides: envelope(
      whole({ images: Array(photos.pictures).fill(own), post_author: slidesAuthor(photos) }),
    ),
    getRandomPost: envelope(
      whole({
        cover: own,
        images: expect.any(Array) as unknown,
        post_author: whole({ id: random.id, unique_id: random.handle }),
        media: whole({ music: own }),
      }),
    ),
    describeMediaFile: { type: 'video/mp4', bytes: count },
    getMediaFile: { bytes: 100 },
  };
}

function slidesAuthor({ author }: Post): unknown {
  return { avatar: own, id: author.id, nickname: author.nickname, unique_id: author.handle };
}

function envelope(data: unknown): unknown {
  const docs = expect.stringMatching(/\/docs$/) as unknown;
  return {
    author: 'TikTok data API',
    code: 200,
    data,
    docs,
    server_time: moment,
    status: 'success',
  };
}

function postIdIn(url: string): string {
  return found(/\d{15,25}$/.exec(url)?.[0]);
}
