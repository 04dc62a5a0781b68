import { contentTypeOf, extensionOf, mayBeMedia } from './media-type';

const url = 'https://v16m.tiktokcdn.com/video/tos/x/';

describe('the type of a file', () => {
  it.each(['video/mp4', 'audio/mpeg', 'image/webp', 'text/vtt; charset=utf-8'])(
    'is %s where the host says so',
    (contentType) => {
      expect(contentTypeOf({ kind: 'video', url, contentType })).toBe(contentType);
    },
  );

  it.each([
    ['music', '?mime_type=audio_mp4&x=1', undefined, 'audio/mp4'],
    ['video', '?a=1&mime_type=video_mp4', Buffer.from('ID3'), 'video/mp4'],
    ['subtitle', '?mime_type=video_mp4', undefined, 'text/vtt'],
    ['image', '', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['image', '', Buffer.from('RIFF....WEBPVP8 '), 'image/webp'],
    ['image', '', Buffer.from('\0\0\0\x18ftypheic'), 'image/heic'],
    ['music', '', Buffer.from('\0\0\0\x18ftypM4A '), 'audio/mp4'],
    ['music', '', Buffer.from('ID3\x04'), 'audio/mpeg'],
    ['music', '', Buffer.from('what'), 'audio/mpeg'],
    ['video', '', undefined, 'video/mp4'],
  ] as const)('of a %s with %j is read from link, bytes and kind', (kind, query, head, type) => {
    for (const contentType of ['', 'application/octet-stream'])
      expect(contentTypeOf({ kind, url: url + query, contentType, head })).toBe(type);
  });

  it.each([
    ['text/html; charset=utf-8', false],
    ['application/json', false],
    ['application/xml', false],
    ['', true],
    ['binary/octet-stream', true],
    ['text/plain', true],
    ['image/heic', true],
  ])('%j may be media: %s', (contentType, may) => {
    expect(mayBeMedia(contentType)).toBe(may);
  });

  it.each([
    ['video', url, 'mp4'],
    ['music', `${url}?mime_type=audio_mpeg`, 'mp3'],
    ['music', `${url}?mime_type=audio_mp4`, 'm4a'],
    ['music', 'https://sf16-ies-music.tiktokcdn.com/obj/x/1.mp3', 'mp3'],
    ['cover', 'https://p16.tiktokcdn.com/a~tplv.image?x=.webp', 'jpeg'],
    ['image', 'https://p16.tiktokcdn.com/a~tplv.webp?x', 'webp'],
    ['avatar', 'https://p16.tiktokcdn.com/a.jpg', 'jpeg'],
  ] as const)('a %s behind %s is called .%s', (kind, link, extension) => {
    expect(extensionOf(kind, link)).toBe(extension);
  });
});
