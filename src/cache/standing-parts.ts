import type { AnswerPart } from './answer';
import type { EntryMemory } from './entry-memory';
import type { TimeSpan } from './freshness';
import { isDueEarly, isFromTheFuture, quietTimeOf } from './freshness';
import type { StoredAnswer } from './stored-entry';
import { isFailure } from './stored-entry';

export interface StandingPartsOptions {
  readonly memory: EntryMemory;
  readonly nowMs: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
}

/** What was seen when all parts of an answer were looked at. */
interface Sight {
  readonly revision: number;
  readonly epoch: number | undefined;
  /** When nothing but a change of the memory makes a difference. */
  readonly quiet: TimeSpan;
}

/** The stored entries that answers were made of, as long as plain reads would be given the very same. */
export class StandingParts {
  private readonly sights = new WeakMap<readonly AnswerPart[], Sight>();

  constructor(private readonly options: StandingPartsOptions) {}

  /**
   * Whether all of them lie in memory in these versions, fresh and with nothing to renew. Each is looked at once for
   * every change of the memory, which also tells it that they are in use: it lets go of others first.
   */
  includes(parts: readonly AnswerPart[]): boolean {
    const nowMs = this.options.nowMs();
    return this.isSeen(parts, nowMs) || this.look(parts, nowMs);
  }

  private isSeen(parts: readonly AnswerPart[], nowMs: number): boolean {
    const sight = this.sights.get(parts);
    const { revision, epoch } = this.options.memory;
    if (sight?.revision !== revision || sight.epoch !== epoch) return false;
    return nowMs >= sight.quiet.fromMs && nowMs < sight.quiet.untilMs;
  }

  private look(parts: readonly AnswerPart[], nowMs: number): boolean {
    const { revision, epoch } = this.options.memory;
    const entries: StoredAnswer[] = [];
    for (const part of parts) {
      const entry = this.entry(part, nowMs);
      if (!entry) return false;
      entries.push(entry);
    }
    this.sights.set(parts, { revision, epoch, quiet: quietTimeOf(entries) });
    return true;
  }

  private entry({ key, version }: AnswerPart, nowMs: number): StoredAnswer | undefined {
    const { memory, random } = this.options;
    const entry = memory.peek(key);
    if (entry?.version !== version || isFailure(entry) || memory.isSuspect(entry)) return undefined;
    if (isFromTheFuture(entry, nowMs) || nowMs >= entry.freshUntilMs) return undefined;
    return isDueEarly(entry, nowMs, random()) ? undefined : entry;
  }
}
