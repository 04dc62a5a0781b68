import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/app-config';
import { buildOpenApiDocument } from '../../src/openapi';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly description?: string;
    readonly example?: unknown;
    readonly schema: { readonly example?: unknown };
  }[];
  readonly responses: Readonly<Record<string, object>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly tags: readonly { readonly name: string; readonly description?: string }[];
  readonly components: {
    readonly schemas: Readonly<
      Record<string, { readonly properties?: Readonly<Record<string, { description?: string }>> }>
    >;
  };
}

describe('the OpenAPI document', () => {
  let api: TestApi;
  let document: Document;

  beforeAll(async () => {
    api = await startApi();
    document = (await api.call('/openapi.json')).json<Document>();
  });

  afterAll(() => api.close());

  /** The routes under `/apis` are held to the published SDKs, in test/contract. */
  const ownPaths = () =>
    Object.entries(document.paths).filter(([path]) => !path.startsWith('/apis/'));

  it('knows what every parameter is: Swagger UI cannot send one that is an object of any kind', () => {
    expect(document.components.schemas).not.toHaveProperty('Object');
    expect(JSON.stringify(document.paths)).not.toContain('#/components/schemas/Object"');
  });

  it('has every documented route under a stable operation id', () => {
    const operations = ownPaths().flatMap(([path, methods]) =>
      Object.entries(methods).map(
        ([method, { operationId }]) => `${method} ${path} ${operationId}`,
      ),
    );
    expect(operations.sort()).toEqual([
      'get /api/tiktok/downloader getDownloads',
      'get /api/tiktok/random getRandomPost',
      'get /api/tiktok/slides getSlides',
      'get /api/tiktok/statistic getStatistic',
      'get /api/trending_videos getTrendingVideos',
      'get /api/user/{user_id}/info getUserInfo',
      'get /api/user/{user_id}/videos getUserVideos',
      'get /api/user/{user_id}/{video_id}/likes_count getLikesCount',
      'get /health/live getLiveness',
      'get /health/ready getReadiness',
      'get /health/upstream getUpstreamHealth',
      'get /media/{token}/{name} getMediaFile',
      'get /metrics getMetrics',
      'head /media/{token}/{name} describeMediaFile',
      'post /api/user/likes_count refreshLikesCount',
      'post /api/user/videos refreshUserVideos',
    ]);
  });

  it('describes every operation, parameter and error', () => {
    const lacking = ownPaths().flatMap(([path, methods]) =>
      Object.values(methods).flatMap(({ operationId, summary, parameters = [], responses }) => [
        ...(summary ? [] : [`${operationId}: summary`]),
        ...parameters
          .filter(({ description }) => !description)
          .map(({ name }) => `${operationId}: ${name}`),
        ...(path.startsWith('/api') ? ['400', '500', '502', '503', '504'] : ['200'])
          .filter((status) => !(status in responses))
          .map((status) => `${operationId}: ${status}`),
      ]),
    );
    expect(lacking).toEqual([]);
  });

  it('has every group of routes described, and no other', () => {
    const used = Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).flatMap(({ tags }) => tags),
    );
    expect(document.tags.map(({ name }) => name).sort()).toEqual([...new Set(used)].sort());
    expect(document.tags.filter(({ description }) => !description)).toEqual([]);
  });

  it('names what it says more than once: no two objects of the same members stand in place', () => {
    const seen = new Map<string, string>();
    const twice: string[] = [];
    const visit = (value: unknown, place: string, isNamed = false): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('properties' in value) {
        const members = JSON.stringify(value.properties);
        const first = seen.get(members);
        if (first !== undefined && !isNamed) twice.push(`${first} = ${place}`);
        seen.set(members, place);
      }
      for (const [name, member] of Object.entries(value)) visit(member, `${place}/${name}`);
    };
    for (const [name, schema] of Object.entries(document.components.schemas))
      visit(schema, name, true);
    visit(document.paths, 'paths');
    expect(twice).toEqual([]);
  });

  it('says of every member what it is, of every parameter an example, and uses all that it names', () => {
    const lacking = Object.entries(document.components.schemas).flatMap(
      ([name, { properties = {} }]) =>
        Object.entries(properties)
          .filter(([, { description }]) => !description)
          .map(([member]) => `${name}.${member}`),
    );
    for (const [path, methods] of Object.entries(document.paths))
      for (const { operationId, parameters = [] } of Object.values(methods))
        for (const { name, in: place, schema, example } of parameters)
          // Nothing that opens a file can stand in a document.
          if (
            !(path.startsWith('/media/') && place === 'path') &&
            (schema.example ?? example) === undefined
          )
            lacking.push(`${operationId} ${name}`);
    expect(lacking).toEqual([]);
    const text = JSON.stringify(document);
    const unused = Object.entries(document.components)
      .filter(([kind]) => kind !== 'securitySchemes')
      .flatMap(([kind, pieces]) =>
        Object.keys(pieces).map((name) => `#/components/${kind}/${name}`),
      )
      .filter((reference) => !text.includes(`"${reference}"`));
    expect(unused).toEqual([]);
  });

  it('is what docs/openapi.json holds (npm run openapi writes it)', () => {
    const written = readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8');
    const built = buildOpenApiDocument(api.app, loadConfig({}, []));
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(built)));
  });

  it('says where the server is, and whether a token is wanted', () => {
    const of = (environment: Record<string, string>) => {
      const { servers, paths } = buildOpenApiDocument(api.app, loadConfig(environment, []));
      const security = (path: string) => paths[path]?.get?.security;
      return { url: servers?.[0]?.url, data: security('/api/trending_videos'), security };
    };
    const open = of({});
    expect([open.url, open.data]).toEqual(['/', [{ bearer: [] }, { 'api-key': [] }, {}]]);
    const closed = of({ API_TOKENS: 'one', PUBLIC_URL: 'https://api.example.org' });
    expect(closed.url).toMatch(/^https:\/\/api\.example\.org\/?$/);
    expect(closed.data).toEqual([{ bearer: [] }, { 'api-key': [] }]);
    expect(closed.security('/apis/tt/user/info')).toEqual([{ 'query-token': [] }]);
    expect(closed.security('/health/live')).toEqual([]);
  });

  it('is there as YAML too, and Swagger UI loads from this server alone', async () => {
    const yaml = await api.call('/openapi.yaml');
    expect([yaml.status, yaml.text.startsWith('openapi: ')]).toEqual([200, true]);
    const page = await api.call('/docs');
    expect(page.status).toBe(200);
    const assets = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => String(url));
    expect(assets.length).toBeGreaterThan(3);
    for (const asset of assets) {
      const { pathname, origin } = new URL(asset, `${api.url}/docs`);
      expect(origin).toBe(new URL(api.url).origin);
      expect((await api.call(pathname)).status).toBe(200);
    }
  });

  it("says in its description that the sandbox's data are invented", () => {
    expect(JSON.stringify(document)).toContain('all of its data are invented');
  });
});
