import type { FaultKind, Sandbox } from '../../src/sandbox';
import { FAULT_KINDS, startSandbox } from '../../src/sandbox';
import type { OperationName } from '../../src/tiktok/operations';
import type { TikTokClient } from '../../src/tiktok';
import { TikTokBlockedError, TikTokError } from '../../src/tiktok';
import { fixedNowMs } from '../support/api';
import { clientOn } from '../support/client';

jest.setTimeout(30_000);

type Operation = Exclude<OperationName, 'shortLink'>;

/**
 * What a fault on every route makes of an operation: `fine` is the very answer without the fault, `!` an error by
 * its code or kind of refusal, and a number of rows with the word on completeness something in between.
 */
type Verdict = string;
type Line = Verdict | ({ readonly others: Verdict } & { readonly [Name in Operation]?: Verdict });

// Without a list, what TikTok counts elsewhere or promises says that there is one. Where nothing says so, nobody can
// tell an empty list from a hidden one, and the answer says that.
const withoutList: Line = {
  others: '!tiktok.shape_changed',
  user: 'fine',
  post: 'fine',
  hashtag: 'fine',
  music: 'fine',
  userPosts: '10 capped',
  hashtagPosts: '10 capped',
  musicPosts: 'fine',
  reposts: '0 capped',
  searchLive: '0 capped',
};

// A feed or a search is never "not found": TikTok refuses when it says so.
const alwaysThere = {
  trending: '!status_code',
  searchPosts: '!status_code',
  searchUsers: '!status_code',
  searchLive: '!status_code',
};

const table: Record<FaultKind, Line> = {
  'empty-200': '!empty_answer',
  challenge: 'fine',
  'captcha-page': '!captcha',
  'blocked-page': '!blocked_page',
  'shell-page': '!shell_page',
  'empty-scope': 'fine',
  'unknown-scopes': 'fine',
  'no-script': '!shell_page',
  'login-redirect': '!login_wall',
  'not-found-redirect': { others: '!tiktok.not_found', ...alwaysThere },
  'unauthorized-401': '!blocked_page',
  'forbidden-403': '!blocked_page',
  'too-many-429': '!rate_limit',
  'research-500': 'fine',
  'overload-503': '!overload',
  'socket-close': '!tiktok.unreachable',
  reset: '!tiktok.unreachable',
  'slow-body': '!tiktok.timeout',
  'cut-body': '!tiktok.unreachable',
  'truncated-json': '!tiktok.shape_changed',
  'verify-json': '!captcha',
  'verify-header': '!captcha',
  'first-signed-empty': 'fine',
  'address-budget': 'fine',
  // The non-zero one of two codes counts, and here it says that there is no such thing.
  'status-mismatch': {
    others: '!tiktok.not_found',
    user: 'fine',
    post: 'fine',
    ...alwaysThere,
  },
  'status-as-text': {
    others: '!risk',
    user: 'fine',
    post: 'fine',
    userPosts: '10 capped',
    hashtag: 'fine',
    hashtagPosts: '10 capped',
    music: 'fine',
    musicPosts: 'fine',
  },
  'empty-page': {
    others: '!empty_answer',
    user: 'fine',
    post: 'fine',
    hashtag: 'fine',
    music: 'fine',
    userPosts: '10 capped',
    hashtagPosts: '10 capped',
    musicPosts: 'fine',
    reposts: '!tiktok.shape_changed',
  },
  'same-page': {
    others: 'first page capped',
    user: 'fine',
    post: 'fine',
    hashtag: 'fine',
    music: 'fine',
    trending: 'fine',
  },
  'stuck-cursor': {
    others: 'first page capped',
    user: 'fine',
    post: 'fine',
    hashtag: 'fine',
    music: 'fine',
    trending: 'fine',
    userPosts: 'fine',
  },
  'missing-list': withoutList,
  'null-comments': withoutList,
  'duplicate-rows': 'fine',
  'repeated-rows': 'fine',
  'reversed-rows': 'fine',
  'pinned-out-of-order': 'fine',
  'unknown-entries': 'fine',
  'items-without-video': 'fine',
  'items-without-stats': 'fine',
  'disordered-keys': 'fine',
  'html-instead': '!shell_page',
  'link-expired': '!blocked_page',
  'zero-bytes': '!empty_answer',
  'head-refused': 'fine',
};

const handle = 'gabrielymayra';
const some = { limits: { maxItems: 40, maxPages: 5 } };

/** Ids that the operations ask for, all of them of the sandbox's world. */
interface Known {
  readonly post: string;
  readonly comment: string;
  readonly music: string;
  readonly liker: string;
}

