/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import type { Sandbox } from '../../src/sandbox';
import { fetchFrom, PHONE, scopeIn, startFixedSandbox } from './sandbox-client';

const POST = /^https:\/\/www\.tiktok\.com\/@([^/]+)\/(video|photo)\/(\d+)\?/;
const BROWSER = { 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0 Safari/537.36' };

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startFixedSandbox();
});
afterEach(() => sandbox.stop());

async function location(address: string, headers: Record<string, string> = {}) {
  const answer = await fetchFrom(sandbox, address, { headers });
  expect(answer.status).toBe(301);
  return String(answer.headers.location);
}

describe('short links', () => {
  it('lead to a post that exists, and always to the same', async () => {
    const to = await location('https://vm.tiktok.com/videoAbc/');
    const [, handle, kind, id] = POST.exec(to) ?? [];
    expect(kind).toBe('video');
    const page = await fetchFrom(sandbox, to);
    const { itemStruct } = scopeIn(page.text, 'webapp.video-detail').itemInfo;
    expect([itemStruct.id, itemStruct.author.uniqueId]).toEqual([id, handle]);
    expect(to).toContain('_r=1&_t=');
    for (const address of [
      'https://vt.tiktok.com/videoAbc',
      'https://www.tiktok.com/t/videoAbc/',
    ]) {
      expect(await location(address)).toContain(`/video/${id}?`);
    }
    sandbox.clock.advance(90 * 86_400_000);
    expect(await location('https://vm.tiktok.com/videoAbc/')).toContain(`/video/${id}?`);
  });

  it('lead to all kinds of things', async () => {
    const kinds = { post: 0, profile: 0, music: 0, live: 0 };
    for (let n = 0; n < 200; n += 1) {
      const to = new URL(await location(`https://vm.tiktok.com/ZMh${n}xyz/`));
      if (/\/(video|photo)\//.test(to.pathname)) kinds.post += 1;
      else if (to.pathname.endsWith('/live')) kinds.live += 1;
      else if (to.pathname.startsWith('/music/')) kinds.music += 1;
      else if (/^\/@[^/]+$/.test(to.pathname)) kinds.profile += 1;
    }
    expect(kinds.post + kinds.profile + kinds.music + kinds.live).toBe(200);
    expect(kinds.post).toBeGreaterThan(150);
    expect(Math.min(kinds.profile, kinds.music, kinds.live)).toBeGreaterThan(0);
  });

  it.each([
    ['expired1', 'https://www.tiktok.com/?_r=1'],
    ['loginX', 'https://www.tiktok.com/login?redirect_url='],
    ['notfoundX', 'https://www.tiktok.com/notfound'],
    ['photoX', '/photo/'],
    ['profileX', 'https://www.tiktok.com/@'],
    ['liveX', '/live?'],
    ['musicX', 'https://www.tiktok.com/music/'],
  ])('%s leads where its beginning says', async (code, expected) => {
    expect(await location(`https://vm.tiktok.com/${code}/`)).toContain(expected);
  });

  it('lead phones to the phone page', async () => {
    const to = new URL(await location('https://vm.tiktok.com/videoAbc/', { 'user-agent': PHONE }));
    expect(to.host).toBe('m.tiktok.com');
    expect(to.pathname).toBe(`/v/${to.searchParams.get('share_item_id')}.html`);
    expect(to.searchParams.get('sec_user_id')).toMatch(/^MS4wLjABAAAA/);
  });

  it('answer HEAD, unless that is switched off for browsers', async () => {
    const address = 'https://vm.tiktok.com/videoAbc/';
    const head = await fetchFrom(sandbox, address, { method: 'HEAD', headers: BROWSER });
    expect([head.status, head.bytes.length]).toEqual([301, 0]);
    sandbox.switches.set({ 'short-links': 'no-head' });
    const refused = await fetchFrom(sandbox, address, { method: 'HEAD', headers: BROWSER });
    expect(refused.status).toBe(403);
    const crawler = { 'user-agent': 'facebookexternalhit/1.1' };
    const passed = await fetchFrom(sandbox, address, { method: 'HEAD', headers: crawler });
    expect(passed.headers.location).toMatch(POST);
  });

  it('may carry the link in the body only', async () => {
    const answer = await fetchFrom(sandbox, 'https://vm.tiktok.com/bodyAbc/');
    expect([answer.status, answer.headers.location]).toEqual([200, undefined]);
    expect(answer.text).toMatch(
      /^<a href="https:\/\/www\.tiktok\.com\/[^"]+">Moved Permanently<\/a>/,
    );
    sandbox.switches.set({ 'short-links': 'body' });
    expect((await fetchFrom(sandbox, 'https://vm.tiktok.com/videoAbc/')).status).toBe(200);
  });
});

