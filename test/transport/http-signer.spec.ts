import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpSigner } from '../../src/tiktok/transport/http-signer';

const signed = {
  status: 'ok',
  data: {
    signed_url: 'https://www.tiktok.com/api/x/?X-Gnarly=1',
    cookies: 'a=b',
    navigator: { user_agent: 'Browser/1' },
  },
};

/** A signer service that answers `/signature` with what `answers` holds, and its health with `isReady`. */
async function startSigner(answers: { status: number; body: unknown }[], isReady = true) {
  const asked: { path: string; authorization?: string; body: string }[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      asked.push({ path, authorization: request.headers.authorization, body });
      const answer = path.endsWith('/health')
        ? { status: 200, body: { ready: isReady } }
        : (answers.shift() ?? { status: 500, body: {} });
      response.writeHead(answer.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(answer.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const signer = new HttpSigner({
    url: `http://user:pass@127.0.0.1:${port}/base/`,
    timeoutMs: 2_000,
    maxConcurrent: 2,
  });
  const close = async (): Promise<void> => {
    await signer.close();
    server.close();
  };
  return { signer, asked, close };
}

const request = { url: 'https://www.tiktok.com/api/x/', userAgent: 'Ours/1' };

describe('HttpSigner', () => {
  it('sends address and agent with its credentials, and gives what the service returned', async () => {
    const { signer, asked, close } = await startSigner([{ status: 200, body: signed }]);
    expect(signer.health()).toEqual({ state: 'never asked' });
    expect(await signer.sign(request)).toEqual({
      url: signed.data.signed_url,
      userAgent: 'Browser/1',
      cookies: 'a=b',
    });
    expect(asked).toEqual([
      {
        path: '/base/signature',
        authorization: `Basic ${Buffer.from('user:pass').toString('base64')}`,
        body: JSON.stringify(request),
      },
    ]);
    expect(signer.health()).toEqual({ state: 'ready' });
    await close();
  });

  it('says what the service says when it fails, and asks its health before the next call', async () => {
    const failure = { status: 500, body: { status: 'error', message: 'no browser' } };
    const { signer, asked, close } = await startSigner([failure, { status: 200, body: signed }]);
    await expect(signer.sign(request)).rejects.toMatchObject({
      code: 'tiktok.signer_failed',
      message: expect.stringContaining('no browser'),
    });
    expect(signer.health()).toMatchObject({ state: 'not ready' });
    await signer.sign(request);
    expect(asked.map(({ path }) => path)).toEqual([
      '/base/signature',
      '/base/health',
      '/base/signature',
    ]);
    await close();
  });

  it('does not ask a service for a signature that says it is not ready', async () => {
    const { signer, asked, close } = await startSigner([{ status: 500, body: {} }], false);
    await expect(signer.sign(request)).rejects.toMatchObject({ code: 'tiktok.signer_failed' });
    await expect(signer.sign(request)).rejects.toThrow('not ready');
    expect(asked.map(({ path }) => path)).toEqual(['/base/signature', '/base/health']);
    await close();
  });

  it('names a service that is not there, and an answer without an address', async () => {
    const gone = new HttpSigner({ url: 'http://127.0.0.1:1', timeoutMs: 500, maxConcurrent: 1 });
    await expect(gone.sign(request)).rejects.toMatchObject({ code: 'tiktok.signer_failed' });
    expect(gone.health()).toMatchObject({ state: 'unreachable' });
    await gone.close();
    const { signer, close } = await startSigner([
      { status: 200, body: { status: 'ok', data: {} } },
    ]);
    await expect(signer.sign(request)).rejects.toThrow('data.signed_url');
    await close();
  });
});
