import type { TestApi } from '../support/api';
import { startApi } from '../support/api';
import type { RawAnswer } from './raw-connection';
import { RawConnection } from './raw-connection';

/** The app as whoever opens sockets to it sees it, and how many it holds. */
export class RawServer {
  private constructor(readonly api: TestApi) {}

  static async start(environment: Record<string, string> = {}): Promise<RawServer> {
    return new RawServer(await startApi({ environment }));
  }

  connect(options?: { allowHalfOpen: boolean }): Promise<RawConnection> {
    return RawConnection.to(this.api.url, options);
  }

  /** Everything that comes back for these bytes, until the server has closed or answered so often. */
  async exchange(bytes: string | Buffer, count = 1): Promise<RawAnswer[]> {
    const connection = await this.connect();
    connection.send(bytes);
    const answers = await connection.answers(count);
    connection.end();
    return answers;
  }

  /** Whether somebody with nothing wrong is served, on a connection that ends. */
  async serves(path = '/health/live'): Promise<boolean> {
    const request = `GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`;
    const [answer] = await this.exchange(request);
    return answer?.status === 200;
  }

  /** Resolves when nobody's connection is held any more. */
  async holdsNothing(): Promise<void> {
    for (;;) {
      const open = await new Promise<number>((resolve, reject) => {
        this.api.app
          .getHttpServer()
          .getConnections((error: Error | null, count: number) =>
            error ? reject(error) : resolve(count),
          );
      });
      if (open === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  stop(): Promise<void> {
    return this.api.close();
  }
}
