import * as fc from 'fast-check';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Pool } from 'undici';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import { DocumentedAnswers } from './documented-answer';
import { OpenApiDocument } from './openapi-document';
import { holds, runs } from './runs';

const routes = [
  ['getUserInfo', '/api/user/gabrielymayra/info'],
  ['getLikesCount', '/api/user/luna_the_pantera/6954415245976751361/likes_count'],
] as const;

const unpackers: Readonly<Record<string, typeof gunzipSync>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

type Headers = Readonly<Record<string, string>>;

/** What may stand in a header: half of it is well formed, and all of it may be written. */
const word = fc.constantFrom(
  'a',
  '*',
  'q=0',
  'q=1',
  'q=0.001',
  'q=2',
  ';',
  ',',
  '=',
  '"',
  'W/',
  '',
);
const noise = fc
  .array(fc.oneof(word, fc.string({ maxLength: 8 })), { maxLength: 6 })
  .map((parts) => parts.join('').replace(/[^\x21-\x7e]/g, ''));
const quality = fc.constantFrom('', ';q=0', ';q=0.5', ';q=1', '; q=0.3 ', ';q=x', ';v=1;q=0.2');

function listOf(...names: readonly string[]): fc.Arbitrary<string> {
  const named = fc.tuple(fc.constantFrom(...names), quality).map((parts) => parts.join(''));
  const items = fc.array(fc.oneof({ weight: 4, arbitrary: named }, noise), { maxLength: 5 });
  return fc.tuple(items, fc.constantFrom(',', ', ', ' , ')).map(([all, comma]) => all.join(comma));
}

const types = listOf('*/*', 'application/json', 'text/plain', 'text/*', 'image/png');
const encodings = listOf('gzip', 'br', 'deflate', 'identity', '*', 'zstd');

function requestsWith(etags: readonly string[]): fc.Arbitrary<Headers> {
  const tags = listOf('*', '""', '"x"', 'W/"x"', ...etags, ...etags.map((tag) => `W/${tag}`));
  const all = { accept: types, 'accept-encoding': encodings, 'if-none-match': tags };
  return fc
    .record(all, { requiredKeys: [], noNullPrototype: true })
    .map((headers) =>
      Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, text.trim()])),
    );
}

describe('generated wishes of callers', () => {
  let api: TestApi;
  let pool: Pool;
  let documented: DocumentedAnswers;
  let document: OpenApiDocument;

  beforeAll(async () => {
    api = await startApi();
    pool = new Pool(api.url, { connections: 1 });
    document = await OpenApiDocument.of(api);
    documented = new DocumentedAnswers(document);
  });

  afterAll(async () => {
    await pool.close();
    await api.close();
  });

  async function ask(path: string, headers: Headers = {}) {
    const answer = await pool.request({ path, method: 'GET', headers });
    const bytes = Buffer.from(await answer.body.arrayBuffer());
    const unpack = unpackers[String(answer.headers['content-encoding'])];
    const plain = unpack && bytes.length > 0 ? unpack(bytes) : bytes;
    return { status: answer.statusCode, headers: answer.headers, bytes, text: plain.toString() };
  }

  it.each(routes)('%s sends one of its bodies whole, or that it is known', async (id, path) => {
    const accepted: Headers[] = [{}, { accept: 'application/json' }, { accept: 'text/plain' }];
    const plain = await Promise.all(accepted.map((headers) => ask(path, headers)));
    const packed = await Promise.all(
      accepted.flatMap((headers) =>
        ['br', 'gzip'].map((encoding) => ask(path, { ...headers, 'accept-encoding': encoding })),
      ),
    );
    const etags = [...plain, ...packed].map(({ headers }) => String(headers.etag));
    const texts = new Set(plain.map(({ text }) => text));
    const check = async (wishes: Headers): Promise<void> => {
      const { status, headers, bytes, text } = await ask(path, wishes);
      expect(etags).toContain(headers.etag);
      expect(String(headers.vary)).toContain('Accept-Encoding');
      const known = wishes['if-none-match'] ?? '';
      if (status === 304) {
        expect([bytes.length, headers['content-length']]).toEqual([0, undefined]);
        expect(known.includes(String(headers.etag)) || known.includes('*')).toBe(true);
        return;
      }
      expect([status, headers['content-length']]).toEqual([200, String(bytes.length)]);
      expect(texts).toContain(text);
      expect(known.split(',').map((tag) => tag.trim())).not.toContain(headers.etag);
      expect(documented.problems(document.operation(id), { status, headers, text })).toEqual([]);
    };
    await holds(requestsWith(etags), check, 100 * runs);
  });
});
