import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { Examples } from '../../src/openapi/examples';
import { readExamples } from '../../src/openapi/examples';
import { fixedNowMs, startApi, type TestApi } from '../support/api';
import { collectExamples } from '../support/openapi-examples/collect-examples';
import type { DocumentedOperation } from '../support/openapi-examples/documented-operations';
import { documentedOperations } from '../support/openapi-examples/documented-operations';

type Json = Readonly<Record<string, unknown>>;

interface Media {
  readonly schema: Json;
  readonly example?: unknown;
}

interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, unknown>>;
  readonly content?: Readonly<Record<string, Media>>;
}

interface Document {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { responses: Record<string, Response> }>>>
  >;
  readonly components: {
    readonly schemas: Readonly<Record<string, Json>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

/** No question leads to them: they want every source of TikTok gone, or a file that nobody describes. */
const withoutExample = ['EnvelopeErrorNotImplemented', 'ProblemNotImplemented'];

/** On every answer, and no news: how it is carried, and what browsers are told (docs/security.md). */
const plumbing =
  /^(date|connection|keep-alive|content-(type|length|encoding|security-policy)|transfer-encoding|trailer|x-content-type-options|referrer-policy|cross-origin-resource-policy)$/;

/** Members that the schema does not name are refused, so that an answer has nothing that is not described. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const members = Object.entries(schema).map(([name, value]) => [name, closed(value)] as const);
  const copy = Object.fromEntries(members);
  return 'properties' in copy && !('additionalProperties' in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}

describe('the examples of the OpenAPI document', () => {
  let api: TestApi;
  let document: Document;
  let operations: DocumentedOperation[];
  let validatorOf: (schema: Json) => ValidateFunction;

  beforeAll(async () => {
    api = await startApi({ accessNowMs: () => fixedNowMs });
    document = (await api.call('/openapi.json')).json<Document>();
    operations = await documentedOperations(api);
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    ajv.addFormat('iso-3166-1-alpha-2', /^[A-Za-z]{2}$/);
    ajv.addSchema({ $id: 'document', components: closed(document.components) as object });
    const here = (schema: Json): Json =>
      JSON.parse(JSON.stringify(closed(schema)).replaceAll('"#/', '"document#/')) as Json;
    validatorOf = (schema) => ajv.compile(here(schema));
  });

  afterAll(() => api.close());

  function faultsOf(value: unknown, { schema }: Media): string[] {
    const validate = validatorOf(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  }

  const goodAnswers = () =>
    operations.map((each) => {
      const response = document.paths[each.template]?.[each.method.toLowerCase()]?.responses['200'];
      return { ...each, response: response ?? {} };
    });

  it('are what the sandbox answers (npm run openapi writes them)', async () => {
    expect(await collectExamples()).toEqual(readExamples());
  }, 240_000);

  it('stand on every answer and every error', () => {
    const answers = goodAnswers().flatMap(({ operation, response }) =>
      Object.entries(response.content ?? {})
        .filter(([type, media]) => type !== '*/*' && !('example' in media))
        .map(([type]) => `${operation.operationId} ${type}`),
    );
    const errors = Object.entries(document.components.responses)
      .filter(([, { content = {} }]) => Object.values(content).some((one) => !('example' in one)))
      .map(([name]) => name);
    expect([answers, errors.sort()]).toEqual([[], withoutExample]);
  });

  it('match their schemas, which describe each of their members', () => {
    const { responses } = document.components;
    const described = [
      ...goodAnswers().map(({ operation, response }) => [operation.operationId, response] as const),
      ...Object.entries(responses),
    ];
    const faults = described.flatMap(([name, { content = {} }]) =>
      Object.values(content)
        .filter((media) => 'example' in media)
        .flatMap((media) => faultsOf(media.example, media).map((fault) => `${name}${fault}`)),
    );
    expect(faults).toEqual([]);
  });

  it('of parameters and members match what they are examples of', () => {
    const faults: string[] = [];
    let examined = 0;
    const visit = (value: unknown, place: string): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('example' in value && ('type' in value || '$ref' in value || 'oneOf' in value)) {
        const { example, ...schema } = value;
        examined += 1;
        faults.push(...faultsOf(example, { schema }).map((fault) => `${place}${fault}`));
      }
      for (const [name, member] of Object.entries(value))
        if (name !== 'example') visit(member, `${place}/${name}`);
    };
    visit(document.components.schemas, 'schemas');
    for (const { operation } of operations) visit(operation.parameters, operation.operationId);
    expect(faults).toEqual([]);
    expect(examined).toBeGreaterThan(200);
  });

  it('would not match with a member that nobody describes, or without one that is always there', () => {
    const [media] = Object.values(document.components.responses.ProblemNotFound?.content ?? {});
    const example = media?.example as Json;
    const { code, ...rest } = example;
    expect(code).toBe('tiktok.not_found');
    expect(media && faultsOf(rest, media)).toEqual([expect.stringContaining("'code'")]);
    expect(media && faultsOf({ ...example, colour: 1 }, media)).toEqual([
      expect.stringContaining('colour'),
    ]);
  });

  it('open nothing and belong to no machine', () => {
    const text = JSON.stringify(readExamples() satisfies Examples);
    expect(text).not.toMatch(/\bv1\.\d+\.[\w~!-]+\.[0-9a-z]+\.[\w-]{43}/);
    expect(text).not.toMatch(/https:[^"]*\?|x-expires|x-signature|msToken|ttwid/);
    const hosts = [...text.matchAll(/\bhttp:\/\/([^/"]+)/g)].map(([, host]) => host);
    expect([...new Set(hosts)]).toEqual(['127.0.0.1:3000']);
  });

  it('are short for whole answers that match the schemas too, with headers that are described', async () => {
    const faults: string[] = [];
    for (const { operation, method, path, body, response } of goodAnswers()) {
      if (path.startsWith('/media/')) continue;
      for (const type of Object.keys(response.content ?? {})) {
        const headers = { accept: type, ...(body && { 'content-type': 'application/json' }) };
        const reply = await api.call(path, { method, headers, body });
        const media = response.content?.[type];
        const value: unknown = type === 'application/json' ? reply.json() : reply.text;
        const told = Object.keys(reply.headers).filter((name) => !plumbing.test(name));
        const known = Object.keys(response.headers ?? {}).map((name) => name.toLowerCase());
        faults.push(
          ...(media ? faultsOf(value, media) : []).map(
            (fault) => `${operation.operationId}${fault}`,
          ),
          ...told
            .filter((name) => !known.includes(name))
            .map((name) => `${operation.operationId} says ${name}`),
        );
      }
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it.each([
    '/apis/tt/user/posts?username=zachking&depth=1&new_version=true&download_video=true',
    '/apis/tt/user/posts?username=zachking&depth=1&alternative_method=true',
    '/apis/tt/post/info?url=7165262254722534698&new_version=true',
    '/apis/tt/hashtag/recent-posts?name=magic&days=30&remap_output=false&max_cursor=20',
    '/apis/tt/post/multi-info?ids=7210531475052236078;6943996796519680204',
    '/api/tiktok/downloader?url=6943996796519681281&detail=full',
    '/api/tiktok/downloader?url=6943996796519681281&only=music',
    '/api/tiktok/slides?url=6943996796519680035&detail=full',
  ])('%s is described as well', async (path) => {
    const address = path.startsWith('/apis') ? `${path}&token=my-token` : path;
    const reply = await api.call(address);
    const [template = ''] = path.split('?');
    const media = document.paths[template]?.get?.responses['200']?.content?.['application/json'];
    expect(reply.status).toBe(200);
    expect(media && faultsOf(reply.json(), media)).toEqual([]);
  });
});
