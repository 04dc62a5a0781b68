import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestApi } from '../support/api';
import { startApi } from '../support/api';

const root = join(__dirname, '../..');
const handle = 'luna_the_pantera';

/** The values of a measurement by its labels, as the text has them. */
function valuesOf(text: string, name: string): Record<string, number> {
  const lines = text.split('\n').flatMap((line) => {
    const [, labels = '', value] = new RegExp(`^${name}(\\{.*\\})? (\\S+)$`).exec(line) ?? [];
    return value === undefined ? [] : [[labels, Number(value)] as const];
  });
  return Object.fromEntries(lines);
}

describe('GET /metrics', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await startApi();
  });

  afterEach(() => api.close());

  const metrics = async (): Promise<string> => (await api.call('/metrics')).text;

  it('counts requests by the template of their route, and nothing that callers send', async () => {
    await api.call(`/api/user/${handle}/info`);
    await api.call(`/api/user/${handle}/info`);
    await api.call('/api/user/-/info');
    await api.call('/nothing/of/the/kind');
    const text = await metrics();
    expect(valuesOf(text, 'http_request_duration_seconds_count')).toEqual({
      '{method="GET",route="/api/user/:user_id/info",status="200"}': 2,
      '{method="GET",route="/api/user/:user_id/info",status="400"}': 1,
      '{method="GET",route="none",status="404"}': 1,
    });
    for (const word of [handle, 'nothing/of']) expect(text).not.toContain(word);
  });

  it('counts what TikTok was asked, by operation, source and outcome', async () => {
    await api.call(`/api/user/${handle}/info`);
    await api.call(`/api/user/${handle}/info`);
    await api.call('/api/user/missing.one/info');
    const tries = valuesOf(await metrics(), 'tiktok_source_duration_seconds_count');
    expect(tries['{operation="user",source="page",outcome="ok"}']).toBe(1);
    expect(tries['{operation="user",source="page",outcome="tiktok.not_found"}']).toBe(1);
    api.sandbox.faults.add({ route: '*', fault: 'overload-503' });
    await api.call('/api/user/other.one/info');
    const after = valuesOf(await metrics(), 'tiktok_source_duration_seconds_count');
    expect(after['{operation="user",source="page",outcome="tiktok.blocked"}']).toBe(1);
  });

  it('says how the cache came by its answers', async () => {
    for (let time = 0; time < 3; time += 1) await api.call(`/api/user/${handle}/info`);
    const text = await metrics();
    expect(valuesOf(text, 'cache_answers_total')).toMatchObject({
      '{outcome="hit"}': 2,
      '{outcome="miss"}': 1,
    });
    expect(valuesOf(text, 'cache_entries')['']).toBe(1);
    expect(valuesOf(text, 'cache_bytes')['']).toBeGreaterThan(500);
  });

  it('counts the units that are charged', async () => {
    await api.call(`/apis/tt/user/info?username=${handle}&token=a`);
    await api.call(`/apis/tt/user/info?username=${handle}&token=b`);
    expect(valuesOf(await metrics(), 'units_charged_total')['']).toBe(2);
  });

  it('has the process, and is for Prometheus', async () => {
    const reply = await api.call('/metrics');
    expect(reply.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(valuesOf(reply.text, 'process_resident_memory_bytes')['']).toBeGreaterThan(1e6);
    expect(valuesOf(reply.text, 'event_loop_delay_seconds')['']).toBeGreaterThanOrEqual(0);
  });

  it('has every measurement that the dashboard, the alerts and the page about operations name', async () => {
    await api.call(`/api/user/${handle}/info`);
    const text = await metrics();
    const known = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => String(name)));
    const word = /\b(?:http|tiktok|cache|media|units|event_loop|nodejs|process)_[a-z_]+[a-z]\b/g;
    for (const file of [
      'deploy/grafana-dashboard.json',
      'deploy/alerts.yml',
      'docs/operations.md',
    ]) {
      const names = [...readFileSync(join(root, file), 'utf8').matchAll(word)].map(
        ([name]) => name,
      );
      expect(names.length).toBeGreaterThan(5);
      const unknown = names.filter(
        (name) => !known.has(name) && !known.has(name.replace(/_(bucket|count|sum)$/, '')),
      );
      expect([file, unknown]).toEqual([file, []]);
    }
  });
});
