import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The least server around a function: what it gives for the last part of the path, as JSON. */
export function answerWith(give: (last: string) => Promise<unknown>): void {
  const server = createServer(({ url = '/' }, response) => {
    give(decodeURIComponent(url.slice(url.lastIndexOf('/') + 1)))
      .then((answer) => {
        const bytes = Buffer.from(JSON.stringify(answer));
        response.writeHead(200, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': bytes.length,
        });
        response.end(bytes);
      })
      .catch((error: unknown) => {
        process.stderr.write(`${String(error)}\n`);
        response.writeHead(500, { 'content-length': 0 }).end();
      });
  });
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    process.stdout.write(`http://127.0.0.1:${port}\n`);
  });
}
