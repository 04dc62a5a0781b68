import type { ChildServer } from './child-server';
import { load, type AskedPath } from './load';
import type { Progress, Table } from './report';
import { medianOf, spanOf } from './statistics';

/** A server, and what is asked of it. */
export interface Contender {
  readonly name: string;
  readonly server: ChildServer;
  readonly path: AskedPath;
  readonly headers?: Readonly<Record<string, string>>;
  /** Where more code has to be compiled than what the others have. */
  readonly warmUpMs?: number;
}

export interface Turns {
  readonly connections: number;
  readonly rounds: number;
  readonly roundMs: number;
  /** For each, until everything is compiled. */
  readonly warmUpMs: number;
  readonly progress: Progress;
}

export interface Measured {
  readonly name: string;
  /** Answers a second, by round. */
  readonly rates: readonly number[];
  /** Of the server for one answer, by round. */
  readonly cpuMicroseconds: readonly number[];
}

/** Loads the contenders in turn, round after round, so that what else the machine does befalls all of them. */
export async function inTurn(contenders: readonly Contender[], turns: Turns): Promise<Measured[]> {
  const all = contenders.map(({ name }): Tally => ({ name, rates: [], cpuMicroseconds: [] }));
  for (let round = 0; round <= turns.rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      turns.progress(`${contender.name}, ${round === 0 ? 'warming up' : `round ${round}`}`);
      const { warmUpMs = turns.warmUpMs } = contender;
      const durationMs = round === 0 ? warmUpMs : turns.roundMs;
      const { rate, cpuMicroseconds } = await measure(contender, turns.connections, durationMs);
      if (round === 0) continue;
      all[index]?.rates.push(rate);
      all[index]?.cpuMicroseconds.push(cpuMicroseconds);
    }
  }
  return all;
}

interface Tally {
  readonly name: string;
  readonly rates: number[];
  readonly cpuMicroseconds: number[];
}

async function measure(
  { server, path, headers }: Contender,
  connections: number,
  durationMs: number,
): Promise<{ rate: number; cpuMicroseconds: number }> {
  const before = await server.report();
  const startMs = performance.now();
  const answers = await load({ origin: server.origin, path, headers, connections, durationMs });
  const seconds = (performance.now() - startMs) / 1000;
  const cpuSeconds = (await server.report()).cpuSeconds - before.cpuSeconds;
  return { rate: answers / seconds, cpuMicroseconds: (cpuSeconds * 1e6) / answers };
}

/**
 * Of one to the other: the median over the rounds of the ratio within a round, which what else the machine does
 * disturbs least.
 */
export function ratio(all: readonly Measured[], name: string, to: string): number {
  const [one, other] = [name, to].map((wanted) => all.find((each) => each.name === wanted));
  if (!one || !other) throw new Error(`Nothing was measured of ${one ? to : name}`);
  return medianOf(one.rates.map((rate, round) => rate / (other.rates[round] ?? NaN)));
}

export function tableOf(all: readonly Measured[], to: string, caption?: string): Table {
  return {
    caption,
    columns: ['', 'answers/s', 'least..most', `of ${to}`, 'us of CPU an answer'],
    rows: all.map(({ name, rates, cpuMicroseconds }) => [
      name,
      medianOf(rates).toFixed(0),
      spanOf(rates),
      `x ${ratio(all, name, to).toFixed(2)}`,
      medianOf(cpuMicroseconds).toFixed(0),
    ]),
  };
}
