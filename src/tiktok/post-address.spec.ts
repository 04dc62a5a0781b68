import { parsePostAddress } from './post-address';

const id = '7212345678901234567';

describe('parsePostAddress', () => {
  it.each([
    id,
    ` ${id}\n`,
    `https://www.tiktok.com/@some.body/video/${id}`,
    `https://www.tiktok.com/@some.body/photo/${id}?is_from_webapp=1&sender_device=pc`,
    `https://www.tiktok.com/@/video/${id}`,
    `https://www.tiktok.com/@_/video/${id}/`,
    `https://tiktok.com/@i/video/${id}`,
    `https://www.tiktok.com/video/${id}`,
    `https://www.tiktok.com/share/video/${id}`,
    `https://www.tiktok.com/embed/${id}`,
    `https://www.tiktok.com/embed/v2/${id}`,
    `https://www.tiktok.com/player/v1/${id}`,
    `https://m.tiktok.com/v/${id}.html?u_code=x&preview_pb=0`,
    `https://www.tiktokv.com/share/video/${id}/`,
    `https://www.tiktok.com/foryou?item_id=${id}`,
    `https://m.tiktok.com/?shareId=${id}`,
    `http://www.tiktok.com/@a/video/${id}`,
    `HTTPS://WWW.TIKTOK.COM/@a/video/${id}`,
    `www.tiktok.com/@a/video/${id}`,
    `Look at this! https://www.tiktok.com/@a/video/${id}, it is great`,
    `(https://www.tiktok.com/@a/video/${id})`,
    `https://example.com/about and https://www.tiktok.com/@a/video/${id}`,
  ])('reads %s', (text) => {
    expect(parsePostAddress(text)).toMatchObject({ kind: 'post', id });
  });

  it.each([
    ['https://vm.tiktok.com/ZMabc123/', 'https://vm.tiktok.com/ZMabc123/'],
    ['https://vt.tiktok.com/ZSabc123?k=1', 'https://vt.tiktok.com/ZSabc123/'],
    ['https://www.tiktok.com/t/ZTabc123/', 'https://www.tiktok.com/t/ZTabc123/'],
    ['m.tiktok.com/t/ZTabc123', 'https://m.tiktok.com/t/ZTabc123/'],
    ['Watch https://vm.tiktok.com/ZMabc123/ now', 'https://vm.tiktok.com/ZMabc123/'],
  ])('knows %s for a short link', (text, url) => {
    expect(parsePostAddress(text)).toEqual({ kind: 'short', url });
  });

  it.each([
    '',
    'hello',
    '12345',
    'https://www.tiktok.com/',
    'https://www.tiktok.com/@somebody',
    'https://www.tiktok.com/@somebody/live',
    'https://www.tiktok.com/music/song-7212345678901234567',
    `https://example.com/@a/video/${id}`,
    `https://tiktok.com.example.com/@a/video/${id}`,
    `https://nottiktok.com/@a/video/${id}`,
    `https://www.tiktok.com@example.com/@a/video/${id}`,
    `https://user:word@www.tiktok.com/@a/video/${id}`,
    `https://www.tiktok.com:8443/@a/video/${id}`,
    `https://[::1]/@a/video/${id}`,
    `https://127.0.0.1/@a/video/${id}`,
    `https://xn--tktok-q4a.com/@a/video/${id}`,
    `https://www.tıktok.com/@a/video/${id}`,
    `javascript:alert('https://x/@a/video/${id}')`,
    `ftp://www.tiktok.com/@a/video/${id}`,
    `file:///@a/video/${id}`,
    `https://vm.tiktok.com/../@a/video/${id}`,
    `https://vm.tiktok.com/`,
    `https://www.tiktok.com/@a/video/${id}x`,
    `https://www.tiktok.com/@a/video/${'1'.repeat(40)}`,
    `https://www.tiktok.com/@a/video/${id}${'&x=1'.repeat(600)}`,
    'https://%',
  ])('refuses %j', (text) => {
    expect(parsePostAddress(text)).toMatchObject({ kind: 'invalid', reason: expect.any(String) });
  });

  it('refuses ten kilobytes without reading them', () => {
    expect(parsePostAddress('https://'.repeat(1280)).kind).toBe('invalid');
  });
});
