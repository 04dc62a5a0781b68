import type { FaultRule } from '../../src/sandbox';
import type { ProbeRow } from '../../src/tiktok';
import type { TrialLimits } from '../../src/tiktok/probe/probe-trial';
import { sourceTable } from '../../src/tiktok/source-table';
import type { TestClient, TestClientOptions } from '../support/client';
import { startClient } from '../support/client';

const everyRow = Object.entries(sourceTable).flatMap(([operation, rungs]) =>
  rungs.map(({ source }) => `${operation} ${source}`),
);
const signedRows = everyRow.filter((name) => name.endsWith(' signed-api'));
const nameOf = ({ operation, source }: ProbeRow): string => `${operation} ${source}`;

describe('a probe', () => {
  let test: TestClient;

  const start = async (
    limits: TrialLimits = {},
    { client, ...options }: TestClientOptions & { readonly faults?: FaultRule[] } = {},
  ): Promise<void> => {
    test = await startClient({
      ...options,
      sandbox: { faults: options.faults },
      client: { probe: { spacingMs: 0, ...limits }, ...client },
    });
  };
  const rowsOf = async (): Promise<Map<string, ProbeRow>> => {
    const { rows } = await test.probe.run();
    expect(rows.map(nameOf).sort()).toEqual([...everyRow].sort());
    return new Map(rows.map((row) => [nameOf(row), row]));
  };
  const named = (rows: ReadonlyMap<string, ProbeRow>, outcome: string): string[] =>
    [...rows].flatMap(([name, row]) => (row.outcome === outcome ? [name] : []));

  afterEach(() => test.close());

  it('finds that every source of every operation works, and tells of each as it goes', async () => {
    await start();
    const told: ProbeRow[] = [];
    const { rows } = await test.probe.run({ onRow: (row) => told.push(row) });
    expect(told).toEqual(rows);
    expect(rows).toHaveLength(test.probe.rowCount);
    expect(rows.map(nameOf).sort()).toEqual([...everyRow].sort());
    for (const row of rows) expect(row).toMatchObject({ outcome: 'works', ms: expect.any(Number) });
  });

  it('asks anew each time, whatever the cache has', async () => {
    await start();
    await test.probe.run();
    const first = test.sandbox.counters.count();
    await test.probe.run();
    expect(test.sandbox.counters.count()).toBeGreaterThanOrEqual(2 * first - 5);
  });

  it.each<[FaultRule, string, Partial<ProbeRow>]>([
    [
      { route: 'embed-post', fault: 'overload-503' },
      'post embed',
      { outcome: 'refused', kind: 'overload' },
    ],
    [
      { route: 'user-page', fault: 'captcha-page' },
      'user page',
      { outcome: 'refused', kind: 'captcha' },
    ],
    [
      { route: 'creator-list', fault: 'empty-200' },
      'userPosts web-api',
      { outcome: 'refused', kind: 'empty_answer' },
    ],
    [
      { route: 'explore', fault: 'empty-page' },
      'trending web-api',
      { outcome: 'refused', kind: 'empty_answer' },
    ],
    [
      { route: 'creator-list', fault: 'missing-list' },
      'userPosts web-api',
      { outcome: 'changed', path: 'itemList' },
    ],
    [{ route: 'comments', fault: 'truncated-json' }, 'comments web-api', { outcome: 'changed' }],
    [{ route: 'player-items', fault: 'reset' }, 'post player', { outcome: 'unreachable' }],
    [
      { route: 'oembed', fault: 'slow-body', stallMs: 60_000 },
      'shortLink oembed',
      { outcome: 'unreachable' },
    ],
  ])('names the row that %j spoils', async (fault, name, expected) => {
    await start({ sourceTimeoutMs: 2_000 }, { faults: [fault] });
    expect((await rowsOf()).get(name)).toMatchObject({ ...expected, ms: expect.any(Number) });
  });

  it('says of every signed source that it needs a signer, where none is set up', async () => {
    await start({}, { client: { signer: undefined } });
    const rows = await rowsOf();
    expect(named(rows, 'needs signer').sort()).toEqual([...signedRows].sort());
    for (const name of signedRows) expect(rows.get(name)).not.toHaveProperty('ms');
    expect(named(rows, 'works')).toHaveLength(everyRow.length - signedRows.length);
  });

  it('says of a signer that is away that it failed', async () => {
    const signer = { url: 'http://127.0.0.1:1', timeoutMs: 1_000, maxConcurrent: 1 };
    await start({}, { client: { signer } });
    const rows = await rowsOf();
    // The id of the hashtag, on which its posts hang, is known to signed answers alone.
    expect(rows.get('hashtagPosts signed-api')).toMatchObject({ outcome: 'not asked' });
    expect(named(rows, 'signer failed')).toHaveLength(signedRows.length - 1);
  });

  it('says that a sample is not there, and what hangs on it was not asked', async () => {
    await start({ samples: { postId: '6943996796519680204' } });
    const rows = await rowsOf();
    expect(rows.get('post page')).toMatchObject({ outcome: 'no sample' });
    expect(rows.get('music embed')).toMatchObject({ outcome: 'not asked' });
    expect(rows.get('music embed')?.ms).toBeUndefined();
    expect(rows.get('userPosts web-api')).toMatchObject({ outcome: 'works' });
  });

  it('asks for what it is told to', async () => {
    const shortLink = 'https://vm.tiktok.com/expired1/';
    await start({ samples: { handle: 'missing.somebody', shortLink } });
    const rows = await rowsOf();
    expect(rows.get('user page')).toMatchObject({ outcome: 'no sample' });
    expect(rows.get('shortLink short-link')).toMatchObject({ outcome: 'no sample' });
  });

  it('finds the account by its post where its profile is refused', async () => {
    const routes = ['user-page', 'user-detail', 'embed-user'] as const;
    await start({}, { faults: routes.map((route) => ({ route, fault: 'forbidden-403' })) });
    const rows = await rowsOf();
    expect(rows.get('user page')).toMatchObject({ outcome: 'refused' });
    expect(rows.get('userPosts web-api')).toMatchObject({ outcome: 'works' });
    expect(rows.get('followers web-api')).toMatchObject({ outcome: 'works' });
  });

  it('gives up where nobody answers, and says so of every row', async () => {
    await start(
      {},
      { client: { signer: undefined }, transport: { baseUrl: 'http://127.0.0.1:1' } },
    );
    const rows = await rowsOf();
    expect(named(rows, 'unreachable')).toHaveLength(everyRow.length - signedRows.length);
    expect([...rows.values()].filter(({ ms }) => ms !== undefined)).toHaveLength(3);
  });

  it('asks nobody when there is no time, and says so', async () => {
    await start({ totalTimeoutMs: 0 });
    expect(named(await rowsOf(), 'not asked')).toHaveLength(everyRow.length);
    expect(test.sandbox.counters.count()).toBe(0);
  });

  it('ends with its caller', async () => {
    await start({ spacingMs: 60_000 });
    const controller = new AbortController();
    const reason = new Error('stopping');
    const run = test.probe.run({
      signal: controller.signal,
      onRow: () => controller.abort(reason),
    });
    await expect(run).rejects.toBe(reason);
    expect(test.sandbox.counters.count()).toBeLessThan(5);
  });
});
