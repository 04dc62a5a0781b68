import type { IncomingMessage, ServerResponse } from 'node:http';
import { answer, type Answering } from './answer';
import { answerControl, CONTROL_PREFIX, isLoopbackHost } from './control/control-desk';
import type { Controls } from './control/controls';
import type { FaultRule } from './faults/fault-control';
import { deliver } from './http/deliver';
import { hostKindOf } from './http/hosts';
import { textReply, withHeader, type Reply } from './http/reply';
import { withBody } from './http/request-body';
import { readRequest, wireRequestOf, type WireRequest } from './http/sandbox-request';
import type { RouteName } from './routes';

const SIGNER_PREFIX = `${CONTROL_PREFIX}/signer`;
/** Where the signer in common use answers: so the sandbox's bare address serves as a signer, too. */
const SIGNER_PATHS: ReadonlySet<string> = new Set(['/signature', '/fetch', '/health', '/restart']);

interface Answered {
  reply: Reply;
  route: RouteName;
  rule: FaultRule | undefined;
}

/** Where every request comes in: to the sandbox's own addresses first, then to TikTok's. */
export class FrontDesk {
  private number = 0;

  constructor(
    private readonly answering: Answering,
    private readonly controls: Controls,
  ) {}

  /** The listener of the sandbox's port. */
  receive(message: IncomingMessage, response: ServerResponse): void {
    withBody(message, (body) => {
      const wire = wireRequestOf(message, body);
      const own = this.ownReply(wire);
      if (own) return this.sendOwn(own, response);
      this.send(this.respond(wire), response);
    });
  }

  /** The listener of the signer's own port. */
  receiveForSigner(message: IncomingMessage, response: ServerResponse): void {
    withBody(message, (body) => {
      this.sendOwn(this.signerReply(wireRequestOf(message, body), ''), response);
    });
  }

  /** What TikTok would answer, faults included. */
  respond(wire: WireRequest): Answered {
    this.number += 1;
    const request = readRequest(wire, this.number);
    this.controls.counters.record(request.name);
    const rule = this.controls.faults.strike(request.name, request.number);
    const reply = orConfession(() => answer(this.answering, request, rule));
    return { reply, route: request.name, rule };
  }

  private send({ reply, route, rule }: Answered, response: ServerResponse): void {
    const { latencyMs, bytesPerSecond } = this.controls.traffic.paceOf(route);
    const stallMs = rule?.stallMs;
    const terms = stallMs === undefined ? { bytesPerSecond } : { bytesPerSecond, stallMs };
    if (latencyMs === 0) return deliver(reply, response, terms);
    const timer = setTimeout(() => deliver(reply, response, terms), latencyMs);
    response.once('close', () => clearTimeout(timer));
  }

  /** The sandbox's own answers show its own time, too, so that two runs stay the same. */
  private sendOwn(reply: Reply, response: ServerResponse): void {
    const date = new Date(this.controls.clock.nowMs()).toUTCString();
    deliver(withHeader(reply, 'date', date), response, { bytesPerSecond: Infinity });
  }

  /** An answer of the sandbox about itself; TikTok's hosts have no such addresses. */
  private ownReply(wire: WireRequest): Reply | undefined {
    const path = pathOf(wire);
    const host = String(wire.headers['host'] ?? '');
    if (path.startsWith(`${SIGNER_PREFIX}/`) && isNoTikTokHost(host)) {
      return this.signerReply(wire, SIGNER_PREFIX);
    }
    if (SIGNER_PATHS.has(path) && isNoTikTokHost(host)) return this.signerReply(wire, '');
    if (!path.startsWith(`${CONTROL_PREFIX}/`) || !isLoopbackHost(host)) return undefined;
    const call = { method: wire.method, path: path.slice(CONTROL_PREFIX.length), body: wire.body };
    return orConfession(() => answerControl(this.controls, call));
  }

  private signerReply(wire: WireRequest, prefix: string): Reply {
    const { method, body } = wire;
    const contentType = String(wire.headers['content-type'] ?? '');
    const call = { method, path: pathOf(wire).slice(prefix.length), contentType, body };
    return orConfession(() => this.controls.signer.answer(call));
  }
}

function pathOf({ target }: WireRequest): string {
  return target.split('?')[0] ?? '/';
}

/** In a network of containers the signer has any name but one of TikTok's. */
function isNoTikTokHost(host: string): boolean {
  return isLoopbackHost(host) || (hostKindOf(host) === 'www' && !/tiktok/i.test(host));
}

/** A defect of the sandbox must not look like one of TikTok's refusals, nor end the process. */
function orConfession(reply: () => Reply): Reply {
  try {
    return reply();
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return textReply(`The sandbox failed: ${reason}`, 500);
  }
}
