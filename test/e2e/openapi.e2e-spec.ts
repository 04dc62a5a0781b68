import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config/app-config';
import { buildOpenApiDocument } from '../../src/openapi';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly { name: string; description?: string }[];
  readonly responses: Readonly<Record<string, object>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
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

  it('is what docs/openapi.json holds (npm run openapi writes it)', () => {
    const written = readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8');
    const built = buildOpenApiDocument(api.app, loadConfig({}, []));
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(built)));
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
