import {
  TikTokBlockedError,
  TikTokNotFoundError,
  TikTokPrivateError,
  TikTokRestrictedError,
  TikTokUnreachableError,
  type RefusalKind,
} from '../tiktok.errors';
import type { Refusal } from './pooled-session';
import type { Session } from './session';

/** Refusals that speak about who asks. The others (a page without data, load, time) can befall anyone. */
const aboutIdentity: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  'empty_answer',
  'captcha',
  'challenge',
  'blocked_page',
  'login_wall',
  'rate_limit',
  'risk',
]);

/** What an error says about the session that met it; undefined when nothing. */
export function judge(error: unknown, session: Session): Refusal['kind'] | 'answer' | undefined {
  if (
    error instanceof TikTokNotFoundError ||
    error instanceof TikTokPrivateError ||
    error instanceof TikTokRestrictedError
  )
    return 'answer';
  if (error instanceof TikTokBlockedError)
    return aboutIdentity.has(error.kind) ? error.kind : undefined;
  // A dead proxy is bound to its sessions alone; without one the line is the same for all of them.
  const isDeadProxy = error instanceof TikTokUnreachableError && error.statusCode === undefined;
  return isDeadProxy && session.proxy ? 'no_connection' : undefined;
}
