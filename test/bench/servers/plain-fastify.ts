import { readFileSync } from 'node:fs';
import fastify from 'fastify';

/** The bytes of a file, from Fastify with nothing added. */
const [file = ''] = process.argv.slice(2);
const bytes = readFileSync(file);
const server = fastify();
server.get('/*', (_request, reply) =>
  reply.header('content-type', 'application/json; charset=utf-8').send(bytes),
);
void server
  .listen({ host: '127.0.0.1', port: 0 })
  .then((origin) => process.stdout.write(`${origin}\n`));
