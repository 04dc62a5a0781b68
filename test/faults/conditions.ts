import { once } from 'node:events';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import type { FaultKind, Sandbox } from '../../src/sandbox';
import { FAULT_KINDS, startSandbox } from '../../src/sandbox';
import { fixedNowMs } from '../support/api';

/** A TikTok on one port for as long as a condition lasts, whatever becomes of it meanwhile. */
export class Upstream {
  private constructor(private running: Sandbox) {}

  static async start(): Promise<Upstream> {
    return new Upstream(await startSandbox({ nowMs: fixedNowMs }));
  }

  get sandbox(): Sandbox {
    return this.running;
  }

  async restart(): Promise<void> {
    this.running = await startSandbox({ nowMs: fixedNowMs, port: this.running.port });
  }

  stop(): Promise<void> {
    return this.running.stop();
  }
}

/** Something that is wrong with TikTok, or with the way to it. */
export interface Condition {
  readonly name: ConditionName;
  /** Whether it makes everything wait for a deadline. */
  readonly isSlow: boolean;
  /** Resolves with what ends it. */
  readonly begin: (upstream: Upstream) => Promise<() => Promise<void>>;
}

type Line = Omit<Condition, 'name'>;

const foreverMs = 600_000;

/** What happens on the way, beside the faults of the sandbox's own list. */
const lines = {
  'late answers': traffic({ latencyMs: 20 }, false),
  'no answer': traffic({ latencyMs: foreverMs }, true),
  trickle: traffic({ bytesPerSecond: 20 }, true),
  'refused connections': {
    isSlow: false,
    begin: async (upstream) => {
      await upstream.stop();
      return () => upstream.restart();
    },
  },
  'connections nobody serves': {
    isSlow: true,
    begin: async (upstream) => {
      await upstream.stop();
      const hole = await BlackHole.on(upstream.sandbox.port);
      return async () => {
        await hole.close();
        await upstream.restart();
      };
    },
  },
} as const satisfies Record<string, Line>;

export type ConditionName = FaultKind | keyof typeof lines;

/** All of them; the slow ones first, because they wait more than they work. */
export const conditions: readonly Condition[] = [
  ...(Object.entries(lines) as [keyof typeof lines, Line][]).map(([name, line]) => ({
    name,
    ...line,
  })),
  ...FAULT_KINDS.map((fault): Condition => ({ name: fault, ...onEveryRoute(fault) })),
].toSorted((a, b) => Number(b.isSlow) - Number(a.isSlow));

function onEveryRoute(fault: FaultKind): Line {
  return {
    isSlow: fault === 'slow-body',
    begin: async ({ sandbox }) => {
      sandbox.faults.add({ route: '*', fault, stallMs: foreverMs });
      return async () => sandbox.faults.clear();
    },
  };
}

function traffic(pace: { latencyMs?: number; bytesPerSecond?: number }, isSlow: boolean): Line {
  return {
    isSlow,
    begin: async ({ sandbox }) => {
      sandbox.traffic.set({ route: '*', ...pace });
      return async () => sandbox.traffic.clear();
    },
  };
}

/** Takes connections and never says a word. */
class BlackHole {
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {
    server.on('connection', (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.resume();
    });
  }

  static async on(port: number): Promise<BlackHole> {
    const server = createServer();
    const hole = new BlackHole(server);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return hole;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }
}
