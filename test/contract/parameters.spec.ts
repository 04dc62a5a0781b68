import { startApi, type TestApi } from '../support/api';

interface Fault {
  readonly loc: readonly [string, string];
  readonly msg: string;
  readonly type: string;
}

describe('parameters of the TikTok methods', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  const get = (path: string) => api.call(`/apis/tt/${path}&token=x`);

  it.each([
    ['hashtag/posts?name=magic', 'hashtag/posts?name=%23magic'],
    ['hashtag/posts?name=magic', 'hashtag/posts?name=magic&cursor='],
    ['hashtag/posts?name=magic', 'hashtag/posts?name=magic&cursor=null'],
    ['hashtag/posts?name=magic', 'hashtag/posts?name=magic&cursor=None'],
    ['hashtag/posts?name=magic', 'hashtag/posts?name=magic&cursor=undefined'],
    ['hashtag/posts?name=magic', 'hashtag/posts?name=magic&cursor=0&region=de&foo=bar'],
    ['hashtag/posts?name=magic', 'hashtag/posts?name=cats&name=magic'],
    ['user/info?username=zachking', 'user/info?username=%40ZachKing'],
    ['user/info?username=zachking', 'user/info?username=+zachking+'],
    ['keyword/search?name=a+b&period=7', 'keyword/search?name=a%20b&period=7&country=US&sorting='],
    ['keyword/search?name=a+b&period=7', 'keyword/search?name=a+b&period=7&country=null'],
    ['live/search?keyword=gaming&country=DE', 'live/search?keyword=gaming&country=de'],
    [
      'post/info?url=https%3A%2F%2Fwww.tiktok.com%2F%40a%2Fvideo%2F7165262254722534698',
      'post/info?url=https%3A%2F%2Fm.tiktok.com%2Fv%2F7165262254722534698.html',
    ],
    ['post/multi-info?ids=7210531475052236078', 'post/multi-info?ids=7210531475052236078%3B'],
  ])('%s is the same as %s', async (strict, lenient) => {
    const [one, other] = [await get(strict), await get(lenient)];
    expect([one.status, other.status]).toEqual([200, 200]);
    // One comparison, for bodies of a megabyte.
    expect(other.text === one.text).toBe(true);
  });

  it.each([
    ['keyword/search?name=magic&period=0', 'keyword/search?name=magic&period=0&cursor=null'],
    ['user/search?keyword=magic', 'user/search?keyword=magic&cursor='],
    ['music/info?name=swan', 'music/info?name=swan&cursor=None&sorting=null&filter_by='],
    [
      'user/posts?username=zachking&depth=1',
      'user/posts?username=zachking&depth=1&start_cursor=null&oldest_createtime=null',
    ],
    ['hashtag/recent-posts?name=cats', 'hashtag/recent-posts?name=cats&days=&max_cursor=null'],
  ])('%s is the same as %s with its defaults', async (strict, lenient) => {
    const [one, other] = [await get(strict), await get(lenient)];
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(other.text === one.text).toBe(true);
  });

  it.each(['true', 'True', 'TRUE', '1'])('takes %s for yes', async (yes) => {
    const reply = await get(`user/posts?username=zachking&depth=1&new_version=${yes}`);
    expect(reply.json<{ data: object[] }>().data[0]).toHaveProperty('stats');
  });

  it.each(['false', 'False', '0', '', 'null'])('takes %j for no', async (no) => {
    const reply = await get(`user/posts?username=zachking&depth=1&new_version=${no}`);
    expect(reply.json<{ data: object[] }>().data[0]).toHaveProperty('statistics');
  });

  const missing = (...names: string[]): Fault[] =>
    names.map((name) => ({
      loc: ['query', name],
      msg: 'field required',
      type: 'value_error.missing',
    }));
  const wrong = (name: string, msg: string, type: string): Fault[] => [
    { loc: ['query', name], msg, type },
  ];
  const notInteger = 'value is not a valid integer';

  it.each([
    ['hashtag/posts?x=1', missing('name')],
    ['keyword/search?name=tesla', missing('period')],
    ['keyword/full-search?x=1', missing('name', 'period')],
    ['user/posts?username=zachking', missing('depth')],
    ['post/comments-replies?x=1', missing('comment_id', 'aweme_id')],
    ['user/followers?x=1', missing('id', 'secUid')],
    [
      'hashtag/posts?name=',
      wrong('name', 'ensure this value has at least 1 characters', 'value_error'),
    ],
    ['hashtag/posts?name=a&cursor=x', wrong('cursor', notInteger, 'type_error.integer')],
    ['hashtag/posts?name=a&cursor=-1', wrong('cursor', notInteger, 'type_error.integer')],
    ['hashtag/recent-posts?name=a&days=x', wrong('days', notInteger, 'type_error.integer')],
    [
      'user/posts?username=zachking&depth=0',
      wrong(
        'depth',
        'ensure this value is greater than or equal to 1',
        'value_error.number.not_ge',
      ),
    ],
    [
      'user/posts?username=zachking&depth=1&new_version=maybe',
      wrong('new_version', 'value could not be parsed to a boolean', 'type_error.bool'),
    ],
    [
      'keyword/search?name=a&period=8',
      wrong(
        'period',
        "value is not a valid enumeration member; permitted: '0', '1', '7', '30', '90', '180'",
        'type_error.enum',
      ),
    ],
    ['music/details?id=abc', wrong('id', 'value is not a valid id: digits only', 'value_error')],
    [
      'post/multi-info?ids=7210531475052236078;abc',
      wrong('ids', 'each id must be the id of a post: 15 to 25 digits', 'value_error'),
    ],
  ])('%s answers 422 in the words of FastAPI', async (path, detail) => {
    const asked = api.sandbox.counters.count();
    const reply = await get(path);
    expect([reply.status, reply.headers.units_charged]).toEqual([422, '0']);
    expect(reply.json()).toEqual({ detail });
    expect(api.sandbox.counters.count()).toBe(asked);
  });

  it.each([
    ['post/info?url=https%3A%2F%2Fexample.com%2Fvideo%2F1', 462],
    ['post/info?url=nothing', 462],
    ['user/posts-from-secuid?secUid=abc&depth=1', 463],
    ['user/info-from-secuid?secUid=zachking', 463],
    ['user/followers?id=abc&secUid=MS4wLjABAAAAwvx1Hqepue-hsbfsG6N9cXL88kI-0TPk5mfgy8ww', 463],
    ['user/info?username=no%20such%20handle', 463],
    [`post/multi-info?ids=${Array(101).fill('7210531475052236078').join(';')}`, 464],
    ['keyword/search?name=tesla&period=0&country=xx', 466],
    ['live/search?keyword=gaming&country=usa', 466],
  ])('%s answers %d before TikTok is asked', async (path, status) => {
    const asked = api.sandbox.counters.count();
    const reply = await get(path);
    expect([reply.status, reply.headers.units_charged]).toEqual([status, '0']);
    expect(reply.json()).toEqual({ detail: expect.any(String) });
    expect(api.sandbox.counters.count()).toBe(asked);
  });

  it.each([
    ['user/info?username=missing.account', 473],
    ['user/posts?username=missing.account&depth=1', 473],
    ['user/posts?username=private.account&depth=1', 472],
    ['user/info?username=banned.account', 474],
    ['user/info?username=restricted.account', 471],
    ['hashtag/posts?name=missing_one', 404],
    ['hashtag/posts?name=banned_one', 469],
    ['music/details?id=7063948643480480203', 404],
    ['post/multi-info?ids=7210531475052230204', 404],
    ['post/multi-info?ids=7210531475052230216', 520],
    ['post/multi-info?ids=7210531475052230231', 520],
  ])('%s answers %d', async (path, status) => {
    const reply = await get(path);
    expect([reply.status, reply.headers.units_charged]).toEqual([status, '0']);
    expect(reply.json()).toEqual({ detail: expect.any(String) });
  });

  it('shows the profile of a private account, as TikTok does', async () => {
    const reply = await get('user/info?username=private.account');
    expect(reply.json()).toMatchObject({ data: { user: { privateAccount: true } } });
  });

  it('puts what is missing of many posts beside those that are there', async () => {
    const ids = ['7210531475052230204', '7210531475052236078', '7210531475052230216'];
    const reply = await get(`post/multi-info?ids=${ids.join(';')}`);
    const { data, missing } = reply.json<{ data: object[]; missing: object[] }>();
    expect(data).toMatchObject([{ aweme_id: ids[1] }]);
    expect(missing).toMatchObject([
      { id: ids[0], code: 'tiktok.not_found' },
      { id: ids[2], code: expect.stringMatching(/^tiktok\./) },
    ]);
  });

  it('gives empty lists as such, and no cursor behind them', async () => {
    const account = api.sandbox.world.user('empty.account');
    const posts = await get('user/posts?username=empty.account&depth=3');
    expect(posts.text).toBe('{"data":[]}');
    const hashtag = await get('hashtag/posts?name=empty_one');
    expect(hashtag.text).toBe('{"data":{"data":[]}}');
    expect(account).toBeDefined();
  });
});
