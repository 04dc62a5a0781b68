import { bringsAnswer, challengePage } from './faults/challenge';
import type { FaultControl, FaultRule } from './faults/fault-control';
import { bent } from './faults/fault-kinds';
import { silentRefusal, type Reply } from './http/reply';
import type { SandboxRequest } from './http/sandbox-request';
import { logIdOf, type Emulator } from './surfaces/answering';
import { violatesDemand } from './surfaces/demands';
import { HANDLERS } from './surfaces/handlers';
import { researchAccessRefused } from './surfaces/research/research-answer';

const DEFAULT_BUDGET = 20;

/** Whose answers go out, and what may befall them. */
export interface Answering {
  emulator: Emulator;
  faults: FaultControl;
}

/** From a request to the answer it gets: demand, surface, fault, then the headers of all answers. */
export function answer(
  { emulator, faults }: Answering,
  request: SandboxRequest,
  rule: FaultRule | undefined,
): Reply {
  const honest = honestReply(emulator, request);
  const reply = rule ? spoilt({ emulator, faults }, { request, honest, rule }) : honest;
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

function spoilt(
  { emulator, faults }: Answering,
  { request, honest, rule }: { request: SandboxRequest; honest: Reply; rule: FaultRule },
): Reply {
  const reply = bent(rule.fault, honest, {
    emulator,
    request,
    memory: faults.memory,
    budget: rule.budget ?? DEFAULT_BUDGET,
    // The demand was met once already; a seal cannot be redeemed a second time.
    honest: (other) => HANDLERS[other.name](emulator, other),
  });
  if (reply === honest) faults.giveBack(rule);
  return reply;
}

function honestReply(emulator: Emulator, request: SandboxRequest): Reply {
  const methods: readonly string[] = request.route.methods ?? ['GET', 'HEAD'];
  if (!methods.includes(request.method)) {
    return { status: 405, headers: { allow: methods.join(', ') }, body: '' };
  }
  if (mustSolveFirst(emulator, request)) return challengePage(emulator.world.key, request);
  if (violatesDemand(emulator, request)) return refusal(emulator, request);
  return HANDLERS[request.name](emulator, request);
}

function refusal(emulator: Emulator, request: SandboxRequest): Reply {
  if (request.route.surface === 'research') return researchAccessRefused(emulator, request);
  return silentRefusal();
}

/** With the switch on, a page is shown to sessions that once solved the proof of work. */
function mustSolveFirst({ switches, tokens, world }: Emulator, request: SandboxRequest): boolean {
  if (request.route.surface !== 'page' || switches.get('challenge') === 'off') return false;
  const isKnown = tokens.isTtwid(request.cookies.get('ttwid') ?? '');
  return !isKnown && !bringsAnswer(world.key, request);
}
