/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { fetchFrom, PHONE, scopeIn, startFixedSandbox, stateIn } from './sandbox-client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

async function userDetail(name: string) {
  const page = await fetchFrom(sandbox, `/@${name}`);
  expect(page.status).toBe(200);
  return scopeIn(page.text, 'webapp.user-detail');
}

async function videoDetail(path: string, headers?: Record<string, string>) {
  const page = await fetchFrom(sandbox, path, { headers });
  const scope = headers ? 'webapp.reflow.video.detail' : 'webapp.video-detail';
  return scopeIn(page.text, scope);
}

describe('profile page', () => {
  it('agrees with the oracle', async () => {
    const account = sandbox.world.user('gabrielymayra');
    const { userInfo, statusCode } = await userDetail('GabrielyMayra');
    expect(statusCode).toBe(0);
    expect(userInfo.user).toMatchObject({
      uniqueId: 'gabrielymayra',
      id: account?.id,
      secUid: account?.secUid,
      nickname: account?.nickname,
      secret: false,
      privateAccount: false,
    });
    expect(userInfo.user.signature).toContain('(sandbox account)');
    expect(userInfo.itemList).toEqual([]);
    const counts = account && sandbox.world.userCounts(account);
    expect(userInfo.statsV2.followerCount).toBe(String(counts?.followers));
    expect(userInfo.statsV2.heartCount).toBe(userInfo.statsV2.heart);
  });

  it('opens by secUid too, and by a name that the account had before', async () => {
    const { userInfo } = await userDetail('luna_the_pantera');
    const bySecUid = await userDetail(userInfo.user.secUid);
    const byFormerName = await userDetail('tatyanka_yak');
    expect(userInfo.user.uniqueId).toBe('luna_the_pantera');
    expect(bySecUid.userInfo.user.id).toBe(userInfo.user.id);
    expect(byFormerName.userInfo.user).toEqual(userInfo.user);
  });

  it.each([
    ['missing.account', 10202],
    ['banned.account', 10221],
    ['restricted.account', 10223],
    ['ends.with.a.dot.', 10202],
  ])('says with a status code that %s is gone', async (name, status) => {
    const detail = await userDetail(name);
    expect(detail.statusCode).toBe(status);
    expect(detail).not.toHaveProperty('userInfo');
  });

  it('shows a private account with its status code', async () => {
    const detail = await userDetail('private.account');
    expect(detail.statusCode).toBe(10222);
    expect(detail.userInfo.user).toMatchObject({ privateAccount: true, secret: true });
  });

  it('escapes slashes, marks itself and sets the cookies of a session', async () => {
    const page = await fetchFrom(sandbox, '/@gabrielymayra');
    expect(page.text).toContain('https:\\u002F\\u002F');
    expect(page.headers['x-tiktok-sandbox']).toBe('1');
    expect([...page.cookies.keys()]).toEqual(['ttwid', 'tt_csrf_token', 'tt_chain_token']);
    const wid = scopeIn(page.text, 'webapp.app-context').wid;
    expect(wid).toMatch(/^72\d{17}$/);
  });
});

describe('what link previews read', () => {
  const meta = async (path: string) => {
    const { text } = await fetchFrom(sandbox, path);
    const found = text.matchAll(/<meta property="og:([a-z_]+)" content="([^"]*)"/g);
    return Object.fromEntries([...found].map(([, name, content]) => [name, content]));
  };

  it('are the words of shareMeta and the address', async () => {
    const { shareMeta } = await userDetail('gabrielymayra');
    expect(await meta('/@gabrielymayra')).toEqual({
      site_name: 'TikTok',
      type: 'website',
      title: shareMeta.title,
      description: shareMeta.desc,
      image: '',
      url: 'https://www.tiktok.com/@gabrielymayra',
    });
  });

  it('is the address alone where nothing is, and cannot break out of its quotes', async () => {
    expect(await meta('/@missing.one')).toEqual({ url: 'https://www.tiktok.com/@missing.one' });
    const { url } = await meta('/@%22%3E%3Cscript%3E');
    expect(url).toBe('https://www.tiktok.com/@&quot;&gt;&lt;script&gt;');
  });
});

