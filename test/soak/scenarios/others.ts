import type { Question } from '../visitor';
import { Visitor } from '../visitor';
import type { Scenario } from './scenario';

/** Each is refused before TikTok is asked. */
const bad: readonly Question[] = [
  { path: '/api/trending_videos?count=0', statuses: [400] },
  { path: '/api/trending_videos?region=Atlantis', statuses: [400] },
  { path: '/api/user/not%20a%20handle%21/info', statuses: [400] },
  { path: '/api/user/gabrielymayra/12/likes_count', statuses: [400] },
  { path: '/api/tiktok/statistic?url=http://169.254.169.254/latest', statuses: [400] },
  { path: '/api/tiktok/statistic', statuses: [400] },
  { path: '/api/tiktok/random?username=zachking&pool=1000', statuses: [400] },
  { path: '/api/user/videos', method: 'POST', body: '{"user_id":', statuses: [400] },
  {
    path: '/api/user/videos',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"user_id":"zachking","stranger":1}',
    statuses: [400],
  },
  { path: '/api/user/zachking/info', hasNoToken: true, statuses: [401] },
  { path: '/api/nothing', statuses: [404] },
  { path: '/apis/tt/hashtag/posts?name=cats&token=nobody', statuses: [491] },
  { path: '/apis/tt/hashtag/posts?name=cats', statuses: [422] },
  { path: '/media/v1.1.video.toyx89.seal/a.mp4', hasNoToken: true, statuses: [403] },
];

/** Things that are not there, or not to be seen: answers of TikTok's, not refusals. */
const absent: readonly Question[] = [
  { path: '/api/user/missing.somebody/info', statuses: [404] },
  { path: '/api/user/private.somebody/videos', statuses: [403] },
  { path: '/api/user/zachking/6943996796519681281/likes_count', statuses: [404] },
  { path: '/api/tiktok/statistic?url=6943996796519680204', statuses: [404] },
  { path: '/api/tiktok/slides?url=6943996796519681281', statuses: [422] },
];

const pages: readonly Question[] = [
  { path: '/metrics', isSteady: false },
  { path: '/health/live', isSteady: false },
  { path: '/health/ready', isSteady: false },
  { path: '/health/upstream', isSteady: false },
  { path: '/openapi.json', isOfAnotherDay: true },
  { path: '/docs' },
];

/** Bad input, things that are absent, and what operators look at. */
export const otherScenarios: readonly Scenario[] = [
  { name: 'bad input', weight: 5, run: (surroundings) => one('bad input', bad, surroundings) },
  { name: 'absent', weight: 3, run: (surroundings) => one('absent', absent, surroundings) },
  { name: 'pages', weight: 3, run: (surroundings) => one('pages', pages, surroundings) },
  {
    name: 'random',
    weight: 2,
    run: async (surroundings, { handles }) => {
      const { random } = surroundings;
      const path = `/api/tiktok/random?username=${random.pick(handles)}&seed=${random.below(5)}`;
      await new Visitor(surroundings, 'random').ask({ path, isMixed: true });
    },
  },
];

async function one(
  name: string,
  questions: readonly Question[],
  surroundings: Visitor['surroundings'],
): Promise<void> {
  await new Visitor(surroundings, name).ask(surroundings.random.pick(questions));
}
