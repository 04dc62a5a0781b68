import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import type { UpstreamAnswer, UpstreamRequest } from '../../src/tiktok/transport/exchange';
import { Session } from '../../src/tiktok/transport/session';
import type { Transport, TransportOptions } from '../../src/tiktok/transport/transport';
import { createTransport } from '../../src/tiktok/transport/transport';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on a loopback port of its own, and what it was asked. */
export interface TestServer {
  readonly origin: string;
  readonly port: number;
  readonly requests: IncomingMessage[];
  close(): Promise<void>;
}

export async function startServer(handler: Handler): Promise<TestServer> {
  const requests: IncomingMessage[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(request);
    handler(request, response);
  };
  const server = createServer(listener);
  const port = await listen(server);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${port}`, port, requests, close };
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const usual: TransportOptions = {
  connectTimeoutMs: 5_000,
  totalTimeoutMs: 10_000,
  maxBodyBytes: 1024 * 1024,
  maxConnectionsPerHost: 16,
  maxRetries: 0,
};

/** The transport as the client has it, on a server of the test. */
export interface TestTransport extends Transport {
  ask(request?: Partial<UpstreamRequest>): Promise<UpstreamAnswer>;
}

export function transportTo(
  baseUrl: string | undefined,
  options: Partial<TransportOptions> = {},
): TestTransport {
  const transport = createTransport({ ...usual, baseUrl, ...options });
  const session = new Session();
  const ask = (request: Partial<UpstreamRequest> = {}) =>
    transport.exchange({ url: 'https://www.tiktok.com/@a', kind: 'page', session, ...request });
  return { ...transport, ask };
}

/** What a promise is rejected with; fails when it is not. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('It was answered');
}
