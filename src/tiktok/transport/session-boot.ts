import { webOrigin } from '../constants';
import { readEmbeddedState } from '../parsers/embedded-state';
import { at, readText } from '../parsers/read';
import type { Exchange } from './exchange';
import type { Session } from './session';

const boots = new WeakMap<Session, Promise<void>>();

/**
 * Gives the session what a browser has after its first page: cookies, and the device id that TikTok set. One
 * page a session, however many ask; a boot that failed is tried again by the next one who asks. The caller's
 * signal ends the caller's wait only, for others may wait too.
 */
export async function ensureBooted(
  session: Session,
  exchange: Exchange,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  let boot = boots.get(session);
  if (!boot) {
    boot = loadFirstPage(session, exchange);
    boots.set(session, boot);
    boot.catch(() => boots.delete(session));
  }
  await (signal ? Promise.race([boot, rejectionOf(signal)]) : boot);
}

async function loadFirstPage(session: Session, exchange: Exchange): Promise<void> {
  const { body } = await exchange({ url: `${webOrigin}/@tiktok`, kind: 'page', session });
  const state = readEmbeddedState(body, 'universal');
  const deviceId = readText(at(state, '__DEFAULT_SCOPE__', 'webapp.app-context', 'wid'));
  // A page without it still brought the cookies, and a drawn id is accepted too.
  if (deviceId !== undefined && /^\d{15,20}$/.test(deviceId)) session.adoptDeviceId(deviceId);
}

function rejectionOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
