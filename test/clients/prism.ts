import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { programOf } from './tools';

/** Prism between a client and the app: it holds requests and answers to the document, and refuses what is not in it. */
export interface ValidatingProxy {
  readonly url: string;
  /** The next answer of the app arrives at Prism with this for a body. */
  spoilNext(body: string): void;
  stop(): Promise<void>;
}

export async function startPrism(documentPath: string, appUrl: string): Promise<ValidatingProxy> {
  const relay = new Relay(appUrl);
  const origin = await relay.start();
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      programOf('@stoplight/prism-cli'),
      'proxy',
      documentPath,
      origin,
      '--errors',
      '--host',
      '127.0.0.1',
      '--port',
      String(port),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env.PATH, NO_COLOR: '1' } },
  );
  try {
    await isListening(child);
  } catch (error) {
    await relay.stop();
    throw error;
  }
  return {
    url: `http://127.0.0.1:${port}`,
    spoilNext: (body) => (relay.spoiled = body),
    stop: async () => {
      const hasEnded = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await hasEnded;
      await relay.stop();
    },
  };
}

/** Resolves when Prism says that it listens; what it says later is read too, so that it never waits for a reader. */
async function isListening(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  while (!said.includes('Prism is listening')) {
    if (child.exitCode !== null) throw new Error(said);
    await sleep(50);
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/**
 * Prism hands on the header `Trailer`, which belongs to the connection, with a body that has a length; Node.js refuses to
 * write that and Prism ends. So the header goes before Prism sees it.
 */
class Relay {
  spoiled: string | undefined;
  private readonly server: Server;

  constructor(appUrl: string) {
    this.server = createServer((asked, answer) => {
      const { url = '/', method, headers } = asked;
      const onward = request(appUrl + url, { method, headers, agent: false }, (reply) => {
        const { spoiled } = this;
        this.spoiled = undefined;
        const kept = { ...reply.headers };
        delete kept.trailer;
        if (spoiled === undefined) {
          answer.writeHead(reply.statusCode ?? 0, kept);
          reply.pipe(answer);
          return;
        }
        reply.resume();
        answer.writeHead(reply.statusCode ?? 0, { 'content-type': kept['content-type'] });
        answer.end(spoiled);
      });
      onward.on('error', (error) => answer.destroy(error));
      asked.pipe(onward);
    });
  }

  async start(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
