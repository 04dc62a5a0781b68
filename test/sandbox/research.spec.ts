import type { Sandbox } from '../../src/sandbox';
import { CREDENTIALS, ResearchApi } from './conformance/research-api';
import { fetchFrom, startFixedSandbox } from './sandbox-client';

const DATES = { start_date: '20261101', end_date: '20261110' };
const BY_USER = {
  query: { and: [{ operation: 'EQ', field_name: 'username', field_values: ['big.one'] }] },
  ...DATES,
};
const HOURS_MS = 3_600_000;

let sandbox: Sandbox;
let api: ResearchApi;
beforeEach(async () => {
  sandbox = await startFixedSandbox();
  api = new ResearchApi(sandbox.port);
  await api.authorize();
});
afterEach(async () => {
  api.close();
  await sandbox.stop();
});

const info = (username: string, fields = 'display_name') =>
  api.ask('/user/info/', { username }, { fields });

async function codeOf(path: string, body: object | string, fields = 'id') {
  const { status, body: answer } = await api.ask(path, body, { fields });
  return [status, answer.error.code];
}

describe('the token', () => {
  it('lives for two hours', async () => {
    expect((await info('big.one')).status).toBe(200);
    sandbox.clock.advance(2 * HOURS_MS - 1_000);
    expect((await info('big.one')).status).toBe(200);
    sandbox.clock.advance(1_000);
    const late = await info('big.one');
    expect([late.status, late.body.error.code]).toEqual([401, 'access_token_invalid']);
    await api.authorize();
    expect((await info('big.one')).status).toBe(200);
  });

  it('is not to be invented, nor to be left out', async () => {
    const invented = `clt.${'a'.repeat(53)}`;
    for (const token of ['', invented]) {
      const answer = await api.ask('/user/info/', { username: 'a' }, { fields: 'bio_url', token });
      expect([answer.status, answer.body.error.code]).toEqual([401, 'access_token_invalid']);
    }
    const bare = await fetchFrom(sandbox, '/v2/research/user/info/', { method: 'POST' });
    expect(bare.status).toBe(401);
  });

  it.each([
    [{ client_key: '' }, 'invalid_request'],
    [{ client_secret: '' }, 'invalid_request'],
    [{ grant_type: 'authorization_code' }, 'unsupported_grant_type'],
    [{ client_key: 'wrong.one' }, 'invalid_client'],
  ])('%j is %s', async (change, error) => {
    const refused = await api.authorize({ ...CREDENTIALS, ...change });
    expect(refused.status).toBe(400);
    expect((JSON.parse(refused.text) as { error: string }).error).toBe(error);
    sandbox.switches.set({ 'token-refusals': '200' });
    expect((await api.authorize({ ...CREDENTIALS, ...change })).status).toBe(200);
  });

  it('goes with a bare address and a small letter, too; but not with GET', async () => {
    const { text } = await api.authorize();
    const { access_token: token } = JSON.parse(text) as { access_token: string };
    const path = 'http://127.0.0.1/v2/research/user/info?fields=video_count';
    const headers = { authorization: `bearer ${token}`, 'content-type': 'text/plain' };
    const ask = (method: string) =>
      fetchFrom(sandbox, path, { method, headers, body: '{"username":"big.one"}' });
    const { data } = (await ask('POST')).json() as { data: object };
    const account = sandbox.world.user('big.one');
    expect(data).toEqual({ video_count: account && sandbox.world.userCounts(account).posts });
    expect((await ask('GET')).status).toBe(405);
  });
});

describe('what is asked for', () => {
  it('are the fields that are named, and only they', async () => {
    const { body } = await api.ask('/video/query/', BY_USER, { fields: 'create_time,id' });
    const videos = body.data['videos'] as object[];
    expect(videos.length).toBeGreaterThan(3);
    for (const video of videos) expect(Object.keys(video)).toEqual(['create_time', 'id']);
    expect(await codeOf('/video/query/', BY_USER, 'id,shoe_size')).toEqual([400, 'invalid_params']);
    expect(await codeOf('/video/query/', BY_USER, '')).toEqual([400, 'invalid_params']);
  });

  it('comes with ids as numbers that JavaScript would round', async () => {
    const { text, body } = await api.ask('/video/query/', BY_USER, { fields: 'id,music_id' });
    const [first] = body.data['videos'] as { id: string; music_id: string }[];
    expect(text).toContain(`{"id":${first?.id},"music_id":${first?.music_id}}`);
    expect(String(Number(first?.id))).not.toBe(first?.id);
    expect(sandbox.world.post(first?.id ?? '')?.sound.id).toBe(first?.music_id);
  });

  it('takes an id as a number or as text', async () => {
    const [post] = sandbox.world.searchPosts('cats', { from: 0, limit: 1 });
    const asked = async (id: string) => {
      const { body } = await api.ask('/video/comment/list/', `{"video_id":${id}}`, {
        fields: 'video_id',
      });
      return (body.data['comments'] as object[])[0];
    };
    expect(await asked(post?.id ?? '')).toEqual({ video_id: post?.id });
    expect(await asked(`"${post?.id}"`)).toEqual({ video_id: post?.id });
  });

  it.each([
    ['no condition', { ...BY_USER, query: { and: [] } }],
    ['no query', { ...DATES }],
    ['31 days', { ...BY_USER, start_date: '20261001', end_date: '20261101' }],
    ['an end before its start', { ...BY_USER, end_date: '20261031' }],
    ['a day that is none', { ...BY_USER, start_date: '20260231' }],
    ['another spelling of a day', { ...BY_USER, start_date: '2026-11-01' }],
    ['too many rows', { ...BY_USER, max_count: 101 }],
    ['no rows', { ...BY_USER, max_count: 0 }],
    ['a cursor before the start', { ...BY_USER, cursor: -1 }],
    ['no JSON', '{"query":'],
    ['a list', '[]'],
    ['an unknown field', conditioned({ field_name: 'mood' })],
    ['an unknown operation', conditioned({ operation: 'LIKE' })],
    ['an order of names', conditioned({ operation: 'GT' })],
    ['no values', conditioned({ field_values: [] })],
    ['values in no list', conditioned({ field_values: 'big.one' })],
    ['no length', conditioned({ field_name: 'video_length', field_values: ['HUGE'] })],
  ])('is refused: %s', async (_, body) => {
    expect(await codeOf('/video/query/', body)).toEqual([400, 'invalid_params']);
  });

  it('may be 30 days, one day, and null where wrappers send that', async () => {
    for (const dates of [
      { start_date: '20261001', end_date: '20261031' },
      { start_date: '20261101', end_date: '20261101' },
      { cursor: null, search_id: null, max_count: null },
    ]) {
      expect(await codeOf('/video/query/', { ...BY_USER, ...dates })).toEqual([200, 'ok']);
    }
  });

  function conditioned(change: object): object {
    const condition = { operation: 'EQ', field_name: 'username', field_values: ['big.one'] };
    return { ...BY_USER, query: { and: [{ ...condition, ...change }] } };
  }
});

