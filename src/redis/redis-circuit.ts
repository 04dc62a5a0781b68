import { ErrorReply } from '@redis/client';
import { DeadlineError, within } from './deadline';

/** `refusing`: it answers, and takes no writes (full, a replica, out of disk). */
export type RedisState = 'connecting' | 'up' | 'refusing' | 'down';

/** Redis is left alone at the moment, or has just failed. Callers go on without it. */
export class RedisUnavailableError extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(`Redis is not used: ${reason}`, options);
  }
}

export interface RedisCircuitOptions {
  /** How long one command may keep a caller waiting. */
  readonly timeoutMs: number;
  /** Called once per change. */
  readonly onChange: (state: RedisState, reason: string) => void;
}

/** How long writes are left out after one was refused. */
const refusalRestMs = 1_000;
/**
 * A request may need several commands, so an answer that took half of the time is slow, two such in short order are
 * too many, and each quick one makes up for a fifth.
 */
const maxSlowness = 1.5;
const slownessKept = 0.8;

/**
 * Keeps a Redis that is slow, frozen, gone or full from holding anybody up: a command that fails or is late
 * opens the circuit, and from then on all commands are skipped at once until a probe has found it well again.
 */
export class RedisCircuit {
  private current: RedisState = 'connecting';
  private writesFromMs = 0;
  private slowness = 0;

  constructor(private readonly options: RedisCircuitOptions) {}

  get state(): RedisState {
    return this.current;
  }

  get isUsable(): boolean {
    return this.current === 'up' || this.current === 'refusing';
  }

  read<T>(command: () => Promise<T>): Promise<T> {
    if (!this.isUsable) return Promise.reject(new RedisUnavailableError(this.current));
    return this.attempt(command);
  }

  /** Like {@link read}; a write that Redis refuses closes the door to writes alone. */
  async write<T>(command: () => Promise<T>): Promise<T> {
    if (!this.isUsable) throw new RedisUnavailableError(this.current);
    if (performance.now() < this.writesFromMs)
      throw new RedisUnavailableError('it takes no writes');
    const result = await this.attempt(command);
    if (this.current === 'refusing') this.change('up', 'it takes writes again');
    return result;
  }

  /** Whether Redis answers now; makes it usable again if so. */
  async probe(ping: () => Promise<unknown>): Promise<boolean> {
    try {
      await within(ping(), this.quickMs);
    } catch (error) {
      this.fail(reasonOf(error));
      return false;
    }
    this.slowness = 0;
    if (!this.isUsable) this.change('up', 'it answers');
    return true;
  }

  private get quickMs(): number {
    return this.options.timeoutMs / 2;
  }

  fail(reason: string): void {
    this.change('down', reason);
  }

  private async attempt<T>(command: () => Promise<T>): Promise<T> {
    try {
      const answer = command();
      this.clock(answer);
      return await within(answer, this.options.timeoutMs);
    } catch (error) {
      if (error instanceof ErrorReply && !isOutOfService(error)) this.refuse(error);
      else this.fail(reasonOf(error));
      throw new RedisUnavailableError(reasonOf(error), { cause: error });
    }
  }

  private clock(answer: Promise<unknown>): void {
    within(answer, this.quickMs).then(
      () => (this.slowness *= slownessKept),
      (error: unknown) => {
        if (!(error instanceof DeadlineError)) return;
        this.slowness += 1;
        if (this.slowness > maxSlowness) this.fail(`its answers take over ${this.quickMs} ms`);
      },
    );
  }

  private refuse(error: ErrorReply): void {
    this.writesFromMs = performance.now() + refusalRestMs;
    if (this.isUsable) this.change('refusing', error.message);
  }

  private change(state: RedisState, reason: string): void {
    if (this.current === state) return;
    this.current = state;
    this.options.onChange(state, reason);
  }
}

/** Refusals that hold for every command. */
function isOutOfService({ message }: ErrorReply): boolean {
  return /^(LOADING|NOAUTH|NOPERM|WRONGPASS|MASTERDOWN|CLUSTERDOWN|BUSY)\b/.test(message);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
