import type { UpstreamHealth } from '../tiktok';
import type { CacheHealthDto, RungHealthDto, UpstreamHealthDto } from './health.dto';

type Rung = UpstreamHealth['rungs'][number];
type Sessions = NonNullable<UpstreamHealth['sessions']>['sessions'];

export function presentUpstreamHealth(
  health: UpstreamHealth,
  cache: CacheHealthDto,
): UpstreamHealthDto {
  const { rungs, sessions, signer, admission, queues = [] } = health;
  return {
    rungs: rungs.map(presentRung),
    guests: presentGuests(sessions?.sessions ?? []),
    signer: signer?.state,
    underWay: admission?.underWayCount ?? 0,
    queues: queues.map(({ host, inFlightCount, queuedCount }) => ({
      host,
      inFlight: inFlightCount,
      queued: queuedCount,
    })),
    cache,
  };
}

function presentGuests(sessions: Sessions): UpstreamHealthDto['guests'] {
  return sessions.map(({ id, state, answerCount, refusalCount, lastRefusal, restsUntilMs }) => ({
    number: id,
    state,
    answers: answerCount,
    refusals: refusalCount,
    lastRefusal: lastRefusal?.kind,
    restsUntil: iso(restsUntilMs),
  }));
}

function presentRung(rung: Rung): RungHealthDto {
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
