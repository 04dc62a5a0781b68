import { parseUserPage } from './user-page.parser';

const user = { id: '6900000000000000001', uniqueId: 'tester.one', nickname: 'Tester' };
const universal = '__UNIVERSAL_DATA_FOR_REHYDRATION__';

const script = (id: string, state: unknown): string =>
  `<script id="${id}" type="application/json">${JSON.stringify(state)}</script>`;
const page = (...scripts: string[]): Buffer => Buffer.from(`<html>${scripts.join('')}</html>`);
const userScope = (scope: unknown): Buffer =>
  page(
    script(universal, {
      __DEFAULT_SCOPE__: {
        'webapp.app-context': { language: 'en' },
        'webapp.user-detail': scope,
      },
    }),
  );

describe('parseUserPage', () => {
  it('reads a page of today', () => {
    const html = userScope({
      statusCode: 0,
      statusMsg: '',
      shareMeta: { title: 'A title', desc: 'A text' },
      userInfo: {
        user,
        stats: { heartCount: 3900000 },
        statsV2: { heartCount: '3922256' },
        itemList: [],
      },
    });
    expect(parseUserPage(html)).toEqual({
      user: expect.objectContaining({ uniqueId: 'tester.one', stats: { heartCount: 3922256 } }),
      share: { title: 'A title', description: 'A text' },
      pageLanguage: 'en',
      posts: [],
    });
  });

  it.each([
    [10202, 'tiktok.not_found'],
    [10221, 'tiktok.not_found'],
    [10222, 'tiktok.private'],
    [10101, 'tiktok.blocked'],
  ])('throws what status %d means', (statusCode, code) => {
    expect(() => parseUserPage(userScope({ statusCode, statusMsg: '' }))).toThrow(
      expect.objectContaining({ code, statusCode }),
    );
  });

  it('shows the public face of a private account', () => {
    const html = userScope({ statusCode: 10222, userInfo: { user } });
    expect(parseUserPage(html).user).toMatchObject({ uniqueId: 'tester.one', isPrivate: true });
  });

  it('does not take data beside another refusal for an answer', () => {
    const html = userScope({ statusCode: 10221, userInfo: { user } });
    expect(() => parseUserPage(html)).toThrow(expect.objectContaining({ statusCode: 10221 }));
  });

  it.each([{ statusCode: 0 }, { userInfo: { user: { id: '1' } } }, {}])(
    'names the path that is missing in %j',
    (scope) => {
      expect(() => parseUserPage(userScope(scope))).toThrow(
        expect.objectContaining({
          code: 'tiktok.shape_changed',
          path: expect.stringContaining('userInfo.user'),
        }),
      );
    },
  );

  it.each([
    page(),
    page(script(universal, {})),
    page(script(universal, { __DEFAULT_SCOPE__: { 'webapp.a-b': {} } })),
    page(script(universal, { __DEFAULT_SCOPE__: {} }), script('SIGI_STATE', { LiveRoom: {} })),
  ])('is blocked by a shell page', (html) => {
    expect(() => parseUserPage(html)).toThrow(expect.objectContaining({ kind: 'shell_page' }));
  });
});

describe('parseUserPage of older pages', () => {
  const item = (id: string, author: unknown): object => ({ id, author, desc: id });
  const sigi = {
    AppContext: { appContext: { language: 'de' } },
    SEO: { metaParams: { title: 'T', description: 'D' } },
    UserPage: { uniqueId: 'tester.one', statusCode: 0 },
    UserModule: {
      users: { other: { uniqueId: 'other' }, 'tester.one': user },
      stats: { 'tester.one': { followerCount: 5 } },
    },
    ItemList: { 'user-post': { list: ['7400000000000000002', '7400000000000000001'] } },
    ItemModule: {
      '7400000000000000001': item('7400000000000000001', 'tester.one'),
      '7400000000000000002': item('7400000000000000002', 'stranger'),
    },
  };

  it('reads SIGI_STATE beside an empty newer carrier, posts in the order of the list', () => {
    const html = page(script(universal, { __DEFAULT_SCOPE__: {} }), script('SIGI_STATE', sigi));
    const profile = parseUserPage(html);
    expect(profile).toMatchObject({
      user: { uniqueId: 'tester.one', stats: { followerCount: 5 } },
      share: { title: 'T', description: 'D' },
      pageLanguage: 'de',
    });
    expect(profile.posts.map((post) => [post.id, post.author?.id])).toEqual([
      ['7400000000000000002', undefined],
      ['7400000000000000001', '6900000000000000001'],
    ]);
  });

  it('reads the assignment of 2021', () => {
    const code = `window['SIGI_STATE']=${JSON.stringify(sigi)};window['SIGI_RETRY']={"a":1};`;
    const html = page(`<script id="sigi-persisted-data">${code}</script>`);
    expect(parseUserPage(html).user.uniqueId).toBe('tester.one');
  });

  it('throws what the status of a SIGI page means', () => {
    const html = page(script('SIGI_STATE', { UserPage: { statusCode: 10202 } }));
    expect(() => parseUserPage(html)).toThrow(
      expect.objectContaining({ code: 'tiktok.not_found' }),
    );
  });

  it('reads __NEXT_DATA__', () => {
    const pageProps = {
      $language: 'en',
      statusCode: 0,
      seoProps: { metaParams: { title: 'T' } },
      userInfo: { user, stats: { followerCount: 5 } },
      items: [item('7400000000000000001', user), { id: '' }],
    };
    const profile = parseUserPage(page(script('__NEXT_DATA__', { props: { pageProps } })));
    expect(profile).toMatchObject({
      user: { uniqueId: 'tester.one' },
      share: { title: 'T' },
      pageLanguage: 'en',
    });
    expect(profile.posts).toHaveLength(1);
  });

  it('throws what the status of a NEXT page means', () => {
    const state = { props: { pageProps: { statusCode: 10222 } } };
    expect(() => parseUserPage(page(script('__NEXT_DATA__', state)))).toThrow(
      expect.objectContaining({ code: 'tiktok.private' }),
    );
  });
});
