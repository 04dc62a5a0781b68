import type { OperationName } from '../operations';
import type { SourceName } from '../source-table';
import { CannotServe } from '../sources/source';
import {
  TikTokBlockedError,
  TikTokBusyError,
  TikTokError,
  type TikTokErrorCode,
  TikTokShapeChangedError,
} from '../tiktok.errors';

export const probeOutcomes = [
  'works',
  'refused',
  'needs signer',
  'signer failed',
  'changed',
  'unreachable',
  'no sample',
  'not asked',
  'failed',
] as const;

/**
 * How a source took the question. `no sample`: it answered that what was asked for is not there, or not for
 * everybody, which says little of the source; `failed`: a fault of ours.
 */
export type ProbeOutcome = (typeof probeOutcomes)[number];

/** One source of one operation, tried out. */
export interface ProbeRow {
  readonly operation: OperationName;
  readonly source: SourceName;
  /** The address that was asked. */
  readonly surface: string;
  readonly outcome: ProbeOutcome;
  /** How it was refused. */
  readonly kind?: string;
  /** What was missing in an answer that is not what it was. */
  readonly path?: string;
  /** What there is to say for people; may quote TikTok. */
  readonly message?: string;
  /** How long it took; absent where nobody was asked. */
  readonly ms?: number;
  /** Rows of the page, where the answer is one. */
  readonly rowCount?: number;
  /** Rows that could not be read: a sign that TikTok changed. */
  readonly droppedRowCount?: number;
}

export type Finding = Omit<ProbeRow, 'operation' | 'source' | 'surface' | 'ms'>;

export function findingOfValue(value: unknown): Finding {
  if (value instanceof CannotServe) return { outcome: 'not asked', message: value.reason };
  if (typeof value !== 'object' || value === null || !('items' in value))
    return { outcome: 'works' };
  const rowCount = Array.isArray(value.items) ? value.items.length : 0;
  const dropped = 'droppedCount' in value && Number(value.droppedCount);
  if (!dropped) return { outcome: 'works', rowCount };
  const message = `${dropped} of ${rowCount + dropped} rows could not be read`;
  const rows = { rowCount, droppedRowCount: dropped, message };
  return rowCount > 0
    ? { outcome: 'works', ...rows }
    : { outcome: 'changed', path: 'rows', ...rows };
}

const outcomeOf = {
  'tiktok.not_found': 'no sample',
  'tiktok.private': 'no sample',
  'tiktok.restricted': 'no sample',
  'tiktok.blocked': 'refused',
  'tiktok.timeout': 'unreachable',
  'tiktok.unreachable': 'unreachable',
  'tiktok.shape_changed': 'changed',
  'tiktok.needs_signature': 'needs signer',
  'tiktok.signer_failed': 'signer failed',
  'tiktok.invalid_address': 'failed',
  'tiktok.busy': 'not asked',
} as const satisfies Record<TikTokErrorCode, ProbeOutcome>;

/** `expectedNo` is what a source that works may say. */
export function findingOfError(error: unknown, expectedNo?: TikTokErrorCode): Finding {
  if (!(error instanceof TikTokError)) {
    return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
  const { message, code } = error;
  if (code === expectedNo) return { outcome: 'works', message };
  const outcome = outcomeOf[code];
  if (error instanceof TikTokBlockedError) return { outcome, kind: error.kind, message };
  if (error instanceof TikTokShapeChangedError) return { outcome, path: error.path, message };
  if (error instanceof TikTokBusyError) return { outcome, kind: 'busy', message };
  return { outcome, message };
}
