import type { ProbeOutcome, ProbeRow } from '../../tiktok';

export const operationVerdicts = ['answered', 'not answered', 'unsure', 'needs signer'] as const;
export type OperationVerdict = (typeof operationVerdicts)[number];

export const verdicts = ['well', 'degraded', 'failing'] as const;

/**
 * `failing`: an operation has no source that answers, and not only for want of a signer; `degraded`: all are
 * answered or might be, and a source is not what it should be.
 */
export type Verdict = (typeof verdicts)[number];

/** One operation by all of its sources. */
export interface ProbedOperation {
  readonly operation: string;
  readonly verdict: OperationVerdict;
  /** The first source that answers, which is the one that callers get. */
  readonly answeredBy?: string;
}

const troubles: readonly ProbeOutcome[] = [
  'refused',
  'signer failed',
  'changed',
  'unreachable',
  'failed',
];

export function operationsOf(rows: readonly ProbeRow[]): ProbedOperation[] {
  const names = [...new Set(rows.map(({ operation }) => operation))];
  return names.map((operation) => {
    const own = rows.filter((row) => row.operation === operation);
    const answeredBy = own.find(({ outcome }) => outcome === 'works')?.source;
    if (answeredBy) return { operation, verdict: 'answered', answeredBy };
    const isIn = (outcomes: readonly ProbeOutcome[]): boolean =>
      own.some(({ outcome }) => outcomes.includes(outcome));
    if (isIn(troubles)) return { operation, verdict: 'not answered' };
    return { operation, verdict: isIn(['no sample', 'not asked']) ? 'unsure' : 'needs signer' };
  });
}

export function verdictOf(rows: readonly ProbeRow[]): Verdict {
  if (operationsOf(rows).some(({ verdict }) => verdict === 'not answered')) return 'failing';
  const isFine = ({ outcome, droppedRowCount = 0 }: ProbeRow): boolean =>
    (outcome === 'works' && droppedRowCount === 0) || outcome === 'needs signer';
  return rows.every(isFine) ? 'well' : 'degraded';
}
