import type { OperationName } from '../operations';
import type { SourceLadder } from '../source-ladder';
import { sourceTable } from '../source-table';
import { probePlan } from './probe-plan';
import type { ProbeRow } from './probe-row';
import type { Step, TrialLimits } from './probe-trial';
import { ProbeTrial } from './probe-trial';

export interface ProbeRun {
  /** Whether that was TikTok, and not something in its place. */
  readonly isTikTok: boolean;
  readonly startedAtMs: number;
  readonly finishedAtMs: number;
  /** Every source of every operation, in the order in which they were tried. */
  readonly rows: readonly ProbeRow[];
}

export interface ProbeRunOptions {
  /** Ends the run: its reason is thrown. */
  readonly signal?: AbortSignal;
  /** Told of each row as soon as it is known. */
  readonly onRow?: (row: ProbeRow) => void;
}

const operations = Object.keys(probePlan) as OperationName[];

const steps: readonly Step[] = operations.flatMap((operation) =>
  sourceTable[operation].map((rung) => ({ operation, rung })),
);

/**
 * Tries out every source of every operation, past the cache, one after the other and apart. Each gets one
 * question, as the server would ask it: with its retries, its guests and its pacing.
 */
export class UpstreamProbe {
  /** How many rows a run has. */
  readonly rowCount = steps.length;

  constructor(
    private readonly ladder: SourceLadder,
    private readonly isTikTok: boolean,
    private readonly limits: TrialLimits = {},
  ) {}

  async run({ signal, onRow }: ProbeRunOptions = {}): Promise<ProbeRun> {
    const startedAtMs = Date.now();
    const trial = new ProbeTrial(this.ladder, this.limits, signal);
    const rows: ProbeRow[] = [];
    for (const step of steps) {
      const row = await trial.row(step);
      rows.push(row);
      onRow?.(row);
    }
    return { isTikTok: this.isTikTok, startedAtMs, finishedAtMs: Date.now(), rows };
  }
}
