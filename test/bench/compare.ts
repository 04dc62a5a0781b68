import { medianOf } from './statistics';

/** A thing to run; its rate is compared with the first one's. */
export interface Runner {
  readonly name: string;
  readonly run: () => unknown;
}

const roundMs = 300;
const rounds = 4;

/** Runs them in turn, several rounds, and gives the median rate of each and its ratio to the first. */
export async function compare(runners: readonly Runner[]): Promise<(readonly string[])[]> {
  const rates = runners.map(() => [] as number[]);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, runner] of runners.entries()) {
      const rate = await measure(runner);
      // The first round warms up.
      if (round > 0) rates[index]?.push(rate);
    }
  const medians = rates.map(medianOf);
  return runners.map(({ name }, index) => {
    const median = medians[index] ?? 0;
    return [name, median.toFixed(0), `x ${(median / (medians[0] ?? 1)).toFixed(2)}`];
  });
}

async function measure({ run }: Runner): Promise<number> {
  const startMs = performance.now();
  let count = 0;
  while (performance.now() - startMs < roundMs) {
    await run();
    count += 1;
  }
  return (count * 1000) / (performance.now() - startMs);
}
