import type { RungHealth } from '../tiktok';
import type { RungHealthDto, UpstreamHealthDto } from './health.dto';

export function presentUpstreamHealth(rungs: readonly RungHealth[]): UpstreamHealthDto {
  return { rungs: rungs.map(presentRung) };
}

function presentRung(rung: RungHealth): RungHealthDto {
  const { operation, source, state, lastFailure } = rung;
  return {
    operation,
    source,
    state,
    successes: rung.successCount,
    failures: rung.failureCount,
    droppedRows: rung.droppedRowCount,
    lastSuccessAt: iso(rung.lastSuccessAtMs),
    lastFailure: lastFailure && {
      at: new Date(lastFailure.atMs).toISOString(),
      code: lastFailure.code,
      kind: lastFailure.kind,
      message: lastFailure.message,
    },
    restsUntil: iso(rung.restsUntilMs),
  };
}

function iso(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString();
}
