import type { Post } from '../../../src/sandbox';
import { isCount, mayRound } from '../counts';
import type { Question, Surroundings } from '../visitor';
import { Visitor } from '../visitor';
import type { Scenario } from './scenario';

/** Likes and counters of single posts. */
export const postScenarios: readonly Scenario[] = [
  {
    name: 'likes',
    weight: 10,
    run: async (surroundings, { videos }) => {
      const post = surroundings.random.pick(videos);
      const path = `/api/user/${post.author.handle}/${post.id}/likes_count`;
      await likes(surroundings, post, { path });
    },
  },
  {
    name: 'likes, asked anew',
    weight: 3,
    run: async (surroundings, { videos }) => {
      const post = surroundings.random.pick(videos);
      const asked = { user_id: post.author.handle, video_id: post.id, update_cache: 'True' };
      await likes(surroundings, post, {
        path: '/api/user/likes_count',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(asked),
      });
    },
  },
  {
    name: 'statistic',
    weight: 8,
    run: async (surroundings, { videos }) =>
      statistic(surroundings, surroundings.random.pick(videos)),
  },
  {
    name: 'statistic, cold',
    weight: 5,
    run: async (surroundings, universe) => {
      const { random } = surroundings;
      const posts = universe.newest(universe.stranger(random), 12);
      if (posts.length > 0) await statistic(surroundings, random.pick(posts));
    },
  },
];

/** As a sentence and as JSON, in turn. */
async function likes(surroundings: Surroundings, post: Post, asked: Question): Promise<void> {
  const visitor = new Visitor(surroundings, 'likes');
  const count = surroundings.world.postCounts(post).likes;
  const isJson = surroundings.random.chance(0.5);
  const accept = isJson ? 'application/json' : 'text/plain';
  const question = { ...asked, headers: { ...asked.headers, accept } };
  const answer = await visitor.ask(question);
  if (!answer) return;
  const said = isJson ? (answer.body as LikesMembers).likes_count : countIn(answer.text, post);
  if (!isCount(said, count, mayRound(answer.headers['x-tiktok-source'])))
    visitor.doubt(question, `${answer.text} where it has ${count}`);
}

interface LikesMembers {
  readonly likes_count?: number;
}

/** The number in the documented sentence. */
function countIn(text: string, { id }: Post): number {
  const [, sayer, count] = /^For video (\d+) it is total of (\d+) likes$/.exec(text) ?? [];
  return sayer === id ? Number(count) : NaN;
}

async function statistic(surroundings: Surroundings, post: Post): Promise<void> {
  const visitor = new Visitor(surroundings, 'statistic');
  const question = { path: `/api/tiktok/statistic?url=${post.id}` };
  const answer = await visitor.ask(question);
  if (!answer) return;
  const { data } = answer.body as { data: StatisticMembers };
  const known = surroundings.world.postCounts(post);
  const facts: readonly (readonly [number | null, number])[] = [
    [data.total_play, known.plays],
    [data.total_comment, known.comments],
    [data.total_share, known.shares],
  ];
  const isRounded = mayRound(answer.headers['x-tiktok-source']);
  // A surface that does not tell a counter leaves null.
  const wrong = facts.find(([said, is]) => said !== null && !isCount(said, is, isRounded));
  visitor.doubt(question, wrong && `${wrong[0]} where it is ${wrong[1]}`);
  if (data.title !== post.caption.text) visitor.doubt(question, `the caption "${data.title}"`);
}

interface StatisticMembers {
  readonly title: string;
  readonly total_play: number | null;
  readonly total_comment: number | null;
  readonly total_share: number | null;
}
