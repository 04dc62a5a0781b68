import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationName } from '../operations';
import type { SourceLadder } from '../source-ladder';
import type { TableRung } from '../source-table';
import { CannotServe } from '../sources/source';
import type { Findings, Known, ProbeSamples } from './probe-plan';
import { defaultSamples, probePlan } from './probe-plan';
import type { Finding, ProbeRow } from './probe-row';
import { findingOfError, findingOfValue } from './probe-row';

export interface TrialLimits {
  /** What is asked for; each has a default. */
  readonly samples?: Partial<ProbeSamples>;
  /** Between two questions; 300 unless given. */
  readonly spacingMs?: number;
  /** For one source; 10 seconds unless given. */
  readonly sourceTimeoutMs?: number;
  /** For all of them; 60 seconds unless given. What was not asked by then is said to be so. */
  readonly totalTimeoutMs?: number;
}

/** One source of one operation. */
export interface Step {
  readonly operation: OperationName;
  readonly rung: TableRung;
}

/** Questions without an answer, from the first on, after which nobody is asked any more. */
const enoughSilence = 3;

/** One run: what it knows by now, and how much time and patience it has left. */
export class ProbeTrial {
  private findings: Findings = {};
  private readonly endsAtMs: number;
  private silentCount = 0;
  private isAnybodyThere = false;

  constructor(
    private readonly ladder: SourceLadder,
    private readonly limits: TrialLimits,
    private readonly signal?: AbortSignal,
  ) {
    this.endsAtMs = performance.now() + (limits.totalTimeoutMs ?? 60_000);
  }

  async row({ operation, rung }: Step): Promise<ProbeRow> {
    const { source, surface } = rung;
    const about = { operation, source, surface };
    const known = this.withoutAsking(rung);
    if (known) return { ...about, ...known };
    const { finding, ms } = await this.ask(operation, rung);
    this.note(finding, ms);
    return { ...about, ...finding, ms };
  }

  /** What there is to say of a source that is left alone. */
  private withoutAsking({ source }: TableRung): Finding | undefined {
    if (!this.ladder.has(source)) return { outcome: 'needs signer' };
    if (!this.isAnybodyThere && this.silentCount >= enoughSilence) {
      return { outcome: 'unreachable', message: 'not asked: nobody answered the others' };
    }
    if (performance.now() < this.endsAtMs) return undefined;
    return { outcome: 'not asked', message: 'there was no time left' };
  }

  private async ask<Name extends OperationName>(
    operation: Name,
    { source }: TableRung,
  ): Promise<{ readonly finding: Finding; readonly ms?: number }> {
    const line = probePlan[operation];
    const known = this.known();
    const params = line.params(known, source);
    if (params instanceof CannotServe) return { finding: findingOfValue(params) };
    await this.keepDistance();
    const startedAtMs = performance.now();
    const took = (): number => Math.round(performance.now() - startedAtMs);
    try {
      const context = { ...this.context(), expectedCount: line.expectedCount?.(known) };
      const value = await this.ladder.askOne({ operation, params, context }, source);
      if (value instanceof CannotServe) return { finding: findingOfValue(value) };
      this.learn(line.learn?.(value, known) ?? {});
      return { finding: findingOfValue(value), ms: took() };
    } catch (error) {
      this.signal?.throwIfAborted();
      return { finding: findingOfError(error, line.expectedNo?.(known, source)), ms: took() };
    }
  }

  private known(): Known {
    return { ...defaultSamples, ...this.findings, ...defined(this.limits.samples ?? {}) };
  }

  private learn(findings: Findings): void {
    this.findings = { ...this.findings, ...defined(findings) };
  }

  private context(): { readonly signal?: AbortSignal; readonly deadlineAtMs: number } {
    const leftMs = this.endsAtMs - performance.now();
    const timeoutMs = Math.min(leftMs, this.limits.sourceTimeoutMs ?? 10_000);
    return { signal: this.signal, deadlineAtMs: Date.now() + timeoutMs };
  }

  private async keepDistance(): Promise<void> {
    const { spacingMs = 300 } = this.limits;
    if (this.silentCount > 0 || this.isAnybodyThere) {
      await sleep(spacingMs, undefined, { signal: this.signal }).catch(() => undefined);
    }
    this.signal?.throwIfAborted();
  }

  private note({ outcome }: Finding, ms: number | undefined): void {
    if (outcome === 'unreachable') this.silentCount += 1;
    else if (ms !== undefined && outcome !== 'signer failed') this.isAnybodyThere = true;
  }
}

/** Only what is known: what is not must not hide what another answer said. */
function defined<T extends object>(facts: T): T {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as T;
}
