import type { LinkAccess } from '../cache/answer';
import type { OperationName, ParamsOf, ResultOf } from './operations';
import type { RungHealth } from './source-health';
import { Rung } from './source-health';
import type { SourceName, TableRung } from './source-table';
import { sourceTable } from './source-table';
import { steadyNowMs } from './steady-clock';
import type { CallContext, Source } from './sources/source';
import { CannotServe } from './sources/source';
import type { TikTokErrorCode } from './tiktok.errors';
import {
  TikTokBlockedError,
  TikTokBusyError,
  TikTokError,
  TikTokNeedsSignatureError,
  TikTokNotFoundError,
  TikTokPrivateError,
  TikTokRestrictedError,
} from './tiktok.errors';

export interface LadderAnswer<T> {
  readonly value: T;
  readonly source: SourceName;
  /** How the media links inside the value are opened. */
  readonly linkAccess?: LinkAccess;
}

const operationNames = Object.keys(sourceTable) as OperationName[];

/** One try of one source, when it is over. */
export interface SourceTry {
  readonly operation: OperationName;
  readonly source: SourceName;
  /** `ok`, or the code of the error, answers such as "not found" among them. */
  readonly outcome: 'ok' | TikTokErrorCode;
  readonly seconds: number;
}

interface Refused {
  readonly rung: Rung;
  readonly error: TikTokError;
}

/** A question: what is asked, of what, and how long. */
export interface Call<Name extends OperationName> {
  readonly operation: Name;
  readonly params: ParamsOf<Name>;
  readonly context: CallContext;
}

/**
 * Asks the sources of an operation in order until one answers. "Not found", "private" and "restricted" are
 * answers; a refusal, a timeout or a changed shape sends us to the next rung and counts against this one.
 */
export class SourceLadder {
  private readonly sources: ReadonlyMap<SourceName, Source>;
  private readonly rungs: ReadonlyMap<OperationName, readonly Rung[]>;

  constructor(
    sources: readonly Source[],
    private readonly nowMs: () => number = steadyNowMs,
    private readonly onTry?: (tried: SourceTry) => void,
  ) {
    this.sources = new Map(sources.map((source) => [source.name, source]));
    this.rungs = new Map(
      operationNames.map((operation) => {
        const table: readonly TableRung[] = sourceTable[operation];
        return [operation, table.map((line) => new Rung(operation, line))];
      }),
    );
  }

  async ask<Name extends OperationName>(
    operation: Name,
    params: ParamsOf<Name>,
    context: CallContext = {},
  ): Promise<LadderAnswer<ResultOf<Name>>> {
    const refused: Refused[] = [];
    const unable: string[] = [];
    for (const rung of this.inOrder(operation)) {
      if (refused.length > 0 && this.isTooLate(context)) break;
      let linkAccess: LinkAccess | undefined;
      const onLinkAccess = (access?: LinkAccess): void => void (linkAccess = access);
      const outcome = await this.tryRung(rung, () =>
        this.call(rung, { operation, params, context: { ...context, onLinkAccess } }),
      );
      if (outcome instanceof TikTokError) refused.push({ rung, error: outcome });
      else if (outcome instanceof CannotServe) unable.push(`${rung.source}: ${outcome.reason}`);
      else return { value: outcome, source: rung.source, linkAccess };
    }
    throw refused.length > 0 ? worstOf(refused, unable) : unableError(operation, unable);
  }

  /** Asks one source, whatever its neighbours could say, and keeps its health. Throws what it answers with. */
  async askOne<Name extends OperationName>(
    call: Call<Name>,
    source: SourceName,
  ): Promise<ResultOf<Name> | CannotServe> {
    const rung = this.rungs.get(call.operation)?.find((each) => each.source === source);
    if (!rung) throw new Error(`${source} does not serve ${call.operation}`);
    const outcome = await this.tryRung(rung, () => this.call(rung, call));
    if (outcome instanceof TikTokError) throw outcome;
    return outcome;
  }

  /** Whether a source is set up at all. */
  has(source: SourceName): boolean {
    return this.sources.has(source);
  }

  private isTooLate({ deadlineAtMs = Infinity }: CallContext): boolean {
    return this.nowMs() >= deadlineAtMs;
  }

  /** Health of every rung, in the order of the table. */
  health(): readonly RungHealth[] {
    const nowMs = this.nowMs();
    return [...this.rungs.values()].flat().map((rung) => rung.report(nowMs));
  }

  /** Rested rungs first in the table's order; resting ones after them, for one probe at a time. */
  private inOrder(operation: OperationName): Rung[] {
    const nowMs = this.nowMs();
    const all = this.rungs.get(operation) ?? [];
    return [
      ...all.filter((rung) => !rung.isResting(nowMs)),
      ...all.filter((rung) => rung.isResting(nowMs)),
    ];
  }

  private async call<Name extends OperationName>(
    rung: Rung,
    { operation, params, context }: Call<Name>,
  ): Promise<ResultOf<Name> | CannotServe> {
    const source = this.sources.get(rung.source);
    if (!source) return new CannotServe(howToSetUp(rung.line));
    const handler = source.handlers[operation];
    if (!handler) throw new Error(`${rung.source} does not serve ${operation}, as the table says`);
    const value = await handler(params, context).catch(notAsAnswerTo(operation));
    const expectedCount = context.expectedCount ?? promisedCount(value);
    const isFirstPage = !('cursor' in params && params.cursor !== undefined);
    if (expectedCount > 0 && isFirstPage && isEmptyPage(value)) throw silentRefusal(expectedCount);
    return value;
  }

