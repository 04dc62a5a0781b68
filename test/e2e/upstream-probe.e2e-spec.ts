import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import type { UpstreamProbeDto } from '../../src/health/probe/probe.dto';
import { UpstreamProbe } from '../../src/tiktok';
import { sourceTable } from '../../src/tiktok/source-table';
import type { Reply, TestApi, TestApiOptions } from '../support/api';
import { startApi } from '../support/api';

const rowCount = Object.values(sourceTable).flat().length;
const path = '/health/upstream?probe=true';
const bearer = { headers: { authorization: 'Bearer first-token' } };
const probeIn = (reply: Reply): UpstreamProbeDto => reply.json<{ probe: UpstreamProbeDto }>().probe;

describe('GET /health/upstream?probe=true', () => {
  let api: TestApi;

  const start = async (options?: TestApiOptions): Promise<void> => {
    api = await startApi(options);
  };

  afterEach(() => api.close());

  it('shows every source of every operation, as the document says', async () => {
    await start();
    const reply = await api.call(path);
    expect(reply.status).toBe(200);
    const probe = probeIn(reply);
    expect(probe.verdict).toBe('well');
    expect(probe.rows).toHaveLength(rowCount);
    expect(probe.operations).toHaveLength(Object.keys(sourceTable).length);
    const document = (await api.call('/openapi.json')).json();
    const ajv = new Ajv2020({ strict: false });
    addFormats(ajv);
    ajv.addSchema(document, 'document');
    const validate = ajv.getSchema('document#/components/schemas/UpstreamHealth');
    void validate?.(reply.json());
    expect([typeof validate, validate?.errors]).toEqual(['function', null]);
    expect(document).toHaveProperty(
      ['paths', '/health/upstream', 'get', 'parameters', 0, 'name'],
      'probe',
    );
  });

  it('names what is wrong and what to do', async () => {
    const faults = [{ route: 'creator-list', fault: 'empty-200' }] as const;
    await start({ hasSigner: false, sandbox: { faults: [...faults] } });
    const { verdict, rows, operations } = probeIn(await api.call(path));
    expect(verdict).toBe('degraded');
    expect(rows.find(({ surface }) => surface === '/api/creator/item_list/')).toMatchObject({
      operation: 'userPosts',
      source: 'web-api',
      outcome: 'refused',
      kind: 'empty_answer',
      advice: expect.stringContaining('TIKTOK_PROXY_URLS'),
      docs: 'docs/doctor.md#refused',
    });
    const byName = new Map(operations.map((each) => [each.operation, each]));
    expect(byName.get('userPosts')).toMatchObject({ verdict: 'answered', answeredBy: 'embed' });
    expect(byName.get('searchPosts')).toMatchObject({ verdict: 'needs signer' });
  });

  it('only remembers without it, and asks nobody', async () => {
    await start();
    for (const query of ['', '?probe=false', '?probe=False']) {
      const reply = await api.call(`/health/upstream${query}`);
      expect(reply.status).toBe(200);
      expect(reply.json()).not.toHaveProperty('probe');
    }
    expect(api.sandbox.counters.count()).toBe(0);
  });

  it('runs once for all who ask, and not again for a while', async () => {
    await start();
    const run = jest.spyOn(api.app.get(UpstreamProbe), 'run');
    const replies = await Promise.all([api.call(path), api.call(path), api.call(path)]);
    const asked = api.sandbox.counters.count();
    const later = await api.call(path);
    expect(run).toHaveBeenCalledTimes(1);
    expect(api.sandbox.counters.count()).toBe(asked);
    for (const reply of [...replies, later]) expect(probeIn(reply)).toEqual(probeIn(later));
  });

  it('refuses what is no yes or no', async () => {
    await start();
    for (const query of ['probe=perhaps', 'prove=true']) {
      const reply = await api.call(`/health/upstream?${query}`);
      expect([reply.status, reply.json().code]).toEqual([400, 'request.invalid']);
    }
  });

  it('wants a token where tokens are configured', async () => {
    await start({ environment: { API_TOKENS: 'first-token' } });
    const reply = await api.call(path);
    expect([reply.status, reply.json().code]).toEqual([401, 'request.unauthorized']);
    expect(api.sandbox.counters.count()).toBe(0);
    expect(probeIn(await api.call(path, bearer)).rows).toHaveLength(rowCount);
  });

  it('is for nobody where everybody may call', async () => {
    await start({ environment: { HOST: '0.0.0.0', ALLOW_ANONYMOUS: 'true' } });
    const reply = await api.call(path, bearer);
    expect([reply.status, reply.json().code]).toEqual([403, 'request.forbidden']);
    expect((await api.call('/health/upstream')).status).toBe(200);
    expect(api.sandbox.counters.count()).toBe(0);
  });

  it('ends with the server', async () => {
    const slow = { route: '*', fault: 'slow-body', stallMs: 60_000 } as const;
    await start({ sandbox: { faults: [slow] } });
    const running = api.call(path);
    while (api.sandbox.counters.count() === 0) await new Promise(setImmediate);
    await api.app.close();
    const reply = await running;
    expect([reply.status, reply.json().code]).toEqual([503, 'server.stopping']);
  });
});
