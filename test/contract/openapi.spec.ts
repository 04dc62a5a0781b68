import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly allOf?: readonly { readonly $ref: string }[];
  readonly rename?: string;
  readonly retype?: string;
  readonly example?: unknown;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly description: string;
  readonly schema: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/**
 * What the SDKs were generated from, as the published methods show it: path, function, and each parameter as
 * `name[ (argument)]: type`, with `!` for a required one.
 */
const published: readonly (readonly [string, string, readonly string[]])[] = [
  ['/tt/hashtag/posts', 'tiktok_hashtag_search', ['name (hashtag): string!', 'cursor: integer']],
  [
    '/tt/hashtag/recent-posts',
    'tiktok_full_hashtag_search',
    // The published methods want `days`; the published guide leaves it out, and so may callers here.
    ['name (hashtag): string!', 'days: integer', 'remap_output: boolean', 'max_cursor: integer'],
  ],
  [
    '/tt/keyword/search',
    'tiktok_keyword_search',
    [
      'name (keyword): string!',
      'cursor: integer',
      'period: 0|1|7|30|90|180!',
      'sorting: 0|1',
      'country: string',
      'match_exactly: boolean',
      'get_author_stats: boolean',
    ],
  ],
  [
    '/tt/keyword/full-search',
    'tiktok_full_keyword_search',
    [
      'name (keyword): string!',
      'period: 0|1|7|30|90|180!',
      'sorting: 0|1',
      'country: string',
      'match_exactly: boolean',
    ],
  ],
  [
    '/tt/user/posts',
    'tiktok_user_posts_from_username',
    [
      'username: string!',
      'depth: integer!',
      'start_cursor (cursor): integer',
      'oldest_createtime: integer',
      'new_version: boolean',
      'download_video: boolean',
      'alternative_method: boolean',
    ],
  ],
  [
    '/tt/user/posts-from-secuid',
    'tiktok_user_posts_from_secuid',
    [
      'secUid (sec_uid): string!',
      'depth: integer!',
      'start_cursor (cursor): integer',
      'oldest_createtime: integer',
      'new_version: boolean',
      'download_video: boolean',
      'alternative_method: boolean',
    ],
  ],
  ['/tt/user/info', 'tiktok_user_info_from_username', ['username: string!']],
  [
    '/tt/user/info-from-secuid',
    'tiktok_user_info_from_secuid',
    ['secUid (sec_uid): string!', 'alternative_method: boolean'],
  ],
  ['/tt/user/search', 'tiktok_user_search', ['keyword: string!', 'cursor: integer']],
  [
    '/tt/post/info',
    'tiktok_post_info',
    ['url: string!', 'new_version: boolean', 'download_video: boolean'],
  ],
  [
    '/tt/post/multi-info',
    'tiktok_multi_post_info',
    ['ids (aweme_ids): list!', 'new_version: boolean', 'download_video: boolean'],
  ],
  ['/tt/post/comments', 'tiktok_post_comments', ['aweme_id: string!', 'cursor: integer']],
  [
    '/tt/post/comments-replies',
    'tiktok_post_comment_replies',
    ['aweme_id: string!', 'comment_id: string!', 'cursor: integer'],
  ],
  [
    '/tt/music/info',
    'tiktok_music_search',
    ['name (keyword): string!', 'cursor: integer', 'sorting: 0|1|2|3|4', 'filter_by: 0|1|2'],
  ],
  ['/tt/music/posts', 'tiktok_music_posts', ['music_id: string!', 'cursor: integer']],
  ['/tt/music/details', 'tiktok_music_details', ['id (music_id): string!']],
  [
    '/tt/user/followers',
    'tiktok_user_followers',
    ['id: string!', 'secUid (sec_uid): string!', 'cursor: integer', 'page_token: string'],
  ],
  [
    '/tt/user/followings',
    'tiktok_user_followings',
    ['id: string!', 'secUid (sec_uid): string!', 'cursor: integer', 'page_token: string'],
  ],
  [
    '/tt/user/liked-posts',
    'tiktok_user_liked_posts',
    ['secUid (sec_uid): string!', 'cursor: integer'],
  ],
  [
    '/tt/live/search',
    'tiktok_lives_search',
    ['keyword: string!', 'cursor: integer', 'country: string'],
  ],
  ['/customer/get-used-units', 'customer_get_usage', ['date: string!']],
  ['/customer/get-history', 'customer_get_usage_history', ['days: integer!']],
];

