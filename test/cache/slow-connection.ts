import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';

/** Passes bytes on to a port of this machine, and the answers back as late as the test wants. */
export class SlowConnection {
  delayMs = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async to(port: number): Promise<SlowConnection> {
    const server = createServer();
    const connection = new SlowConnection(server);
    server.on('connection', (near) => connection.join(near, connect(port, '127.0.0.1')));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return connection;
  }

  get url(): string {
    const address = this.server.address();
    return typeof address === 'object' ? `redis://127.0.0.1:${address?.port}` : '';
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(near: Socket, far: Socket): void {
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => other.destroy());
    }
    near.on('data', (bytes) => far.write(bytes));
    far.on('data', (bytes) => {
      setTimeout(() => near.destroyed || near.write(bytes), this.delayMs);
    });
  }
}