describe('accounts that nobody may read about', () => {
  it.each([
    ['missing.one', 400, 'is invalid: cannot find the user'],
    ['no such name', 400, 'is invalid: cannot find the user'],
    ['banned.one', 400, "API cannot return this user's information"],
    ['private.one', 403, 'is private'],
  ])('%s', async (username, status, message) => {
    const answer = await info(username);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toContain(message);
    expect(answer.body.data).toEqual({});
  });

  it('or not about all: followers, likes', async () => {
    for (const username of ['hidden.one', 'hiding.one']) {
      const answer = await api.ask('/user/followers/', { username });
      expect(answer.status).toBe(403);
      expect(answer.body.error.message).toContain('information cannot be returned');
    }
    const closed = Array.from({ length: 20 }, (_, n) => `someone_${n}x`).find(
      (name) => sandbox.world.user(name)?.hasPublicLikes === false,
    );
    expect((await codeOf('/user/liked_videos/', { username: closed }))[0]).toBe(403);
  });

  it('and things that are not there', async () => {
    const none = [400, 'invalid_params'];
    const comments = '/video/comment/list/';
    expect(await codeOf(comments, '{"video_id":7500000000000000204}')).toEqual(none);
    expect(await codeOf(comments, '{"comment_id":7500000000000000001}')).toEqual(none);
    expect(await codeOf(comments, '{}')).toEqual(none);
    const both = '{"video_id":6943996796519681281,"comment_id":6943996811077423104}';
    expect(await codeOf(comments, both)).toEqual(none);
    expect(await codeOf('/playlist/info/', '{"playlist_id":7500000000000000001}')).toEqual(none);
  });

  it('nor do posts of private accounts come in a query', async () => {
    const asked = JSON.stringify(BY_USER).replace('big.one', 'private.one');
    const { body } = await api.ask('/video/query/', asked, { fields: 'id' });
    expect([body.data['videos'], body.data['has_more']]).toEqual([[], false]);
  });
});

describe('limits', () => {
  it('the first 1000 comments', async () => {
    const ask = (cursor: number) =>
      api.ask(
        '/video/comment/list/',
        `{"video_id":6943996796519681281,"max_count":100,"cursor":${cursor}}`,
        { fields: 'id' },
      );
    expect((await ask(950)).body.data).toMatchObject({ cursor: 1000, has_more: false });
    const beyond = await ask(1000);
    expect(beyond.body.error).toMatchObject({
      code: 'invalid_params',
      message: 'Invalid count or cursor',
    });
  });

  it('a day’s calls, where that is switched on; the graph of followers has its own', async () => {
    sandbox.switches.set({ 'research-quota': 'daily' });
    for (let n = 0; n < 1_000; n += 1) {
      const { status } = await info('big.one');
      if (status !== 200) throw new Error(`Call ${n + 1} is refused already`);
    }
    const refused = await info('big.one');
    expect([refused.status, refused.body.error.code]).toEqual([429, 'daily_quota_limit_exceeded']);
    expect((await codeOf('/user/followers/', { username: 'big.one' }))[0]).toBe(200);
    sandbox.clock.advance(12 * HOURS_MS);
    await api.authorize();
    expect((await info('big.one')).status).toBe(200);
  });

  it('are over at once where that is switched on', async () => {
    sandbox.switches.set({ 'research-quota': 'spent' });
    expect(await codeOf('/video/query/', BY_USER)).toEqual([429, 'daily_quota_limit_exceeded']);
  });

  it('a fault, and then the answer', async () => {
    sandbox.faults.add({ route: 'research-videos', fault: 'research-500', times: 1 });
    expect(await codeOf('/video/query/', BY_USER)).toEqual([500, 'internal_error']);
    sandbox.faults.add({ route: 'research-videos', fault: 'too-many-429', times: 1 });
    expect(await codeOf('/video/query/', BY_USER)).toEqual([429, 'rate_limit_exceeded']);
    expect(await codeOf('/video/query/', BY_USER)).toEqual([200, 'ok']);
  });
});
