import type { ProbeRow, ProbeRun } from '../../tiktok';
import { adviceFor } from './probe-advice';
import { operationsOf, verdictOf } from './probe-verdict';
import type { ProbeRowDto, UpstreamProbeDto } from './probe.dto';

export function presentProbe({
  isTikTok,
  startedAtMs,
  finishedAtMs,
  rows,
}: ProbeRun): UpstreamProbeDto {
  return {
    upstream: isTikTok ? 'tiktok' : 'sandbox',
    verdict: verdictOf(rows),
    startedAt: new Date(startedAtMs).toISOString(),
    finishedAt: new Date(finishedAtMs).toISOString(),
    operations: operationsOf(rows),
    rows: rows.map(presentRow),
  };
}

function presentRow(row: ProbeRow): ProbeRowDto {
  const { operation, source, surface, outcome, kind, path, message, ms } = row;
  const advice = adviceFor(row);
  return {
    operation,
    source,
    surface,
    outcome,
    kind,
    path,
    message,
    ms,
    rows: row.rowCount,
    droppedRows: row.droppedRowCount,
    advice: advice?.text,
    docs: advice?.page,
  };
}
