import { StoppingError } from '../http/request.errors';
import type { HealthDto } from './health.dto';
import type { Readiness } from './readiness';

/** Throws when requests should go elsewhere. */
export function presentReadiness({ isStopping }: Readiness): HealthDto {
  if (isStopping) throw new StoppingError();
  return { status: 'ok' };
}
