import { readChallenge, solveChallenge } from './challenge';
import type { Interceptor } from './exchange';

/**
 * Answers TikTok's "Please wait..." page: does its proof of work and repeats the same request once with the
 * cookies it asks for. They live for a second, so they are not kept. A second challenge is left to the block
 * detection outside.
 */
export const challengeInterceptor: Interceptor = (next) => async (request) => {
  const answer = await next(request);
  const challenge = readChallenge(answer.body);
  if (!challenge) return answer;
  const { cookies } = await solveChallenge(challenge);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  return next({ ...request, headers: { ...request.headers, cookie } });
};
