import type { Registry } from 'prom-client';
import type { UpstreamHealth } from '../tiktok';
import type { Reading } from './collected';
import { collectCounter, collectGauge } from './collected';

type Rung = UpstreamHealth['rungs'][number];

/** How TikTok receives us, as `/health/upstream` shows it. */
export function collectUpstream(registry: Registry, health: () => UpstreamHealth): void {
  collectSources(registry, health);
  collectQueues(registry, health);
  collectGauge(registry, {
    name: 'tiktok_guests',
    help: 'Guests as whom TikTok is asked, by state',
    labelNames: ['state'],
    read: () => countBy(health().sessions?.sessions.map(({ state }) => state) ?? []),
  });
  collectGauge(registry, {
    name: 'tiktok_signer_state',
    help: '1 for the state that the signer service is in',
    labelNames: ['state'],
    read: () => countBy([health().signer?.state ?? 'not set up']),
  });
}

function collectSources(registry: Registry, health: () => UpstreamHealth): void {
  const perRung = (read: (rung: Rung) => number) => (): Reading[] =>
    health()
      .rungs.filter(({ state }) => state !== 'never tried')
      .map((rung) => ({
        labels: { operation: rung.operation, source: rung.source },
        value: read(rung),
      }));
  const labelNames = ['operation', 'source'];
  collectCounter(registry, {
    name: 'tiktok_dropped_rows_total',
    help: 'Rows of lists that could not be read: a sign that TikTok changed',
    labelNames,
    read: perRung(({ droppedRowCount }) => droppedRowCount),
  });
  collectGauge(registry, {
    name: 'tiktok_source_resting',
    help: '1 while a source is left alone after repeated failures',
    labelNames,
    read: perRung(({ state }) => (state === 'resting' ? 1 : 0)),
  });
}

function collectQueues(registry: Registry, health: () => UpstreamHealth): void {
  const perHost = (key: 'inFlightCount' | 'queuedCount') => (): Reading[] =>
    (health().queues ?? []).map((queue) => ({ labels: { host: queue.host }, value: queue[key] }));
  const one = (read: (now: UpstreamHealth) => number | undefined) => (): Reading[] => [
    { value: read(health()) ?? 0 },
  ];
  const labelNames = ['host'];
  const gauges = [
    ['tiktok_requests_in_flight', 'Requests to a host under way', perHost('inFlightCount')],
    ['tiktok_requests_queued', 'Requests to a host that wait', perHost('queuedCount')],
  ] as const;
  for (const [name, help, read] of gauges) collectGauge(registry, { name, help, labelNames, read });
  const totals = [
    [
      'tiktok_operations_under_way',
      'Questions under way',
      one((now) => now.admission?.underWayCount),
    ],
    ['media_fetches', 'Files that are being fetched', one((now) => now.media?.fetchCount)],
    ['media_streams_open', 'Streams to callers', one((now) => now.media?.readerCount)],
    ['media_held_bytes', 'Bytes of files in memory', one((now) => now.media?.heldBytes)],
  ] as const;
  for (const [name, help, read] of totals) collectGauge(registry, { name, help, read });
  collectCounter(registry, {
    name: 'tiktok_operations_refused_total',
    help: 'Questions that were refused because too much was under way',
    read: one((now) => now.admission?.refusedCount),
  });
}

function countBy(states: readonly string[]): Reading[] {
  const counts = new Map<string, number>();
  for (const state of states) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].map(([state, value]) => ({ labels: { state }, value }));
}
