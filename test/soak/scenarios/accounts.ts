import type { Account } from '../../../src/sandbox';
import { isCount, mayRound } from '../counts';
import type { Universe } from '../universe';
import type { Answer, Question, Surroundings } from '../visitor';
import { Visitor } from '../visitor';
import { isRecord } from '../world-facts';
import type { Scenario } from './scenario';

const postCount = 30;

/** Profiles and posts of accounts: the same few over and over, strangers, and asked anew. */
export const accountScenarios: readonly Scenario[] = [
  {
    name: 'hits',
    weight: 14,
    run: async (surroundings, universe) => {
      const handle = surroundings.random.pick(universe.handles);
      const account = universe.account(handle);
      const visitor = new Visitor(surroundings, 'hits');
      if (surroundings.random.chance(0.5)) await profile(visitor, account, handle);
      else await posts(visitor, account, universe);
    },
  },
  {
    name: 'not modified',
    weight: 4,
    run: (surroundings, universe) => conditional(surroundings, universe),
  },
  {
    name: 'cold',
    weight: 10,
    run: async (surroundings, universe) => {
      const account = universe.stranger(surroundings.random);
      const visitor = new Visitor(surroundings, 'cold');
      if (surroundings.random.chance(0.5)) await profile(visitor, account, account.handle);
      else await posts(visitor, account, universe);
    },
  },
  {
    name: 'refreshes',
    weight: 3,
    run: async (surroundings, universe) => {
      const account = universe.account(surroundings.random.pick(universe.handles));
      const body = JSON.stringify({ user_id: account.handle, update_cache: true });
      const question = postsQuestion('/api/user/videos', body);
      const visitor = new Visitor(surroundings, 'refreshes');
      checkPosts(visitor, { question, account, universe }, await visitor.ask(question));
    },
  },
  {
    name: 'trending',
    weight: 3,
    run: async (surroundings) => {
      const question = { path: '/api/trending_videos', isSteady: false };
      const visitor = new Visitor(surroundings, 'trending');
      const answer = await visitor.ask(question);
      if (!answer || !isRecord(answer.body)) return;
      const missing = Object.keys(answer.body).find((id) => !surroundings.world.post(id));
      visitor.doubt(question, missing && `there is no post ${missing}`);
      if (Object.keys(answer.body).length === 0) visitor.doubt(question, 'an empty list');
    },
  },
];

async function profile(visitor: Visitor, account: Account, handle: string): Promise<void> {
  const question = { path: `/api/user/${handle}/info` };
  const answer = await visitor.ask(question);
  if (!answer) return;
  const { userInfo } = answer.body as { userInfo: { user: UserMembers; stats: StatsMembers } };
  const { user, stats } = userInfo;
  const known = visitor.surroundings.world.userCounts(account);
  const isRounded = mayRound(answer.headers['x-tiktok-source']);
  if (user.uniqueId !== account.handle || user.id !== account.id)
    visitor.doubt(question, `the account ${user.uniqueId} ${user.id}`);
  for (const [said, is] of [
    [stats.followerCount, known.followers],
    [stats.videoCount, known.posts],
    [stats.heartCount, known.hearts],
  ] as const)
    if (said !== undefined && !isCount(said, is, isRounded))
      visitor.doubt(question, `${said} where it is ${is}`);
}

interface UserMembers {
  readonly uniqueId?: string;
  readonly id?: string;
}

interface StatsMembers {
  readonly followerCount?: number;
  readonly videoCount?: number;
  readonly heartCount?: number;
}

async function posts(visitor: Visitor, account: Account, universe: Universe): Promise<void> {
  const question = { path: `/api/user/${account.handle}/videos?count=${postCount}` };
  checkPosts(visitor, { question, account, universe }, await visitor.ask(question));
}

function postsQuestion(path: string, body: string): Question {
  return { path, method: 'POST', body, headers: { 'content-type': 'application/json' } };
}

interface AskedPosts {
  readonly question: Question;
  readonly account: Account;
  readonly universe: Universe;
}

/** The newest posts in their order; a list that TikTok cut short holds the account's own posts. */
function checkPosts(visitor: Visitor, asked: AskedPosts, answer: Answer | undefined): void {
  if (!answer || !isRecord(answer.body)) return;
  const { question, account, universe } = asked;
  const ids = Object.keys(answer.body);
  const isCut = ['capped', 'partial'].includes(String(answer.headers['x-tiktok-completeness']));
  const expected = universe.newest(account, isCut ? 10_000 : postCount).map(({ id }) => id);
  const isRight = isCut
    ? ids.length > 0 && ids.every((id) => expected.includes(id))
    : ids.join() === expected.join();
  const missing = expected.filter((id) => !ids.includes(id)).slice(0, 3);
  if (!isRight)
    visitor.doubt(question, `${ids.length} posts, without ${missing.join() || 'any missing'}`);
}

async function conditional(surroundings: Surroundings, universe: Universe): Promise<void> {
  const visitor = new Visitor(surroundings, 'not modified');
  const path = `/api/user/${surroundings.random.pick(universe.handles)}/videos?count=${postCount}`;
  const first = await visitor.ask({ path });
  if (!first) return;
  const again = {
    path,
    statuses: [200, 304],
    headers: { 'if-none-match': String(first.headers.etag) },
  };
  const second = await visitor.ask(again);
  if (second?.status === 304 && second.text !== '') visitor.doubt(again, 'a body with 304');
}
