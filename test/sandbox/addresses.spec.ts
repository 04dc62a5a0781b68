/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { fetchFrom, PHONE, scopeIn, startFixedSandbox, stateIn } from './sandbox-client';

const ID = '6943996796519681281';
const DETAILS = ['webapp.user-detail', 'webapp.video-detail', 'webapp.reflow.video.detail'];

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

describe('phone pages', () => {
  async function phoneDetail(path: string) {
    const page = await fetchFrom(sandbox, path, { headers: { 'user-agent': PHONE } });
    return scopeIn(page.text, 'webapp.reflow.video.detail');
  }

  it('have an item of their own kind', async () => {
    const { statusCode, statusMessage, itemInfo, shareMeta } = await phoneDetail(`/@i/video/${ID}`);
    expect([statusCode, statusMessage]).toEqual([0, '']);
    const item = itemInfo.itemStruct;
    expect(item).not.toHaveProperty('statsV2');
    expect(item).not.toHaveProperty('authorStatsV2');
    expect(item.video).not.toHaveProperty('bitrateInfo');
    expect(typeof item.createTime).toBe('string');
    expect(typeof item.stats.collectCount).toBe('number');
    const account = sandbox.world.user('luna_the_pantera');
    expect(item.author).toMatchObject({ uniqueId: account?.handle, secUid: account?.secUid });
    expect(item.author.videoCount).toBeGreaterThan(800);
    expect(shareMeta.cover_url).toMatch(/^https:/);
  });

  it('spell the status of a refusal another way', async () => {
    expect(await phoneDetail('/@i/video/7500000000000000204')).toEqual({
      statusCode: 10204,
      statusMessage: "item doesn't exist",
    });
  });

  it('show photo posts under /photo/', async () => {
    const author = sandbox.world.user('gabrielymayra');
    const posts = author ? sandbox.world.userPosts(author, { limit: 100 }) : [];
    const photo = posts.find(({ kind }) => kind === 'photo');
    const { itemStruct } = (await phoneDetail(`/@gabrielymayra/photo/${photo?.id}`)).itemInfo;
    expect(itemStruct.imagePost.images).toHaveLength(photo?.pictures ?? -1);
    expect(itemStruct.video.playAddr).toBe('');
  });
});

describe('addresses of one post', () => {
  it.each([
    [`/@LUNA_the_pantera/video/${ID}`, 'webapp.video-detail'],
    [`/@i/video/${ID}?lang=en`, 'webapp.video-detail'],
    [`/video/${ID}`, 'webapp.video-detail'],
    [`/share/video/${ID}/`, 'webapp.video-detail'],
    [`/v/${ID}.html`, 'webapp.video-detail'],
    [`https://m.tiktok.com/v/${ID}.html`, 'webapp.reflow.video.detail'],
    [`https://www.tiktokv.com/share/video/${ID}`, 'webapp.reflow.video.detail'],
  ])('%s', async (address, scope) => {
    const page = await fetchFrom(sandbox, address);
    expect(scopeIn(page.text, scope).itemInfo.itemStruct.id).toBe(ID);
  });
});

describe('shells', () => {
  it.each([
    '/',
    '/explore',
    '/foryou',
    '/tag/caf%C3%A9',
    '/music/original-sound-7000000000000000008',
    '/search?q=cat',
    '/search/user?q=cat',
    '/@gabrielymayra/playlist/best-7000000000000000001',
  ])('%s', async (path) => {
    const page = await fetchFrom(sandbox, path);
    expect(page.status).toBe(200);
    expect(scopeIn(page.text, 'webapp.app-context').wid).toMatch(/^\d{19}$/);
    for (const scope of DETAILS) expect(scopeIn(page.text, scope)).toBeUndefined();
    expect(page.cookies.has('ttwid')).toBe(true);
  });

  it('are as heavy as TikTok’s where that is switched on', async () => {
    const light = await fetchFrom(sandbox, '/');
    sandbox.switches.set({ 'page-weight': 'full' });
    const heavy = await fetchFrom(sandbox, `/@i/video/${ID}`);
    sandbox.switches.reset();
    expect(light.bytes.length).toBeLessThan(60_000);
    expect(heavy.bytes.length).toBeGreaterThan(200_000);
    expect(heavy.bytes.length).toBeLessThan(300_000);
    expect(scopeIn(heavy.text, 'webapp.video-detail').itemInfo.itemStruct.id).toBe(ID);
    expect(stateIn(light.text)).toBeDefined();
  });
});