describe('/apis/openapi.json', () => {
  let api: TestApi;
  let document: Document;

  beforeAll(async () => {
    api = await startApi();
    document = (await api.call('/apis/openapi.json')).json<Document>();
  });

  afterAll(() => api.close());

  /** The type as the generator of the SDKs makes one: `type` first, with `retype`, else the enum behind `allOf`. */
  function typeOf({ type, retype, allOf }: Schema): string {
    if (retype === 'semicolon-separated-string-to-list' && type === 'string') return 'list';
    if (type !== undefined) return type;
    const name = allOf?.[0]?.$ref.split('/').pop() ?? '';
    return document.components.schemas[name]?.enum?.join('|') ?? 'unknown';
  }

  function inWords({ name, required, schema }: Parameter): string {
    const argument = schema.rename === undefined ? '' : ` (${schema.rename})`;
    return `${name}${argument}: ${typeOf(schema)}${required ? '!' : ''}`;
  }

  it('has the published methods and no other', () => {
    expect(Object.keys(document.paths).sort()).toEqual(published.map(([path]) => path).sort());
    expect(document.servers).toEqual([{ url: '/apis' }]);
  });

  it.each(published)('%s is %s with its parameters', (path, operationId, parameters) => {
    const operation = document.paths[path]?.get;
    expect(operation?.operationId).toBe(operationId);
    expect(operation?.tags).toEqual([operationId.split('_')[0]]);
    const own = operation?.parameters.filter(({ name }) => name !== 'token') ?? [];
    expect(own.map(inWords).sort()).toEqual([...parameters].sort());
    const token = operation?.parameters.filter(({ name }) => name === 'token').map(inWords);
    expect(token).toEqual(['token: string!']);
  });

  it('describes every parameter and error, and examples stand where they must', () => {
    const lacking = Object.entries(document.paths).flatMap(([path, { get }]) => [
      ...(get?.summary ? [] : [`${path}: summary`]),
      ...(get?.parameters ?? [])
        .filter(
          ({ description, required, schema }) =>
            !description || (required && !('example' in schema)),
        )
        .map(({ name }) => `${path}: ${name}`),
      ...['200', '422', '491', '500', ...(path.startsWith('/tt') ? ['495', '501', '503'] : [])]
        .filter((status) => !get?.responses[status]?.description)
        .map((status) => `${path}: ${status}`),
    ]);
    expect(lacking).toEqual([]);
  });

  it('names no schema that it does not hold, and holds none that it does not name', () => {
    const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/([^"]*)/g)].map(
      ([, name]) => String(name),
    );
    expect([...new Set(named)].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });

  it('has examples that run', async () => {
    const failed: string[] = [];
    for (const [path, { get }] of Object.entries(document.paths)) {
      const query = new URLSearchParams(
        (get?.parameters ?? [])
          .filter(({ required }) => required)
          .map(({ name, schema }) => [name, String(schema.example)]),
      );
      const reply = await api.call(`/apis${path}?${query.toString()}`);
      if (reply.status !== 200 || !('data' in reply.json()))
        failed.push(`${path}: ${reply.status} ${reply.text.slice(0, 200)}`);
    }
    expect(failed).toEqual([]);
  });

  it('is shown by a Swagger UI of its own, and its routes stand in that of the server too', async () => {
    const page = await api.call('/apis/docs');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html']);
    const whole = (await api.call('/openapi.json')).json<Document>();
    const paths = Object.keys(whole.paths).filter((path) => path.startsWith('/apis/'));
    expect(paths.map((path) => path.slice('/apis'.length)).sort()).toEqual(
      Object.keys(document.paths).sort(),
    );
  });
});
