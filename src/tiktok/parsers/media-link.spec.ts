import { readFirstMediaLink, readMediaLink, readMediaLinks } from './media-link';

const hex32 = '0123456789abcdef0123456789abcdef';

describe('media links', () => {
  it.each([
    ['https://p16.example/a~tplv.jpeg?dr=1&x-expires=1790000000&x-signature=ab', 1790000000],
    ['https://v16.example/video/tos/a/?a=1988&expire=1790000001&l=2', 1790000001],
    [`https://v16.example/${hex32}/6ab13b80/video/tos/x/`, 0x6ab13b80],
    ['https://p16.example/plain.jpeg', undefined],
    // Milliseconds, and a name that only ends alike.
    ['https://p16.example/a?x-m-expire=1790000000000&xexpire=1790000000', undefined],
  ])('reads the expiry of %s', (url, expiresAtSeconds) => {
    expect(readMediaLink(url)).toEqual({ url, expiresAtSeconds });
  });

  it('completes an address without a scheme', () => {
    expect(readMediaLink('//p16.example/a')?.url).toBe('https://p16.example/a');
  });

  it.each([
    '',
    'javascript:alert(1)',
    'data:image/png;base64,AA',
    '/path',
    'https://',
    5,
    null,
    {},
  ])('takes no %p', (value) => {
    expect(readMediaLink(value)).toBeUndefined();
  });

  it('keeps the order of mirrors and leaves out what is no address', () => {
    const links = readMediaLinks(['https://b.example/1', '', 7, 'https://a.example/2']);
    expect(links.map(({ url }) => url)).toEqual(['https://b.example/1', 'https://a.example/2']);
  });

  it.each([
    ['https://a.example/1'],
    [['', 'https://a.example/1']],
    [[{ src: 'https://a.example/1' }]],
  ])('finds the first address in %j', (value) => {
    expect(readFirstMediaLink(value)?.url).toBe('https://a.example/1');
  });
});
