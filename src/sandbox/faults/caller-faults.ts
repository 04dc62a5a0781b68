import { silentRefusal, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { jsonIn, type Bendable } from './bendable';
import type { FaultContext } from './fault-context';

/** The first signed call of a session comes back empty; the same call again is answered. */
export function firstSignedEmpty(reply: Reply, { request, memory }: FaultContext): Reply {
  if (!request.query.has('X-Gnarly')) return reply;
  const session = request.cookies.get('ttwid') ?? request.query.get('device_id') ?? request.address;
  return memory.seen(`signed ${session}`) === 1 ? silentRefusal() : reply;
}

/** An address that has used up its calls of a route gets nothing more; another session is no help. */
export function addressBudget(reply: Reply, { request, memory, budget }: FaultContext): Reply {
  const calls = memory.seen(`budget ${request.name} ${request.address}`);
  return calls > budget ? silentRefusal() : reply;
}

const PAGE_NAMES = ['cursor', 'offset', 'minCursor', 'maxCursor'] as const;

/** What the list answers when it is asked from its beginning. */
export function firstPage(context: FaultContext): Bendable | undefined {
  const { request } = context;
  const query = new URLSearchParams(request.query);
  for (const name of PAGE_NAMES) query.delete(name);
  const asked: SandboxRequest = { ...request, query, rawQuery: query.toString() };
  return jsonIn(context.honest(asked));
}
