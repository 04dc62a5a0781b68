import type { Interceptor } from './exchange';
import { isRedirect } from './redirect.interceptor';
import { detectRefusal } from './refusal';

/**
 * Turns an answer that is a refusal into the error that names it, so that no parser ever sees one. The
 * redirect of a short link is what was asked for.
 */
export const blockDetectionInterceptor: Interceptor = (next) => async (request) => {
  const answer = await next(request);
  if (request.kind === 'short-link' && isRedirect(answer)) return answer;
  const refusal = detectRefusal(answer);
  if (refusal) throw refusal;
  return answer;
};
