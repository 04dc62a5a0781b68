import type { Surroundings } from '../visitor';
import { Visitor } from '../visitor';
import { isRecord } from '../world-facts';
import type { Scenario } from './scenario';

const mostPages = 3;

/** The routes under /apis: single things, lists by their cursors, whole searches. */
export const ensembleDataScenarios: readonly Scenario[] = [
  {
    name: '/apis: lists by cursor',
    weight: 7,
    run: async (surroundings, universe) => {
      const { random } = surroundings;
      const { handle, secUid, id } = universe.account(random.pick(universe.handles));
      const asked = random.pick([
        `hashtag/posts?name=${random.pick(universe.hashtags)}`,
        `keyword/search?name=${random.pick(universe.keywords)}&period=0`,
        `user/posts?username=${handle}&depth=1`,
        `user/posts-from-secuid?secUid=${secUid}&depth=2&new_version=true`,
        `user/liked-posts?secUid=${universe.liker.secUid}`,
        `user/search?keyword=${random.pick(universe.keywords)}`,
        `user/followers?secUid=${secUid}&id=${id}`,
        `user/followings?secUid=${secUid}&id=${id}`,
        `post/comments?aweme_id=${universe.discussed.id}`,
        `music/posts?music_id=${universe.discussed.sound.id}`,
        `music/info?name=${random.pick(universe.keywords)}`,
        `live/search?keyword=gaming`,
      ]);
      await follow(surroundings, asked);
    },
  },
  {
    name: '/apis: one thing',
    weight: 8,
    run: async (surroundings, universe) => {
      const { random } = surroundings;
      const { handle, secUid } = universe.account(random.pick(universe.handles));
      const [first, second] = [random.pick(universe.videos), random.pick(universe.photos)];
      const asked = random.pick([
        `user/info?username=${handle}`,
        `user/info-from-secuid?secUid=${secUid}`,
        `post/info?url=https://www.tiktok.com/@${first.author.handle}/video/${first.id}`,
        `post/info?url=${second.id}&new_version=true&download_video=true`,
        `post/multi-info?ids=${first.id};${second.id}`,
        `music/details?id=${first.sound.id}`,
      ]);
      await new Visitor(surroundings, '/apis: one thing').ask(withToken(surroundings, asked));
    },
  },
  {
    name: '/apis: whole searches',
    weight: 1,
    run: async (surroundings, universe) => {
      const { random } = surroundings;
      const asked = random.pick([
        `hashtag/recent-posts?name=${random.pick(universe.hashtags)}&days=5`,
        `hashtag/recent-posts?name=tinyfjord&remap_output=false`,
        `keyword/full-search?name=${random.pick(universe.keywords)}&period=7`,
      ]);
      await wholeSearch(surroundings, asked);
    },
  },
  {
    name: '/apis: usage',
    weight: 1,
    run: async ({ ...surroundings }) => {
      const visitor = new Visitor(surroundings, '/apis: usage');
      const path = `/apis/customer/get-history?days=2&token=${surroundings.token}`;
      await visitor.ask({ path, isSteady: false });
    },
  },
];

/** Answers that are put together from several posts or pages, each of which any surface may give. */
const mixed = ['post/multi-info', 'user/posts'];

function withToken({ token }: Surroundings, asked: string) {
  const isMixed = mixed.some((path) => asked.startsWith(path));
  return { path: `/apis/tt/${asked}&token=${token}`, isMixed };
}

/** The first pages, each by the cursor of the one before; every page is compared by itself. */
async function follow(surroundings: Surroundings, asked: string): Promise<void> {
  const visitor = new Visitor(surroundings, '/apis: lists by cursor');
  let cursor = '';
  for (let page = 0; page < mostPages; page += 1) {
    const name = asked.startsWith('user/posts') ? 'start_cursor' : 'cursor';
    const question = withToken(surroundings, cursor === '' ? asked : `${asked}&${name}=${cursor}`);
    const answer = await visitor.ask(question);
    const next = cursorIn(answer?.body);
    if (next === undefined) return;
    if (next === cursor) return visitor.doubt(question, `the cursor ${cursor} once more`);
    cursor = next;
  }
}

/** Beside the rows, or beside what holds them. */
function cursorIn(body: unknown): string | undefined {
  if (!isRecord(body)) return undefined;
  const cursor = body.nextCursor ?? (isRecord(body.data) ? body.data.nextCursor : undefined);
  return typeof cursor === 'number' || typeof cursor === 'string' ? String(cursor) : undefined;
}

/** A search that broke off says so, and only in bad weather; each row is one that the world knows. */
async function wholeSearch(surroundings: Surroundings, asked: string): Promise<void> {
  const visitor = new Visitor(surroundings, '/apis: whole searches');
  const question = { ...withToken(surroundings, asked), isSteady: false };
  const beganMs = performance.now();
  const answer = await visitor.ask(question);
  if (!answer) return;
  if (!isRecord(answer.body)) return visitor.doubt(question, 'no JSON');
  const { data, incomplete } = answer.body;
  const ending = incomplete ?? (isRecord(data) ? data.incomplete : undefined);
  if (isRecord(ending) && !surroundings.weather.excuses(beganMs) && isRefusal(ending.code))
    visitor.doubt(question, `broke off: ${JSON.stringify(ending)}`);
}

/** Where TikTok itself ends a list, nobody broke it off. */
function isRefusal(code: unknown): boolean {
  return code !== 'limit' && code !== 'tiktok.capped';
}
