import { parsePostPage } from './post-page.parser';

const id = '7400000000000000001';
const item = { id, desc: 'hello', author: { uniqueId: 'tester' } };
const universal = '__UNIVERSAL_DATA_FOR_REHYDRATION__';

const script = (name: string, state: unknown): string =>
  `<script id="${name}" type="application/json">${JSON.stringify(state)}</script>`;
const page = (...scripts: string[]): Buffer => Buffer.from(`<html>${scripts.join('')}</html>`);
const scopes = (defaultScope: unknown): string =>
  script(universal, { __DEFAULT_SCOPE__: defaultScope });

const detail = { statusCode: 0, itemInfo: { itemStruct: item } };

describe('parsePostPage', () => {
  it.each([
    ['a desktop page', page(scopes({ 'webapp.video-detail': detail }))],
    ['a phone page', page(scopes({ 'webapp.reflow.video.detail': detail }))],
    [
      'a phone page with a deeper item',
      page(scopes({ 'webapp.reflow.video.detail': { videoDetail: detail } })),
    ],
    [
      'a phone page with a flat item',
      page(scopes({ 'webapp.reflow.video.detail': { itemStruct: item } })),
    ],
    [
      'a phone page with a second script',
      page(scopes({}), script('api-data', { videoDetail: detail, commentList: {} })),
    ],
    [
      'SIGI_STATE',
      page(
        script('SIGI_STATE', {
          ItemList: { video: { list: [id] } },
          ItemModule: { '7400000000000000009': { id: '9' }, [id]: { ...item, author: 'tester' } },
        }),
      ),
    ],
    [
      '__NEXT_DATA__',
      page(script('__NEXT_DATA__', { props: { pageProps: { itemInfo: detail.itemInfo } } })),
    ],
  ])('reads %s', (_, html) => {
    expect(parsePostPage(html)).toMatchObject({
      id,
      caption: 'hello',
      author: { uniqueId: 'tester' },
    });
  });

  it.each([
    [10204, 'tiktok.not_found'],
    [10216, 'tiktok.private'],
    [10231, 'tiktok.restricted'],
    [10000, 'tiktok.blocked'],
  ])('throws what status %d means', (statusCode, code) => {
    const html = page(scopes({ 'webapp.video-detail': { statusCode, statusMsg: 'no' } }));
    expect(() => parsePostPage(html)).toThrow(expect.objectContaining({ code, statusCode }));
  });

  it('sees the verdict beside a deeper item', () => {
    const scope = { statusCode: 0, videoDetail: { statusCode: 10204 } };
    const html = page(scopes({ 'webapp.reflow.video.detail': scope }));
    expect(() => parsePostPage(html)).toThrow(expect.objectContaining({ statusCode: 10204 }));
  });

  it.each([{ statusCode: 0 }, { itemInfo: {} }, { itemInfo: { itemStruct: { id: '' } } }])(
    'names the path that is missing in %j',
    (scope) => {
      const html = page(scopes({ 'webapp.video-detail': scope }));
      expect(() => parsePostPage(html)).toThrow(
        expect.objectContaining({ path: 'webapp.video-detail.itemInfo.itemStruct' }),
      );
    },
  );

  it.each([
    page(),
    page(scopes({ 'webapp.app-context': {} })),
    page(scopes({ 'webapp.video-detail': {} })),
    page(scopes({}), script('SIGI_STATE', { LiveRoom: {}, CurrentRoom: {} })),
  ])('is blocked by a shell page', (html) => {
    expect(() => parsePostPage(html)).toThrow(expect.objectContaining({ kind: 'shell_page' }));
  });
});
