import fc from 'fast-check';
import type { Sandbox } from '../../../src/sandbox';
import { CREDENTIALS, ResearchApi } from '../conformance/research-api';
import { anyHandle, hashtags, keywords, postIds } from '../properties/arbitraries';
import { startFixedSandbox } from '../sandbox-client';
import * as research from './research.shapes';
import { expectShape, type Shape } from './shape';

jest.setTimeout(120_000);

const RUNS = { numRuns: 15 };
const DATES = { start_date: '20261020', end_date: '20261119' };

let sandbox: Sandbox;
let api: ResearchApi;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
  api = new ResearchApi(sandbox.port);
  await api.authorize();
});
afterAll(async () => {
  api.close();
  await sandbox.stop();
});

/** Holds the answer as it stands on the wire to a shape. */
async function expectAnswer(
  shape: Shape,
  path: string,
  question: { body: object | string; fields?: string; status?: number },
): Promise<void> {
  const { body, fields, status = 200 } = question;
  const answer = await api.ask(path, body, fields === undefined ? {} : { fields });
  expectShape(`${path} ${JSON.stringify(body)}`, shape, JSON.parse(answer.text));
  expect(answer.status).toBe(status);
}

function expectVideos(condition: object): Promise<void> {
  const body = { query: { and: [condition] }, ...DATES, max_count: 30 };
  return expectAnswer(research.videos, '/video/query/', { body, fields: research.VIDEO_FIELDS });
}

describe('the Research API', () => {
  it('tokens', async () => {
    expectShape('good', research.accessToken, JSON.parse((await api.authorize()).text));
    const { text } = await api.authorize({ ...CREDENTIALS, client_key: 'wrong-key' });
    expectShape('wrong key', research.accessTokenRefused, JSON.parse(text));
  });

  it('videos by hashtag, by keyword, by anything else', async () => {
    const by = (field_name: string, value: string) =>
      expectVideos({ operation: 'EQ', field_name, field_values: [value] });
    await fc.assert(
      fc.asyncProperty(hashtags, (name) => by('hashtag_name', name)),
      RUNS,
    );
    await fc.assert(
      fc.asyncProperty(keywords, (text) => by('keyword', text)),
      RUNS,
    );
    await by('region_code', 'US');
    await by('effect_id', '1234567');
  });

  it('accounts, and what belongs to them', async () => {
    const property = fc.asyncProperty(anyHandle, async (username) => {
      const body = { username };
      await expectAnswer(research.user, '/user/info/', { body, fields: research.USER_FIELDS });
      const isShown = sandbox.world.user(username)?.follows === 'shown';
      const status = isShown ? 200 : 403;
      const hidden = research.refused('invalid_params');
      const followers = isShown ? research.followers : hidden;
      await expectAnswer(followers, '/user/followers/', { body, status });
      const following = isShown ? research.following : hidden;
      await expectAnswer(following, '/user/following/', { body, status });
      const fields = research.VIDEO_FIELDS;
      await expectAnswer(research.reposted, '/user/reposted_videos/', { body, fields });
      await expectAnswer(research.pinned, '/user/pinned_videos/', { body, fields });
    });
    await fc.assert(property, RUNS);
    const body = { username: 'likes.somebody' };
    const fields = research.VIDEO_FIELDS;
    await expectAnswer(research.liked, '/user/liked_videos/', { body, fields });
  });

  it('comments', () => {
    const property = fc.asyncProperty(postIds, (id) =>
      expectAnswer(research.comments, '/video/comment/list/', {
        body: `{"video_id": ${id}}`,
        fields: research.COMMENT_FIELDS,
      }),
    );
    return fc.assert(property, RUNS);
  });

  it('playlists', async () => {
    const account = sandbox.world.user('lists.one');
    const [list] = account ? sandbox.world.lists(account, 'playlist') : [];
    const body = `{"playlist_id": ${list?.id}}`;
    await expectAnswer(research.playlist, '/playlist/info/', { body });
  });

  it('refusals', async () => {
    const ask = (code: string, status: number) =>
      expectAnswer(research.refused(code), '/user/info/', {
        body: { username: 'missing.one' },
        fields: 'display_name',
        status,
      });
    await ask('invalid_params', 400);
    sandbox.switches.set({ 'research-quota': 'spent' });
    await ask('daily_quota_limit_exceeded', 429);
    sandbox.switches.reset();
    sandbox.demands.set({ 'research-user': 'refused' });
    await ask('scope_not_authorized', 401);
    sandbox.demands.reset();
  });
});
