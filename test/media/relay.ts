import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

export interface Relay {
  readonly origin: string;
  /** Sockets that are open towards the sandbox because of media. */
  readonly openCount: number;
  /** The next media answers break off, each after so many bytes of it (headers included). */
  cutAfter(...bytes: number[]): void;
  /** The next media answers stop after so many bytes, with their sockets open. */
  stallAfter(...bytes: number[]): void;
  close(): void;
}

interface Limit {
  readonly bytes: number;
  readonly isCut: boolean;
}

/** A wire to the sandbox that can be cut at any byte, and that knows which sockets are open. */
export async function startRelay(sandboxPort: number): Promise<Relay> {
  const limits: Limit[] = [];
  const media = new Set<Socket>();
  const all = new Set<Socket>();
  const server = createServer((client) => {
    const onward = connect(sandboxPort, '127.0.0.1');
    let limit: Limit | undefined;
    let passed = 0;
    for (const socket of [client, onward]) {
      all.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        client.destroy();
        onward.destroy();
        media.delete(client);
        all.delete(socket);
      });
    }
    client.on('data', (request: Buffer) => {
      if (
        /^GET \/(?:[0-9a-f]{32}\/|video\/|tos-|aweme\/)/.test(request.toString('latin1', 0, 64))
      ) {
        media.add(client);
        limit = limits.shift();
        passed = 0;
      }
      onward.write(request);
    });
    onward.on('data', (answer: Buffer) => {
      if (!limit) return pass(answer);
      pass(answer.subarray(0, Math.max(0, limit.bytes - passed)));
      passed += answer.length;
      if (passed < limit.bytes) return;
      onward.pause();
      if (limit.isCut) client.end(() => client.destroy());
    });
    const pass = (bytes: Buffer): void => {
      if (client.write(bytes)) return;
      onward.pause();
      client.once('drain', () => onward.resume());
    };
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    get openCount() {
      return media.size;
    },
    cutAfter: (...bytes) => void limits.push(...bytes.map((n) => ({ bytes: n, isCut: true }))),
    stallAfter: (...bytes) => void limits.push(...bytes.map((n) => ({ bytes: n, isCut: false }))),
    close: () => {
      server.close();
      for (const socket of all) socket.destroy();
    },
  };
}
