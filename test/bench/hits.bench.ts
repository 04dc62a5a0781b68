import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Pool } from 'undici';
import { startApi } from '../support/api';
import { compare } from './compare';

const connections = 64;
const path = '/api/user/gabrielymayra/info';

/**
 * Fresh hits over HTTP against a bare `node:http` server that sends the same bytes. The load generator runs in
 * the same process, so the ratio is nearer to 1 than the servers alone would show.
 */
export async function hits(): Promise<readonly string[]> {
  const api = await startApi();
  const { text } = await api.call(path);
  const bytes = Buffer.from(text);
  const bare = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(bytes);
  });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const bareUrl = `http://127.0.0.1:${(bare.address() as AddressInfo).port}`;
  const pools = [new Pool(bareUrl, { connections }), new Pool(api.url, { connections })];
  const [barePool, ourPool] = pools;
  const lines = await compare([
    { name: `bare node:http, batches of ${connections}`, run: () => batch(barePool) },
    { name: `our hit, batches of ${connections}`, run: () => batch(ourPool) },
  ]);
  await Promise.all(pools.map((pool) => pool.close()));
  bare.close();
  const asked = api.sandbox.counters.count();
  await api.close();
  return [`${bytes.length} bytes`, ...lines, `requests to TikTok in all this: ${asked}`];
}

async function batch(pool: Pool | undefined): Promise<void> {
  if (!pool) return;
  const one = async (): Promise<void> => {
    const { body } = await pool.request({ path, method: 'GET' });
    await body.dump();
  };
  await Promise.all(Array.from({ length: connections }, one));
}
