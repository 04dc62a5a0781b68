import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answer } from './answer';
import { SandboxClock } from './clock';
import { RequestCounters } from './counters';
import { FaultControl, type FaultRule } from './faults/fault-control';
import { deliver } from './http/deliver';
import { textReply, type Reply } from './http/reply';
import { readRequest } from './http/sandbox-request';
import { Tokens } from './http/tokens';
import { MediaLibrary } from './media/library';
import type { Emulator } from './surfaces/answering';
import { World } from './world/world';

export interface SandboxOptions {
  /** Where to listen; the loopback address unless given. */
  host?: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** Another seed is another world. */
  seed?: string;
  /** Stops the sandbox's clock at this time (milliseconds since 1970). */
  nowMs?: number;
  /** How long every answer waits. */
  latencyMs?: number;
  faults?: readonly FaultRule[];
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  port: number;
  /** The facts behind the answers. */
  world: World;
  faults: FaultControl;
  counters: RequestCounters;
  clock: SandboxClock;
  stop(): Promise<void>;
}

/** A TikTok on this machine. Everything it says is invented, and the same for the same seed. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, seed = 'tiktok', latencyMs = 0 } = options;
  const clock = new SandboxClock(options.nowMs);
  const world = new World(seed, clock);
  const emulator = { world, clock, media: new MediaLibrary(), tokens: new Tokens(seed, world.key) };
  const faults = new FaultControl(world.key, options.faults);
  const counters = new RequestCounters();
  const server = createServer(listener({ emulator, faults, counters, latencyMs }));
  const address = await listening(server, { host, port });
  return {
    origin: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    port: address.port,
    world,
    faults,
    counters,
    clock,
    stop: () => closed(server),
  };
}

interface Parts {
  emulator: Emulator;
  faults: FaultControl;
  counters: RequestCounters;
  latencyMs: number;
}

function listener(parts: Parts) {
  const { emulator, faults, counters, latencyMs } = parts;
  let number = 0;
  return (message: IncomingMessage, response: ServerResponse): void => {
    number += 1;
    const request = readRequest(message, number);
    counters.record(request.name);
    const rule = faults.strike(request.name, request.number);
    const reply = answerOrConfess(emulator, request, rule);
    message.resume();
    const send = (): void => deliver(reply, response, rule?.stallMs);
    if (latencyMs === 0) return send();
    const timer = setTimeout(send, latencyMs);
    response.once('close', () => clearTimeout(timer));
  };
}

/** A defect of the sandbox must not look like one of TikTok's refusals, nor end the process. */
function answerOrConfess(...parts: Parameters<typeof answer>): Reply {
  try {
    return answer(...parts);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return textReply(`The sandbox failed: ${reason}`, 500);
  }
}

async function listening(server: Server, where: { host: string; port: number }) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, resolve);
  });
  return server.address() as AddressInfo;
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
