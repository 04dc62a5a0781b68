/* eslint-disable @typescript-eslint/no-unsafe-return -- tests walk JSON that has no types */
import { SANDBOX_SEAL, type Sandbox, type SandboxOptions } from '../../src/sandbox';
import { DEVICE, fetchFrom, startFixedSandbox } from './sandbox-client';

const LIST = `https://www.tiktok.com/api/recommend/item_list/?${DEVICE}&count=3&os=windows&screen_width=1280&browser_platform=Win32`;
const LOCAL = { host: 'sandbox.internal:4010' };

let sandbox: Sandbox;
afterEach(() => sandbox.stop());

async function start(options: SandboxOptions = {}): Promise<void> {
  sandbox = await startFixedSandbox(options);
}

function ask(path: string, body: unknown, contentType = 'application/json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetchFrom(sandbox, `http://${LOCAL.host}/__sandbox/signer${path}`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: text,
  });
}

async function signed(url = LIST) {
  const { data } = (await ask('/signature', { url })).json();
  const headers = { 'user-agent': data.navigator.user_agent, cookie: data.cookies };
  return { url: data.signed_url as string, headers: headers as Record<string, string> };
}

async function rowsOf(url: string, headers: Record<string, string>): Promise<number> {
  const answer = await fetchFrom(sandbox, url, { headers });
  expect(answer.status).toBe(200);
  return answer.text === '' ? 0 : answer.json().itemList.length;
}

describe('POST /signature', () => {
  it('answers in the shape of the service in common use', async () => {
    await start();
    const answer = await ask('/signature', { url: `${LIST}&X-Bogus=old&X-Gnarly=old&msToken=old` });
    expect(answer.status).toBe(200);
    const { status, data } = answer.json();
    expect(status).toBe('ok');
    expect(Object.keys(data)).toEqual([
      'signed_url',
      'x-bogus',
      'x-gnarly',
      'device-id',
      'cookies',
      'navigator',
    ]);
    expect(data['device-id']).toBe('7250000000000000001');
    expect(data['x-bogus']).toHaveLength(28);
    expect(data['x-gnarly']).toHaveLength(332);
    expect(data.cookies).toMatch(/^ttwid=[^;]+; tt_csrf_token=[^;]+; tt_chain_token=/);
    expect(Object.keys(data.navigator)).toEqual([
      'user_agent',
      'platform',
      'browser_language',
      'os',
      'screen_width',
      'screen_height',
    ]);
    const { searchParams } = new URL(data.signed_url);
    expect(searchParams.getAll('X-Gnarly')).toEqual([data['x-gnarly']]);
    expect(searchParams.get('os')).toBe('mac');
    expect(searchParams.get('screen_width')).toBe('1920');
    expect(searchParams.get('browser_platform')).toBe('MacIntel');
    expect(searchParams.get('msToken')).toHaveLength(128);
  });

  it('takes the address as text, and an agent of the caller', async () => {
    await start();
    expect((await ask('/signature', LIST, 'text/plain')).json().status).toBe('ok');
    const own = (await ask('/signature', { url: LIST, userAgent: 'Mozilla/5.0 (Own)' })).json();
    expect(own.data.navigator.user_agent).toBe('Mozilla/5.0 (Own)');
    const headers = { 'user-agent': 'Mozilla/5.0 (Own)', cookie: own.data.cookies };
    expect(await rowsOf(own.data.signed_url, headers)).toBe(3);
  });

  it.each([
    ['{', 400],
    ['{}', 400],
    ['{"url":"nowhere"}', 400],
    ['{"url":"https://["}', 400],
  ])('refuses %s', async (body, status) => {
    await start();
    const answer = await ask('/signature', body);
    expect(answer.status).toBe(status);
    expect(answer.json()).toMatchObject({ status: 'error' });
    expect(typeof answer.json().message).toBe('string');
  });
});

describe('a signed address', () => {
  it('opens what is closed without', async () => {
    await start();
    expect(await rowsOf(LIST, {})).toBe(0);
    const { url, headers } = await signed();
    expect(await rowsOf(url, headers)).toBe(3);
    expect(await rowsOf(url, headers)).toBe(3);
  });

  it('is empty after any change of query or agent', async () => {
    await start();
    const { url, headers } = await signed();
    expect(await rowsOf(url.replace('count=3', 'count=4'), headers)).toBe(0);
    expect(await rowsOf(url.replace('_id=725', '_id=726'), headers)).toBe(0);
    expect(await rowsOf(url.replace('%20', '+'), headers)).toBe(url.includes('%20') ? 0 : 3);
    expect(await rowsOf(url, { ...headers, 'user-agent': 'curl/8' })).toBe(0);
    expect(await rowsOf(url.replace(/X-Bogus=[^&]+/, 'X-Bogus=2'), headers)).toBe(0);
    expect(await rowsOf(url.replace(/X-Bogus=[^&]+/, 'X-Bogus=1'), headers)).toBe(3);
  });

  it('does not open another world', async () => {
    await start({ seed: 'another' });
    const { url, headers } = await signed();
    await sandbox.stop();
    await start();
    expect(await rowsOf(url, headers)).toBe(0);
  });

  it('serves once, and only with its cookies, where seals are strict', async () => {
    await start({ switches: { seals: 'strict' } });
    const { url, headers } = await signed();
    const other = await signed();
    expect(await rowsOf(url, { ...headers, cookie: other.headers['cookie'] ?? '' })).toBe(0);
    expect(await rowsOf(url, { 'user-agent': headers['user-agent'] ?? '' })).toBe(0);
    expect(await rowsOf(url, headers)).toBe(3);
    expect(await rowsOf(url, headers)).toBe(0);
    expect(await rowsOf(`${LIST}&X-Bogus=1&X-Gnarly=${SANDBOX_SEAL}`, headers)).toBe(0);
  });
});

describe('the rest of the signer', () => {
  it('performs a request itself', async () => {
    await start({ switches: { seals: 'strict' } });
    const { status, httpStatus, data } = (await ask('/fetch', { url: LIST })).json();
    expect([status, httpStatus]).toEqual(['ok', 200]);
    expect(data.itemList).toHaveLength(3);
    const page = (await ask('/fetch', { url: 'https://www.tiktok.com/@gabrielymayra' })).json();
    expect(page.data).toContain('__UNIVERSAL_DATA_FOR_REHYDRATION__');
  });

  it('tells its health, restarts, and knows no other address', async () => {
    await start();
    await signed();
    const get = (path: string) =>
      fetchFrom(sandbox, `http://${LOCAL.host}/__sandbox/signer${path}`);
    expect((await get('/health')).json()).toMatchObject({ ready: true, generationCount: 1 });
    expect((await get('/restart')).json()).toMatchObject({ status: 'ok' });
    expect((await get('/health')).json()).toMatchObject({ generationCount: 0 });
    expect([(await get('/x')).status, (await get('/x')).json()]).toEqual([
      404,
      { error: 'Not found' },
    ]);
    expect((await get('/signature')).status).toBe(405);
  });

  it('answers on a port of its own, at its root', async () => {
    await start({ signerPort: 0 });
    const port = Number(new URL(sandbox.signerUrl).port);
    expect(port).not.toBe(sandbox.port);
    const answer = await fetchFrom(sandbox, 'http://127.0.0.1/signature', {
      method: 'POST',
      body: LIST,
      headers: { 'content-type': 'text/plain' },
      port,
    });
    expect(answer.json().status).toBe('ok');
  });

  it('is not there under the names of TikTok', async () => {
    await start();
    expect((await fetchFrom(sandbox, '/__sandbox/signer/health')).status).toBe(404);
  });
});
