import fc from 'fast-check';
import type { Sandbox } from '../../src/sandbox';
import { fetchFrom, startFixedSandbox } from './sandbox-client';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startFixedSandbox();
});
afterAll(() => sandbox.stop());

const hosts = fc.constantFrom(
  'www.tiktok.com',
  'm.tiktok.com',
  'vm.tiktok.com',
  'webcast.tiktok.com',
  'v16-webapp-prime.us.tiktok.com',
  'p16-sign-va.tiktokcdn.com',
  'localhost',
);
const pieces = fc.oneof(
  fc.constantFrom(
    '@a',
    '@',
    'video',
    'embed',
    'v2',
    'api',
    'aweme',
    'v1',
    'play',
    'tos',
    '%zz',
    '%00',
  ),
  fc.constantFrom('creator', 'item_list', 'explore', 'recommend', 'photo', 'v', '12.html', '..'),
  fc.bigInt({ min: 0n, max: 10n ** 21n }).map(String),
  fc.webSegment(),
);
const queries = fc.webQueryParameters();

describe('whatever is asked', () => {
  it('gets an answer that is no defect of the sandbox', async () => {
    await fc.assert(
      fc.asyncProperty(
        hosts,
        fc.array(pieces, { maxLength: 6 }),
        queries,
        async (host, path, query) => {
          const device = 'aid=1988&device_id=7250000000000000001&secUid=&cursor=x';
          const address = `https://${host}/${path.join('/')}?${device}&${query}`;
          const answer = await fetchFrom(sandbox, address);
          expect(answer.status).not.toBe(500);
          expect(answer.headers['x-tiktok-sandbox']).toBe('1');
        },
      ),
      { numRuns: 400, seed: 20261121 },
    );
  });

  it('may not be written to', async () => {
    expect((await fetchFrom(sandbox, '/@gabrielymayra', { method: 'DELETE' })).status).toBe(405);
  });

  it('stops at once, with requests under way', async () => {
    const other = await startFixedSandbox({ latencyMs: 60_000 });
    const pending = fetchFrom(other, '/').catch((error: NodeJS.ErrnoException) => error.code);
    while (other.counters.count() === 0) await new Promise((resolve) => setImmediate(resolve));
    await other.stop();
    expect(await pending).toBe('ECONNRESET');
  });
});
