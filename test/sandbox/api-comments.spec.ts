/* eslint-disable @typescript-eslint/no-unsafe-return, @typescript-eslint/no-unsafe-call -- tests walk JSON that has no types */
import { ROUTE_NAMES, ROUTES, type Demand, type Sandbox } from '../../src/sandbox';
import { accountIn, ask, SEAL } from './api-client';
import { DEVICE, fetchFrom, startFixedSandbox } from './sandbox-client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

function discussedPost() {
  const posts = sandbox.world.userPosts(accountIn(sandbox, 'zachking'), { limit: 20 });
  const post = posts.find((one) => sandbox.world.commentTotals(one).places > 200);
  if (!post) throw new Error('posts of a big account have many comments');
  return post;
}

function cidsOf(comments: { cid: string }[]) {
  return comments.map(({ cid }) => cid);
}

describe('/api/comment/list/', () => {
  it('gives every comment once; pages may be short and yet not the last', async () => {
    const post = discussedPost();
    const query = (cursor: number) => `aid=1988&aweme_id=${post.id}&count=50&cursor=${cursor}`;
    const seen: string[] = [];
    let shortPages = 0;
    let cursor = 0;
    for (let more = 1; more === 1;) {
      const body = (await fetchFrom(sandbox, `/api/comment/list/?${query(cursor)}`)).json();
      expect(body.total).toBe(sandbox.world.commentTotals(post).all);
      expect(body).not.toHaveProperty('statusCode');
      for (const comment of body.comments) expect(comment.aweme_id).toBe(post.id);
      if (body.comments.length < 50 && body.has_more === 1) shortPages += 1;
      seen.push(...cidsOf(body.comments));
      [cursor, more] = [body.cursor, body.has_more];
    }
    const all = sandbox.world.comments(post, { from: 0, limit: Infinity });
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(shortPages).toBeGreaterThan(0);
  });

  it('leads to the replies, oldest first', async () => {
    const post = discussedPost();
    const { comments } = await ask(sandbox, '/api/comment/list/', { aweme_id: post.id, count: 50 });
    const parent = comments.find(
      (comment: { reply_comment_total: number }) => comment.reply_comment_total > 4,
    );
    const seen: { cid: string; reply_id: string; create_time: number }[] = [];
    let cursor = 0;
    for (let more = 1; more === 1;) {
      const query = { item_id: post.id, comment_id: parent.cid, count: 3, cursor };
      const body = await ask(sandbox, '/api/comment/list/reply/', query);
      seen.push(...body.comments);
      [cursor, more] = [body.cursor, body.has_more];
    }
    expect(seen).toHaveLength(parent.reply_comment_total);
    expect(new Set(cidsOf(seen)).size).toBe(seen.length);
    seen.forEach((reply, n) => {
      expect(reply.reply_id).toBe(parent.cid);
      expect(reply.create_time).toBeGreaterThanOrEqual(seen[n - 1]?.create_time ?? 0);
    });
  });

  it('is null for a post that never was', async () => {
    const body = await ask(sandbox, '/api/comment/list/', { aweme_id: '123' });
    expect(body).toMatchObject({ status_code: 0, comments: null, has_more: 0 });
    expect(body).not.toHaveProperty('total');
  });

  it('holds comments of pictures alone, pinned ones and those that the author liked', async () => {
    const posts = sandbox.world.userPosts(accountIn(sandbox, 'zachking'), { limit: 12 });
    const found = { picture: 0, pinned: 0, liked: 0 };
    for (const { id } of posts) {
      const { comments } = await ask(sandbox, '/api/comment/list/', { aweme_id: id, count: 50 });
      for (const comment of comments ?? []) {
        if (comment.text === '') expect(comment.image_list[0].crop_url.url_list).toHaveLength(3);
        if (comment.text === '') found.picture += 1;
        if (comment.author_pin) found.pinned += comment.stick_position;
        if (comment.is_author_digged) found.liked += comment.label_list.length;
      }
    }
    expect(Math.min(...Object.values(found))).toBeGreaterThan(0);
  });
});

describe('demands', () => {
  const address = (route: string) => {
    const source = ROUTES[route as keyof typeof ROUTES].path.source;
    return source
      .replace(/^\^/, '')
      .replace(/\/\?\$$/, '/')
      .replace(/\\/g, '');
  };
  const apiRoutes = ROUTE_NAMES.filter(
    (name) =>
      ROUTES[name].surface === 'api' && /^\^[\w\\/-]+\/\?\$$/.test(ROUTES[name].path.source),
  );
  const wanted = (demand: Demand) => apiRoutes.filter((name) => ROUTES[name].demand === demand);

  it.each([...wanted('seal')])('%s is silent without a seal and speaks with one', async (name) => {
    const path = address(name);
    const bare = await fetchFrom(sandbox, `${path}?${DEVICE}`);
    expect([bare.status, bare.text, bare.headers['tt_orcas_res']]).toEqual([200, '', '1']);
    const sealed = await fetchFrom(sandbox, `${path}?${DEVICE}&${SEAL}`);
    expect(sealed.text).not.toBe('');
  });

  it.each([...wanted('device-id')])('%s wants a device id and no seal', async (name) => {
    const path = address(name);
    expect((await fetchFrom(sandbox, `${path}?aid=1988`)).text).toBe('');
    expect((await fetchFrom(sandbox, `${path}?${DEVICE}`)).text).not.toBe('');
  });

  it.each([...wanted('app-id')])('%s wants the app id alone', async (name) => {
    const path = address(name);
    expect((await fetchFrom(sandbox, path)).text).toBe('');
    expect((await fetchFrom(sandbox, `${path}?aid=1988`)).text).not.toBe('');
  });

  it.each([...wanted('login')])('%s wants the cookie of a login', async (name) => {
    const path = `${address(name)}?${DEVICE}`;
    expect((await fetchFrom(sandbox, path)).text).toBe('');
    const headers = { cookie: 'sessionid=sandbox' };
    expect((await fetchFrom(sandbox, path, { headers })).text).not.toBe('');
  });

  it('can be switched by route', async () => {
    const comments = `/api/comment/list/?${DEVICE}&aweme_id=123`;
    sandbox.demands.set({ comments: 'seal', 'creator-list': 'refused' });
    expect((await fetchFrom(sandbox, comments)).text).toBe('');
    expect((await fetchFrom(sandbox, `${comments}&${SEAL}`)).text).not.toBe('');
    const { secUid } = accountIn(sandbox, 'zachking');
    expect(await ask(sandbox, '/api/creator/item_list/', { secUid })).toBeUndefined();
    sandbox.demands.reset();
    expect((await fetchFrom(sandbox, comments)).text).not.toBe('');
  });
});