describe('video page', () => {
  const id = '6943996796519681281';

  it('resolves under any handle', async () => {
    for (const path of [`/@/video/${id}`, `/@_/video/${id}`, `/@zachking/video/${id}`]) {
      const { itemInfo, statusCode } = await videoDetail(path);
      expect(statusCode).toBe(0);
      expect(itemInfo.itemStruct).toMatchObject({ id, author: { uniqueId: 'luna_the_pantera' } });
    }
  });

  it('spells numbers as pages do', async () => {
    const { itemStruct } = (await videoDetail(`/@i/video/${id}`)).itemInfo;
    expect(typeof itemStruct.createTime).toBe('string');
    expect(typeof itemStruct.stats.collectCount).toBe('string');
    expect(typeof itemStruct.stats.diggCount).toBe('number');
    expect(typeof itemStruct.video.bitrateInfo[0].PlayAddr.DataSize).toBe('string');
    expect(Number(itemStruct.statsV2.diggCount)).toBeGreaterThan(15_000_000);
    const lag = Number(itemStruct.createTime) - Number(BigInt(id) >> 32n);
    expect(lag).toBeGreaterThanOrEqual(0);
    expect(lag).toBeLessThanOrEqual(60);
  });

  it.each([
    ['0204', 10204],
    ['0213', 10213],
    ['0215', 10215],
    ['0216', 10216],
    ['0222', 10222],
    ['0231', 10231],
  ])('refuses ids that end in %s', async (suffix, status) => {
    const detail = await videoDetail(`/@i/video/750000000000000${suffix}`);
    expect(detail.statusCode).toBe(status);
    expect(detail).not.toHaveProperty('itemInfo');
  });

  it('does not know posts of the future', async () => {
    const future = (BigInt(Math.floor(sandbox.clock.nowMs() / 1000) + 3600) << 32n) | 16n;
    const detail = await videoDetail(`/@i/video/${future}`);
    expect(detail.statusCode).toBe(10204);
  });

  it('counts the posts of hashtags for phones, and knows no relation to the author', async () => {
    const dance = sandbox.world.hashtag('dance');
    const posts = dance ? sandbox.world.hashtagPosts(dance, { from: 0, limit: 1 }) : [];
    const post = posts[0];
    if (!post) throw new Error('the hashtag has no posts');
    const { itemInfo } = await videoDetail(`/@i/video/${post.id}`, {
      'user-agent': PHONE,
    });
    const { author, challenges } = itemInfo.itemStruct;
    expect(author.relation).toBe(0);
    expect(challenges.length).toBeGreaterThan(0);
    for (const { title, stats } of challenges) {
      const hashtag = sandbox.world.hashtag(title);
      const counted = hashtag && sandbox.world.hashtagCounts(hashtag).posts;
      expect(stats.videoCount).toBeGreaterThan(0);
      expect(Math.abs(stats.videoCount - (counted ?? 0))).toBeLessThan(stats.videoCount / 20);
    }
  });

  it('gives phones another scope, on the old addresses too', async () => {
    const desktop = await videoDetail(`/@i/video/${id}`);
    const phone = await videoDetail(`/@i/video/${id}`, { 'user-agent': PHONE });
    expect(phone.itemInfo.itemStruct.id).toBe(desktop.itemInfo.itemStruct.id);
    const old = await fetchFrom(sandbox, `https://m.tiktok.com/v/${id}.html`);
    expect(scopeIn(old.text, 'webapp.reflow.video.detail').itemInfo.itemStruct.id).toBe(id);
  });
});

describe('photo post', () => {
  it('is a shell under /photo/ and whole under /video/', async () => {
    const author = sandbox.world.user('gabrielymayra');
    const posts = author ? sandbox.world.userPosts(author, { limit: 100 }) : [];
    const photo = posts.find(({ kind }) => kind === 'photo');
    const shell = await fetchFrom(sandbox, `/@gabrielymayra/photo/${photo?.id}`);
    expect(scopeIn(shell.text, 'webapp.video-detail')).toBeUndefined();
    expect(scopeIn(shell.text, 'seo.abtest').canonical).toBe(
      `https://www.tiktok.com/@gabrielymayra/photo/${photo?.id}`,
    );
    const { itemStruct } = (await videoDetail(`/@gabrielymayra/video/${photo?.id}`)).itemInfo;
    expect(itemStruct.imagePost.images).toHaveLength(photo?.pictures ?? -1);
    expect(itemStruct.video).toMatchObject({ duration: 0, playAddr: '' });
    expect(itemStruct.video).not.toHaveProperty('bitrateInfo');
  });
});

describe('embeds', () => {
  function entryIn(html: string, route: string) {
    return stateIn(html, '__FRONTITY_CONNECT_STATE__').source.data[route];
  }

  it('list ten posts of an account without times', async () => {
    const page = await fetchFrom(sandbox, '/embed/@gabrielymayra?lang=en');
    const entry = entryIn(page.text, '/embed/@gabrielymayra?lang=en');
    expect(page.status).toBe(200);
    expect(page.cookies.size).toBe(0);
    expect(entry.videoList).toHaveLength(10);
    expect(entry.userInfo).not.toHaveProperty('secUid');
    expect(entry.videoList[0]).not.toHaveProperty('createTime');
  });

  it('name the secUid of a post’s author', async () => {
    const page = await fetchFrom(sandbox, '/embed/v2/6943996796519681281');
    const { videoData } = entryIn(page.text, '/embed/v2/6943996796519681281');
    expect(videoData.authorInfos.secUid).toBe(sandbox.world.user('luna_the_pantera')?.secUid);
    expect(typeof videoData.itemInfos.createTime).toBe('string');
  });

  it.each([
    ['/embed/@missing.account', 10202],
    ['/embed/@private.account', 10222],
    ['/embed/v2/7500000000000000204', 10204],
  ])('answer %s with HTTP 400 and an error entry', async (path, errorCode) => {
    const page = await fetchFrom(sandbox, path);
    expect(page.status).toBe(400);
    expect(entryIn(page.text, path)).toMatchObject({
      isError: true,
      pageName: 'error',
      errorCode,
      errorStatus: 400,
    });
  });
});