  /** Runs one try and keeps its rung's health. Gives back what sends us to the next rung; throws answers. */
  private async tryRung<T>(
    rung: Rung,
    call: () => Promise<T | CannotServe>,
  ): Promise<T | CannotServe | TikTokError> {
    const restLeftMs = rung.restLeftMs(this.nowMs());
    if (restLeftMs > 0 && !rung.beginProbe()) return restingError(rung, restLeftMs);
    const startedAtMs = performance.now();
    try {
      const value = await call();
      if (value instanceof CannotServe) return value;
      this.tell(rung, 'ok', startedAtMs);
      rung.succeeded(this.nowMs(), droppedIn(value));
      return value;
    } catch (error) {
      if (!(error instanceof TikTokError)) throw error;
      this.tell(rung, error.code, startedAtMs);
      if (error instanceof TikTokBusyError) throw error;
      if (!isAnswer(error)) {
        rung.failed(error, this.nowMs());
        return error;
      }
      rung.succeeded(this.nowMs());
      if (rung.line.mayMistake) return error;
      throw error;
    } finally {
      if (restLeftMs > 0) rung.endProbe();
    }
  }

  private tell(
    { operation, source }: Rung,
    outcome: SourceTry['outcome'],
    startedAtMs: number,
  ): void {
    this.onTry?.({
      operation,
      source,
      outcome,
      seconds: (performance.now() - startedAtMs) / 1000,
    });
  }
}

/** Feeds and searches are about nothing that could be missing. */
const alwaysThere: ReadonlySet<OperationName> = new Set<OperationName>([
  'trending',
  'searchPosts',
  'searchUsers',
  'searchLive',
]);

function notAsAnswerTo(operation: OperationName): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof TikTokNotFoundError) || !alwaysThere.has(operation)) throw error;
    const { message, statusCode } = error;
    throw new TikTokBlockedError('status_code', message, { statusCode, cause: error });
  };
}

function silentRefusal(expectedCount: number): TikTokBlockedError {
  const message = `TikTok counts ${expectedCount} rows and lists none`;
  return new TikTokBlockedError('empty_answer', message);
}

function isEmptyPage(value: unknown): boolean {
  const isPage = typeof value === 'object' && value !== null && 'items' in value;
  return isPage && Array.isArray(value.items) && value.items.length === 0;
}

/** How many rows a page that says it has more counts in the whole list itself. */
function promisedCount(value: unknown): number {
  const isPage = typeof value === 'object' && value !== null && 'hasMore' in value;
  if (!isPage || value.hasMore !== true || !('total' in value)) return 0;
  return typeof value.total === 'number' ? value.total : 0;
}

/** Rows of a page that no parser could read: a sign that TikTok changed. */
function droppedIn(value: unknown): number {
  const isPage = typeof value === 'object' && value !== null && 'droppedCount' in value;
  return isPage && typeof value.droppedCount === 'number' ? value.droppedCount : 0;
}

function isAnswer(error: TikTokError): boolean {
  return (
    error instanceof TikTokNotFoundError ||
    error instanceof TikTokPrivateError ||
    error instanceof TikTokRestrictedError
  );
}

function restingError(rung: Rung, restLeftMs: number): TikTokBlockedError {
  return new TikTokBlockedError(
    'resting',
    `rests after repeated failures, the last one: ${rung.lastError?.message ?? 'unknown'}`,
    { retryAfterSeconds: Math.ceil(restLeftMs / 1000), cause: rung.lastError },
  );
}

/**
 * The error that says most: a refusal that names its kind, then whatever else went wrong, then a "not found" that
 * may be mistaken, then what cannot tell. Every source that was asked, or could not be, is named in it.
 */
function worstOf(refused: readonly Refused[], unable: readonly string[]): TikTokError {
  const rank = ({ error }: Refused): number => {
    if (isAnswer(error)) return 2;
    if (!(error instanceof TikTokBlockedError)) return 1;
    return error.kind === 'inconclusive' ? 3 : 0;
  };
  const [worst] = [...refused].sort((a, b) => rank(a) - rank(b));
  if (!worst) throw new Error('worstOf needs at least one refusal');
  const asked = refused.map(({ rung, error }) => ({
    source: rung.source,
    code: error.code,
    ...(error instanceof TikTokBlockedError && { kind: error.kind }),
    message: error.message,
  }));
  const code = 'tiktok.needs_signature' as const;
  const notAsked = unable.map((text) => ({
    source: text.split(':')[0] ?? '',
    code,
    message: text,
  }));
  worst.error.attempts = [...asked, ...notAsked];
  return worst.error;
}

function unableError(operation: OperationName, reasons: readonly string[]): TikTokError {
  return new TikTokNeedsSignatureError(
    `No configured source can answer "${operation}" (${reasons.join('; ')})`,
  );
}

function howToSetUp({ needs }: TableRung): string {
  if (needs === undefined) return 'is not configured';
  return 'needs a signer service: set TIKTOK_SIGNER_URL (docs/sources.md)';
}
