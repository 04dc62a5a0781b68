import type { FaultRule } from './faults/fault-control';
import { bent } from './faults/fault-kinds';
import { silentRefusal, type Reply } from './http/reply';
import type { SandboxRequest } from './http/sandbox-request';
import { logIdOf, type Emulator } from './surfaces/answering';
import { violatesDemand } from './surfaces/demands';
import { HANDLERS } from './surfaces/handlers';

/** From a request to the answer it gets: demand, surface, fault, then the headers of all answers. */
export function answer(
  emulator: Emulator,
  request: SandboxRequest,
  rule: FaultRule | undefined,
): Reply {
  const honest = honestReply(emulator, request);
  const reply = rule ? bent(rule.fault, honest, { emulator, request }) : honest;
  const time = new Date(emulator.clock.nowMs());
  return {
    ...reply,
    headers: {
      ...reply.headers,
      date: time.toUTCString(),
      server: 'nginx',
      'x-tt-logid': logIdOf(emulator, request),
      'x-tiktok-sandbox': '1',
    },
  };
}

function honestReply(emulator: Emulator, request: SandboxRequest): Reply {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, headers: { allow: 'GET, HEAD' }, body: '' };
  }
  if (violatesDemand(emulator, request)) return silentRefusal();
  return HANDLERS[request.name](emulator, request);
}
