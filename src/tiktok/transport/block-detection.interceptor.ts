import type { Interceptor } from './exchange';
import { detectRefusal } from './refusal';

/** Turns an answer that is a refusal into the error that names it, so that no parser ever sees one. */
export const blockDetectionInterceptor: Interceptor = (next) => async (request) => {
  const answer = await next(request);
  const refusal = detectRefusal(answer);
  if (refusal) throw refusal;
  return answer;
};
