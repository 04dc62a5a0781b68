import { jsonReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import type { JsonObject } from '../render/rendering';
import { apiCookies, logIdOf, type Emulator } from './answering';

/** An answer of the web API: the data inside TikTok's envelope. */
export function apiReply(emulator: Emulator, request: SandboxRequest, data: JsonObject): Reply {
  const logId = logIdOf(emulator, request);
  const envelope = {
    extra: { fatal_item_ids: [], logid: logId, now: emulator.clock.nowMs() },
    log_pb: { impr_id: logId },
  };
  const status = { statusCode: 0, status_code: 0, status_msg: '' };
  return withCookies(emulator, request, jsonReply({ ...status, ...data, ...envelope }));
}

/** Searches and comments spell their status with an underscore only. */
export function snakeReply(emulator: Emulator, request: SandboxRequest, data: JsonObject): Reply {
  const logId = logIdOf(emulator, request);
  const extra = { api_debug_info: null, fatal_item_ids: [], logid: logId };
  return withCookies(
    emulator,
    request,
    jsonReply({
      status_code: 0,
      ...data,
      extra: { ...extra, now: emulator.clock.nowMs() },
      log_pb: { impr_id: logId },
    }),
  );
}

/** A refusal with a code, as short as TikTok's. */
export function apiError(
  emulator: Emulator,
  request: SandboxRequest,
  error: { code: number; httpStatus: number },
): Reply {
  const { code, httpStatus } = error;
  const body = {
    log_pb: { impr_id: logIdOf(emulator, request) },
    statusCode: code,
    status_code: code,
  };
  return withCookies(emulator, request, jsonReply(body, httpStatus));
}

function withCookies(emulator: Emulator, request: SandboxRequest, reply: Reply): Reply {
  reply.headers['set-cookie'] = apiCookies(emulator, request);
  return reply;
}
