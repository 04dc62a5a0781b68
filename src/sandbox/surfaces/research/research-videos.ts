import { idIn } from '../../http/exact-json';
import { researchVideo, VIDEO_FIELDS } from '../../render/research';
import { hashText, mix } from '../../world/hash';
import type { Post } from '../../world/post';
import { candidatesFor, type Candidates } from '../../world/query-candidates';
import { composeId } from '../../world/snowflake';
import { meets } from '../../world/video-query';
import { renderingFor, type Emulator } from '../answering';
import { researchHandler, type ResearchQuestion } from './research-answer';
import { queryIn } from './research-query';
import { countIn, placeIn } from './research-request';

/** How many places a page looks at: it may end with fewer rows than were asked for. */
const MOST_PLACES = 2_000;

/** `/v2/research/video/query/`. The cursor counts places, so pages may be short or empty. */
export const researchVideos = researchHandler({
  quota: 'content',
  fields: VIDEO_FIELDS,
  find: (emulator, question) => {
    const { body, fields } = question;
    const query = queryIn(body);
    const limit = countIn(body, 20);
    const from = placeIn(body);
    const searchId = searchIdOf(emulator, question);
    const candidates = inOrder(candidatesFor(emulator.world, query), body['is_random'], searchId);
    const posts: Post[] = [];
    const end = Math.min(candidates.size, from + MOST_PLACES);
    let place = from;
    for (; place < end && posts.length < limit; place += 1) {
      const post = candidates.at(place);
      if (post && meets(post, query)) posts.push(post);
    }
    const rendering = renderingFor(emulator, question.request, 'api');
    const videos = posts.map((post) => researchVideo(rendering, post, fields));
    const data = {
      videos,
      cursor: place,
      has_more: place < candidates.size,
      search_id: searchId,
    };
    return { data, records: videos.length };
  },
});

/** Whatever the caller brings back; a new one on the first page. */
function searchIdOf({ world }: Emulator, { body, request }: ResearchQuestion): string {
  const sent = idIn(body['search_id']);
  if (sent !== undefined) return sent;
  return composeId({ seconds: world.nowSeconds(), low: mix(world.key, request.number) });
}

/** A random order belongs to its search: the same on every page. A step prime to the size visits all. */
function inOrder({ size, at }: Candidates, isRandom: unknown, searchId: string): Candidates {
  if (isRandom !== true || size < 2) return { size, at };
  const key = hashText(1, searchId);
  let step = 1 + (key % (size - 1));
  while (greatestDivisor(step, size) !== 1) step += 1;
  return { size, at: (place) => at((place * step + key) % size) };
}

function greatestDivisor(one: number, other: number): number {
  return other === 0 ? one : greatestDivisor(other, one % other);
}
