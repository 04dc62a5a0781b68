import { SourceLadder } from './source-ladder';
import type { Source } from './sources/source';
import { CannotServe } from './sources/source';
import type { Post } from './models';
import type { TikTokError } from './tiktok.errors';
import {
  TikTokBlockedError,
  TikTokNeedsSignatureError,
  TikTokNotFoundError,
  TikTokUnreachableError,
} from './tiktok.errors';

const post: Post = {
  id: '7000000000000000000',
  kind: 'video',
  caption: '',
  stats: {},
  images: [],
  hashtags: [],
  captionTags: [],
  labels: [],
  suggestedWords: [],
  isPinned: false,
};

type PostHandler = NonNullable<Source['handlers']['post']>;

/** A source that answers `post` by the given function and counts how often it is asked. */
function sourceOf(name: Source['name'], handler: PostHandler) {
  let calls = 0;
  const counted: PostHandler = (params, context) => {
    calls += 1;
    return handler(params, context);
  };
  return { source: { name, handlers: { post: counted } }, calls: () => calls };
}

const answers: PostHandler = async () => post;
const refuses: PostHandler = async () => {
  throw new TikTokBlockedError('captcha', 'captcha page', { retryAfterSeconds: 7 });
};

function ask(ladder: SourceLadder): Promise<unknown> {
  return ladder.ask('post', { id: post.id });
}

async function failureOf(promise: Promise<unknown>): Promise<TikTokError> {
  return promise.then(
    () => Promise.reject(new Error('did not fail')),
    (error: TikTokError) => error,
  );
}

describe('SourceLadder', () => {
  it('stops at the first answer and says who gave it', async () => {
    const page = sourceOf('page', answers);
    const embed = sourceOf('embed', answers);
    const ladder = new SourceLadder([page.source, embed.source]);
    expect(await ask(ladder)).toEqual({ value: post, source: 'page' });
    expect(embed.calls()).toBe(0);
  });

  it('goes on at a refusal', async () => {
    const ladder = new SourceLadder([
      sourceOf('page', refuses).source,
      sourceOf('embed', answers).source,
    ]);
    expect(await ask(ladder)).toEqual({ value: post, source: 'embed' });
  });

  it('takes "not found" for an answer', async () => {
    const embed = sourceOf('embed', answers);
    const ladder = new SourceLadder([
      sourceOf('page', async () => {
        throw new TikTokNotFoundError('gone');
      }).source,
      embed.source,
    ]);
    expect(await failureOf(ask(ladder))).toBeInstanceOf(TikTokNotFoundError);
    expect(embed.calls()).toBe(0);
  });

  it('names every attempt, the refusal before what cannot tell', async () => {
    const ladder = new SourceLadder([
      sourceOf('page', async () => {
        throw new TikTokUnreachableError('reset');
      }).source,
      sourceOf('embed', refuses).source,
    ]);
    const error = await failureOf(ask(ladder));
    expect(error).toMatchObject({ code: 'tiktok.blocked', kind: 'captcha', retryAfterSeconds: 7 });
    expect(error.attempts.slice(0, 2)).toEqual([
      { source: 'page', code: 'tiktok.unreachable', message: 'reset' },
      { source: 'embed', code: 'tiktok.blocked', kind: 'captcha', message: 'captcha page' },
    ]);
  });

  it('lets a failing rung rest, asks the others meanwhile, and comes back to it', async () => {
    let nowMs = 1_000_000;
    const page = sourceOf('page', refuses);
    const embed = sourceOf('embed', answers);
    const ladder = new SourceLadder([page.source, embed.source], () => nowMs);
    for (let call = 0; call < 5; call += 1) await ask(ladder);
    expect(page.calls()).toBe(3);
    expect(embed.calls()).toBe(5);
    expect(
      ladder.health().find((rung) => rung.operation === 'post' && rung.source === 'page'),
    ).toMatchObject({ state: 'resting', failureCount: 3, lastFailure: { kind: 'captcha' } });
    nowMs += 5_001;
    await ask(ladder);
    expect(page.calls()).toBe(4);
  });

  it('lets one probe through while every rung rests, and refuses the others at once', async () => {
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    let isHeld = false;
    const page = sourceOf('page', async (params, context) => {
      if (isHeld) await gate;
      return refuses(params, context);
    });
    const ladder = new SourceLadder([page.source], () => 1_000_000);
    for (let call = 0; call < 3; call += 1) await failureOf(ask(ladder));
    isHeld = true;
    const probe = failureOf(ask(ladder));
    expect(await failureOf(ask(ladder))).toMatchObject({ code: 'tiktok.blocked', kind: 'resting' });
    release();
    expect(await probe).toMatchObject({ kind: 'captcha' });
    expect(page.calls()).toBe(4);
  });

  it('recovers with the first answer', async () => {
    let isRefusing = true;
    const page = sourceOf('page', (params, context) =>
      isRefusing ? refuses(params, context) : answers(params, context),
    );
    const ladder = new SourceLadder([page.source], () => 1_000_000);
    for (let call = 0; call < 4; call += 1) await failureOf(ask(ladder));
    isRefusing = false;
    expect(await ask(ladder)).toEqual({ value: post, source: 'page' });
    expect(
      ladder.health().find((rung) => rung.operation === 'post' && rung.source === 'page'),
    ).toMatchObject({ state: 'works' });
  });

  it('says when no source can serve the parameters', async () => {
    const ladder = new SourceLadder([
      sourceOf('page', async () => new CannotServe('has no such page')).source,
    ]);
    const error = await failureOf(ask(ladder));
    expect(error).toBeInstanceOf(TikTokNeedsSignatureError);
    expect(error.message).toContain('page: has no such page');
  });

  it('takes "not found" of a feed or a search for a refusal', async () => {
    const source: Source = {
      name: 'signed-api',
      handlers: {
        searchPosts: async () => {
          throw new TikTokNotFoundError('no such thing', { statusCode: 10204 });
        },
      },
    };
    const error = await failureOf(
      new SourceLadder([source]).ask('searchPosts', { keyword: 'cats' }),
    );
    expect(error).toMatchObject({
      code: 'tiktok.blocked',
      statusCode: 10204,
      message: 'no such thing',
    });
  });

  it('takes no empty page that counts rows and promises more for an answer', async () => {
    const page = { items: [], droppedCount: 0, hasMore: true, cursor: '20' };
    const sourceWith = (total: number): Source => ({
      name: 'web-api',
      handlers: { comments: async () => ({ ...page, total }) },
    });
    const ask = (total: number) =>
      new SourceLadder([sourceWith(total)]).ask('comments', { postId: '1' });
    expect(await failureOf(ask(803))).toMatchObject({
      code: 'tiktok.blocked',
      message: 'TikTok counts 803 rows and lists none',
    });
    expect((await ask(0)).value.items).toEqual([]);
  });
});