describe('oEmbed', () => {
  const VIDEO = 'https://www.tiktok.com/@luna_the_pantera/video/6943996796519681281';

  function ask(url: string) {
    return fetchFrom(sandbox, `/oembed?url=${encodeURIComponent(url)}`);
  }

  it('describes a post, to every site', async () => {
    const answer = await ask(VIDEO);
    expect(answer.headers['access-control-allow-origin']).toBe('*');
    const post = sandbox.world.post('6943996796519681281');
    expect(answer.json()).toMatchObject({
      version: '1.0',
      type: 'video',
      title: post?.caption.text,
      author_url: 'https://www.tiktok.com/@luna_the_pantera',
      author_unique_id: 'luna_the_pantera',
      width: '100%',
      thumbnail_width: 576,
      thumbnail_height: 1024,
      embed_product_id: post?.id,
      embed_type: 'video',
    });
    const { html, thumbnail_url } = answer.json();
    expect(html).toContain(`data-video-id="${post?.id}"`);
    expect(html).toMatch(/<script async src="https:\/\/www\.tiktok\.com\/embed\.js"><\/script>$/);
    const cover = await fetchFrom(sandbox, thumbnail_url);
    expect(cover.headers['content-type']).toBe('image/jpeg');
  });

  it('knows the other addresses of a post', async () => {
    const forms = [
      'https://www.tiktok.com/@_/video/6943996796519681281',
      'https://www.tiktok.com/embed/v2/6943996796519681281',
      'https://vm.tiktok.com/videoAbc/',
      'https://www.tiktok.com/t/videoAbc/',
      'https://www.tiktok.com/@gabrielymayra',
    ];
    for (const form of forms) expect((await ask(form)).status).toBe(200);
    const shared = POST.exec(await location('https://vm.tiktok.com/videoAbc/'));
    const { embed_product_id } = (await ask('https://vm.tiktok.com/videoAbc/')).json();
    expect(embed_product_id).toBe(shared?.[3]);
  });

  it('refuses all else', async () => {
    const author = sandbox.world.user('gabrielymayra');
    const posts = author ? sandbox.world.userPosts(author, { limit: 100 }) : [];
    const photo = posts.find(({ kind }) => kind === 'photo');
    const refused = [
      `https://www.tiktok.com/@gabrielymayra/photo/${photo?.id}`,
      `https://www.tiktok.com/@gabrielymayra/video/${photo?.id}`,
      'https://www.tiktok.com/@i/video/7500000000000000204',
      'https://www.tiktok.com/@i/video/7500000000000000216',
      'https://www.tiktok.com/@private.account',
      'https://vm.tiktok.com/expired1/',
      'https://vm.tiktok.com/photoX/',
      'https://example.org/@i/video/6943996796519681281',
      'nonsense',
      '',
    ];
    for (const url of refused) {
      const answer = await ask(url);
      expect([url, answer.status]).toEqual([url, 400]);
      expect(answer.json()).toEqual({ code: 400, message: 'Something went wrong' });
    }
  });

  it('wants the www, unless that is switched', async () => {
    const bare = VIDEO.replace('www.', '');
    expect((await ask(bare)).status).toBe(400);
    sandbox.switches.set({ 'oembed-bare-host': 'accepted' });
    expect((await ask(bare)).status).toBe(200);
  });
});
