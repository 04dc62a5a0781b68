import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { TestApi } from '../support/api';
import { eventually } from '../support/redis';

/** What any HTTP server of this process has open, by its port: connections, and answers that have not ended. */
export class OpenAnswers {
  private readonly open = new Map<number, Set<ServerResponse>>();
  private readonly sockets = new Map<number, Set<Socket>>();

  constructor() {
    subscribe('http.server.request.start', this.began);
  }

  close(): void {
    unsubscribe('http.server.request.start', this.began);
  }

  answersOn(port: number): number {
    return this.open.get(port)?.size ?? 0;
  }

  /** Connections that have carried a request and are still there. */
  connectionsOn(port: number): number {
    return this.sockets.get(port)?.size ?? 0;
  }

  private readonly began = (message: unknown): void => {
    const { request, response } = message as {
      request: IncomingMessage;
      response: ServerResponse;
    };
    const { socket } = request;
    const port = socket.localPort ?? 0;
    this.keep(this.open, port, response);
    this.keep(this.sockets, port, socket);
  };

  private keep<T extends ServerResponse | Socket>(
    all: Map<number, Set<T>>,
    port: number,
    one: T,
  ): void {
    const kept = all.get(port) ?? new Set<T>();
    if (kept.has(one)) return;
    all.set(port, kept.add(one));
    one.once('close', () => kept.delete(one));
  }
}

/** Gauges that are 0 whenever nobody is being served. */
const gauges = [
  'tiktok_requests_in_flight',
  'tiktok_requests_queued',
  'tiktok_operations_under_way',
  'media_fetches',
  'media_streams_open',
  'media_held_bytes',
] as const;

/** Waits until a server that nobody asks has nothing left to do; throws with what is left when it does not come. */
export async function nothingLeft(api: TestApi): Promise<void> {
  await eventually(async () => {
    const { text } = await api.call('/metrics');
    const busy = text
      .split('\n')
      .filter((line) => gauges.some((name) => line.startsWith(name)) && !line.endsWith(' 0'));
    expect(busy).toEqual([]);
    for (const name of gauges) expect(text).toContain(`# TYPE ${name} gauge`);
  });
}
