import type { Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import type { Emulator } from '../surfaces/answering';
import type { FaultMemory } from './fault-memory';

/** What a fault knows about the request that it befalls. */
export interface FaultContext {
  emulator: Emulator;
  request: SandboxRequest;
  memory: FaultMemory;
  /** How many calls an address may make before `address-budget` strikes. */
  budget: number;
  /** The honest answer to another request of the same caller. */
  honest(request: SandboxRequest): Reply;
}
