import { type Challenge, readChallenge, solveChallenge } from './challenge';
import type { Interceptor, UpstreamRequest } from './exchange';
import type { Session } from './session';

const lastSolves = new WeakMap<Session, Promise<unknown>>();

/**
 * Answers TikTok's "Please wait..." page: does its proof of work and repeats the same request once with the
 * cookies it asks for. They live for a second, so they go with that request alone and are not kept; what the
 * page behind it sets is kept by the session. A second challenge is left to the block detection outside.
 */
export const challengeInterceptor: Interceptor = (next) => async (request) => {
  const answer = await next(request);
  const challenge = readChallenge(answer.body);
  if (!challenge) return answer;
  const cookie = await inTurn(request, () => solve(challenge));
  const own = request.headers?.cookie;
  return next({
    ...request,
    headers: { ...request.headers, cookie: own === undefined ? cookie : `${own}; ${cookie}` },
  });
};

async function solve(challenge: Challenge): Promise<string> {
  const { cookies } = await solveChallenge(challenge);
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

/** One proof of work at a time per session; a request given up while it waits costs no hashing. */
async function inTurn<T>({ session, signal }: UpstreamRequest, work: () => Promise<T>): Promise<T> {
  const before = lastSolves.get(session) ?? Promise.resolve();
  const mine = before.then(() => {
    signal?.throwIfAborted();
    return work();
  });
  lastSolves.set(
    session,
    mine.catch(() => undefined),
  );
  const result = await mine;
  signal?.throwIfAborted();
  return result;
}
