import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxClock } from './clock';
import type { Controls } from './control/controls';
import { RequestCounters } from './counters';
import { DemandTable } from './demand-table';
import { FaultControl, type FaultRule } from './faults/fault-control';
import { FrontDesk } from './front-desk';
import { Tokens } from './http/tokens';
import { MediaLibrary } from './media/library';
import type { Demand, RouteName } from './routes';
import { ResearchQuota } from './research-quota';
import { Sealer } from './signer/seal';
import { SealLedger } from './signer/seal-ledger';
import { SignerService } from './signer/signer-service';
import type { Emulator } from './surfaces/answering';
import { Switches, type SwitchValues } from './switches';
import { Traffic, type TrafficRule } from './traffic';
import { World } from './world/world';

export interface SandboxOptions {
  /** Where to listen; the loopback address unless given. */
  host?: string;
  /** 0, the default, takes any free port. */
  port?: number;
  /** The signer answers on the sandbox's port; with this, on a port of its own as well. */
  signerPort?: number;
  /** Another seed is another world. */
  seed?: string;
  /** Stops the sandbox's clock at this time (milliseconds since 1970). */
  nowMs?: number;
  /** How long every answer waits. */
  latencyMs?: number;
  /** Latency and bandwidth by route. */
  traffic?: readonly TrafficRule[];
  faults?: readonly FaultRule[];
  /** Where TikTok can be either way: see SWITCHES. */
  switches?: Partial<SwitchValues>;
  /** What routes demand, where it is not the usual. */
  demands?: Partial<Record<RouteName, Demand>>;
}

export interface Sandbox extends Controls {
  /** `http://127.0.0.1:PORT` */
  origin: string;
  port: number;
  /** Where `POST /signature` and its like answer. */
  signerUrl: string;
  /** The facts behind the answers. */
  world: World;
  stop(): Promise<void>;
}

/** A TikTok on this machine. Everything it says is invented, and the same for the same seed. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { host = '127.0.0.1', port = 0, signerPort } = options;
  const { emulator, controls, desk } = assembled(options);
  const main = await listening((...call) => desk.receive(...call), { host, port });
  const signing =
    signerPort === undefined
      ? undefined
      : await listening((...call) => desk.receiveForSigner(...call), { host, port: signerPort });
  return {
    ...controls,
    origin: main.origin,
    port: main.port,
    signerUrl: signing?.origin ?? `${main.origin}/__sandbox/signer`,
    world: emulator.world,
    stop: async () => {
      await closed(main.server);
      if (signing) await closed(signing.server);
    },
  };
}

interface Assembly {
  emulator: Emulator;
  controls: Controls;
  desk: FrontDesk;
}

function assembled(options: SandboxOptions): Assembly {
  const { seed = 'tiktok', latencyMs = 0, traffic = [] } = options;
  const clock = new SandboxClock(options.nowMs);
  const world = new World(seed, clock);
  const emulator: Emulator = {
    world,
    clock,
    media: new MediaLibrary(),
    tokens: new Tokens(seed, world.key),
    demands: new DemandTable(options.demands),
    switches: new Switches(options.switches),
    sealer: new Sealer(seed),
    seals: new SealLedger(),
    quota: new ResearchQuota(),
  };
  const everywhere: TrafficRule[] = latencyMs > 0 ? [{ route: '*', latencyMs }] : [];
  const { demands, quota, switches } = emulator;
  const controls: Controls = {
    faults: new FaultControl(world.key, options.faults),
    traffic: new Traffic([...everywhere, ...traffic]),
    counters: new RequestCounters(),
    clock,
    switches,
    demands,
    quota,
    signer: new SignerService({
      parts: () => ({ ...emulator, nowSeconds: world.nowSeconds() }),
      perform: (url, headers) => desk.respond(wireOf(url, headers)).reply,
    }),
  };
  const desk = new FrontDesk({ emulator, faults: controls.faults }, controls);
  return { emulator, controls, desk };
}

function wireOf(address: string, headers: Readonly<Record<string, string>>) {
  const { host, pathname, search } = new URL(address);
  const target = pathname + search;
  return { method: 'GET', target, headers: { ...headers, host }, address: 'signer', body: '' };
}

interface Door {
  server: Server;
  origin: string;
  port: number;
}

async function listening(
  listener: RequestListener,
  where: { host: string; port: number },
): Promise<Door> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const host = where.host.includes(':') ? `[${where.host}]` : where.host;
  return { server, port, origin: `http://${host}:${port}` };
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
