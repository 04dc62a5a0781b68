import { silentRefusal, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { logIdOf, type Emulator, type Handler } from './answering';
import { snakeReply } from './api-answer';

const LOGIN_FIRST = { status_code: 2483, status_msg: 'Please login your account first' };
const LOG_ID = /^\d{14}[0-9A-F]{20}$/;

/** Searching takes the cookies of a page; with the switch, it takes a login besides. */
export function forSearchers(handler: Handler): Handler {
  return (emulator, request) => {
    const { cookies } = request;
    const isMember = (cookies.get('sessionid') ?? '') !== '';
    if (!isMember && !emulator.tokens.isTtwid(cookies.get('ttwid') ?? '')) {
      return snakeReply(emulator, request, LOGIN_FIRST);
    }
    const isGated = emulator.switches.get('guest-search') === 'gated';
    return isGated && !isMember ? silentRefusal() : handler(emulator, request);
  };
}

/**
 * A search is named after the log id of its first answer. Later pages bring that name along; one
 * that brings none starts a search of its own, with the same rows.
 */
export function searchIdOf(emulator: Emulator, request: SandboxRequest): string {
  const sent = request.query.get('search_id') ?? '';
  return LOG_ID.test(sent) ? sent : logIdOf(emulator, request);
}

export interface SearchPage {
  rows: Readonly<Record<string, Parameters<typeof snakeReply>[2][string]>>;
  cursor: number;
  hasMore: boolean;
}

export function searchReply(
  emulator: Emulator,
  request: SandboxRequest,
  { rows, cursor, hasMore }: SearchPage,
): Reply {
  return snakeReply(emulator, request, {
    ...rows,
    backtrace: '',
    cursor,
    has_more: hasMore ? 1 : 0,
    qc: '',
    rid: searchIdOf(emulator, request),
    global_doodle_config: { feedback_survey: null, keyword: request.query.get('keyword') ?? '' },
  });
}