interface Answered {
  readonly value: unknown;
  readonly meta: { readonly completeness?: string };
}

type Run = (client: TikTokClient, known: Known) => Promise<Answered>;

const operations: Record<Operation, Run> = {
  user: (client) => client.user({ handle }),
  userPosts: async (client) => (await client.userPosts({ handle })).collect(some),
  likedPosts: async (client, { liker }) =>
    (await client.likedPosts({ handle: liker })).collect(some),
  reposts: async (client) => (await client.reposts({ handle })).collect(some),
  followers: async (client) => (await client.followers({ handle })).collect(some),
  followings: async (client) => (await client.followings({ handle })).collect(some),
  post: (client, { post }) => client.post(post),
  comments: (client, { post }) => client.comments(post).collect(some),
  replies: (client, { post, comment }) => client.replies(post, comment).collect(some),
  hashtag: (client) => client.hashtag('magic'),
  hashtagPosts: async (client) => (await client.hashtagPosts('magic')).collect(some),
  searchPosts: (client) => client.searchPosts({ keyword: 'tesla' }).collect(some),
  searchUsers: (client) => client.searchUsers({ keyword: 'tesla' }).collect(some),
  searchLive: (client) => client.searchLive({ keyword: 'gaming' }).collect(some),
  music: (client, { music }) => client.music(music),
  musicPosts: async (client, { music }) => (await client.musicPosts(music)).collect(some),
  trending: (client) => client.trending({}).collect(some),
};

async function find(sandbox: Sandbox): Promise<Known> {
  const { world } = sandbox;
  const account = world.user(handle);
  if (!account) throw new Error('no account');
  const post = world
    .userPosts(account, { limit: 200 })
    .find((candidate) => world.commentTotals(candidate).places > 60);
  if (!post) throw new Error('no post with comments');
  const comment = world
    .comments(post, { from: 0, limit: 50 })
    .find((candidate) => world.replies(post, candidate, { from: 0, limit: 5 }).length > 3);
  const liker = Array.from({ length: 500 }, (_, number) => `someone${number}`).find(
    (name) => world.user(name)?.hasPublicLikes,
  );
  const { client, close } = clientOn(sandbox);
  const music = (await client.post(post.id)).value.music?.id;
  await close();
  if (!comment || !liker || !music) throw new Error('the world lacks what the test needs');
  return { post: post.id, comment: comment.id, music, liker };
}

function rowsOf({ value }: Answered): number {
  return Array.isArray(value) ? value.length : 1;
}

/** What became of an operation, in the words of the table. */
async function verdictOf(run: () => Promise<Answered>, honest?: Answered): Promise<Verdict> {
  try {
    const answer = await run();
    const isWhole = honest !== undefined && rowsOf(answer) === rowsOf(honest);
    return isWhole ? 'fine' : `${rowsOf(answer)} ${answer.meta.completeness ?? ''}`;
  } catch (error) {
    if (error instanceof TikTokBlockedError) return `!${error.kind}`;
    if (error instanceof TikTokError) return `!${error.code}`;
    throw error;
  }
}

describe('operations under faults', () => {
  let sandbox: Sandbox;
  let known: Known;
  const honest = new Map<Operation, Answered>();

  beforeAll(async () => {
    sandbox = await startSandbox({ nowMs: fixedNowMs });
    known = await find(sandbox);
    const { client, close } = clientOn(sandbox);
    for (const [name, run] of Object.entries(operations) as [Operation, Run][])
      honest.set(name, await run(client, known));
    await close();
  });

  afterAll(() => sandbox.stop());

  const cases = FAULT_KINDS.flatMap((fault) =>
    (Object.keys(operations) as Operation[]).map((operation) => [fault, operation] as const),
  );

  it.each(cases)('%s: %s', async (fault, operation) => {
    const transport = { totalTimeoutMs: 1_000, maxRetries: 1, baseDelayMs: 1 };
    const { client, close } = clientOn(sandbox, { transport });
    sandbox.faults.add({ route: '*', fault, stallMs: 60_000 });
    const run = (): Promise<Answered> => operations[operation](client, known);
    const verdict = await verdictOf(run, honest.get(operation));
    sandbox.faults.clear();
    await close();

    const line = table[fault];
    const expected = typeof line === 'string' ? line : (line[operation] ?? line.others);
    if (expected === 'first page capped') expect(verdict).toMatch(/^([1-9]\d* capped|fine)$/);
    else expect(verdict).toBe(expected);
  });
});
