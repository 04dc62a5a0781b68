import type { Sandbox } from '../../src/sandbox';
import type { TestApi } from '../support/api';
import { fixedNowMs, startApi } from '../support/api';
import type { Downloads } from '../support/media';
import type { Known } from './known';

const token = 'my-token';

/** An app that wants a token, with days that are those of the sandbox. */
export function startGuardedApi(): Promise<TestApi> {
  return startApi({ environment: { API_TOKENS: token }, accessNowMs: () => fixedNowMs });
}

/** The places of the sandbox's world that the programs go to. */
export async function knownOf(api: TestApi): Promise<Known> {
  const videoUrl = 'https://www.tiktok.com/@luna_the_pantera/video/6943996796519681281';
  const commentedPostId = '7411198650782731563';
  return {
    baseUrl: api.url,
    token,
    handle: 'zachking',
    ...idsOf(api.sandbox, 'zachking'),
    likerSecUid: idsOf(api.sandbox, 'likes.someone').secUid,
    follower: idsOf(api.sandbox, 'lists.someone'),
    liked: { handle: 'tatyanka_yak', postId: '6954415245976751361' },
    videoUrl,
    photoUrl: 'https://www.tiktok.com/@patient_acorn6274/photo/6943996796519680035',
    postIds: ['7210531475052236078', '7102806710334606597'],
    commentedPostId,
    commentId: busyCommentOf(api.sandbox, commentedPostId),
    soundId: '6874200777853661442',
    media: await linkedFile(api, videoUrl),
    date: new Date(fixedNowMs).toISOString().slice(0, 10),
  };
}

function idsOf({ world }: Sandbox, handle: string): { id: string; secUid: string } {
  const { id, secUid } = found(world.user(handle));
  return { id, secUid };
}

function busyCommentOf({ world }: Sandbox, postId: string): string {
  const comments = world.comments(found(world.post(postId)), { from: 0, limit: 30 });
  return found(comments.find(({ replies }) => replies > 2)).id;
}

async function linkedFile(api: TestApi, postUrl: string): Promise<Known['media']> {
  const path = `/api/tiktok/downloader?url=${encodeURIComponent(postUrl)}`;
  const reply = await api.call(path, { headers: { authorization: `Bearer ${token}` } });
  const { no_watermark: link } = reply.json<{ data: Downloads }>().data.media;
  const [media, name] = new URL(link).pathname.split('/').slice(-2);
  return { token: found(media), name: decodeURIComponent(found(name)) };
}

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The sandbox has no such thing');
  return value;
}
