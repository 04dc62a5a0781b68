import { jsonReply, type Reply } from '../../http/reply';
import type { SandboxRequest } from '../../http/sandbox-request';
import type { JsonObject } from '../../render/rendering';
import type { QuotaKind } from '../../research-quota';
import { logIdOf, type Emulator, type Handler } from '../answering';
import { bodyOf, fieldsAsked } from './research-request';
import { ResearchRefusal } from './research-refusal';
import type { ResearchBody } from './research-request';

/** What an endpoint of the Research API found. */
export interface Findings {
  data: JsonObject;
  /** How many records of the day's allowance that takes. */
  records: number;
}

/** A request that was let in: its body is an object, and its fields exist. */
export interface ResearchQuestion {
  request: SandboxRequest;
  body: ResearchBody;
  fields: readonly string[];
}

export interface ResearchEndpoint {
  quota: QuotaKind;
  /** What `fields` may name; undefined where there is no such parameter. */
  fields?: readonly string[];
  find: (emulator: Emulator, question: ResearchQuestion) => Findings;
}

/** Wraps what an endpoint finds in the envelope, counts it, and spells its refusals. */
export function researchHandler({ quota, fields: known, find }: ResearchEndpoint): Handler {
  return (emulator, request) => {
    try {
      refuseWhenSpent(emulator, quota);
      const fields = known ? fieldsAsked(request, known) : [];
      const { data, records } = find(emulator, { request, body: bodyOf(request), fields });
      emulator.quota.spend(quota, records, emulator.world.nowSeconds());
      return researchReply(emulator, request, data);
    } catch (error) {
      if (error instanceof ResearchRefusal) return refused(emulator, request, error);
      throw error;
    }
  };
}

/** What a request without a good token gets, or one to an endpoint that is closed. */
export function researchAccessRefused(emulator: Emulator, request: SandboxRequest): Reply {
  const isClosed = emulator.demands.of(request.name) === 'refused';
  const [code, message] = isClosed
    ? (['scope_not_authorized', 'The user did not authorize the scope'] as const)
    : (['access_token_invalid', 'The access token is invalid or not found'] as const);
  return refused(emulator, request, new ResearchRefusal(message, { code, httpStatus: 401 }));
}

/** How the API fails whatever it was asked: for the faults. */
const FAILURES = {
  rate_limit_exceeded: { message: 'The API rate limit was exceeded', httpStatus: 429 },
  internal_error: { message: 'Something is wrong, please try again later', httpStatus: 500 },
} as const;

export function researchFailure(
  emulator: Emulator,
  request: SandboxRequest,
  code: keyof typeof FAILURES,
): Reply {
  const { message, httpStatus } = FAILURES[code];
  return refused(emulator, request, new ResearchRefusal(message, { code, httpStatus }));
}

function refuseWhenSpent({ switches, quota, world }: Emulator, kind: QuotaKind): void {
  const style = switches.get('research-quota');
  const isSpent = style === 'daily' && quota.isSpent(kind, world.nowSeconds());
  if (style !== 'spent' && !isSpent) return;
  const message = 'The daily quota is used up; it is renewed at 00:00 UTC';
  throw new ResearchRefusal(message, { code: 'daily_quota_limit_exceeded', httpStatus: 429 });
}

function researchReply(emulator: Emulator, request: SandboxRequest, data: JsonObject): Reply {
  const error = { code: 'ok', message: '', log_id: logIdOf(emulator, request) };
  return jsonReply({ data, error });
}

function refused(emulator: Emulator, request: SandboxRequest, refusal: ResearchRefusal): Reply {
  const { code, message, httpStatus } = refusal;
  const error = { code, message, log_id: logIdOf(emulator, request) };
  return jsonReply({ data: {}, error }, httpStatus);
}
