import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream';
import { Pool } from 'undici';

/**
 * The least that any proxy does: an undici body into a node:http response. Run in a process of its own with the
 * origin to ask; path, cookie and Referer come with each request.
 */
const [origin = ''] = process.argv.slice(2);
const pool = new Pool(origin, { connections: 64 });

const server = createServer(({ url = '/', headers }, response) => {
  const { cookie = '', referer = '' } = headers;
  const forwarded = { cookie, referer, host: String(headers['x-host']) };
  pool
    .request({ path: url, method: 'GET', headers: forwarded })
    .then(({ statusCode, headers: answered, body }) => {
      response.writeHead(statusCode, { 'content-length': String(answered['content-length']) });
      pipeline(body, response, () => undefined);
    })
    .catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
});
