/** A thing to run; its rate is compared with the first one's. */
export interface Contender {
  readonly name: string;
  readonly run: () => unknown;
}

const roundMs = 400;
const rounds = 5;

/** Runs the contenders in turn, several rounds, and gives the median rate of each as a ratio to the first. */
export async function compare(contenders: readonly Contender[]): Promise<string[]> {
  const rates = contenders.map(() => [] as number[]);
  for (let round = 0; round <= rounds; round += 1)
    for (const [index, contender] of contenders.entries()) {
      const rate = await measure(contender);
      // The first round warms up.
      if (round > 0) rates[index]?.push(rate);
    }
  const medians = rates.map(medianOf);
  return contenders.map(
    ({ name }, index) =>
      `${name.padEnd(44)} ${(medians[index] ?? 0).toFixed(0).padStart(8)}/s  x ${((medians[index] ?? 0) / (medians[0] ?? 1)).toFixed(2)}`,
  );
}

async function measure({ run }: Contender): Promise<number> {
  const startMs = performance.now();
  let count = 0;
  while (performance.now() - startMs < roundMs) {
    await run();
    count += 1;
  }
  return (count * 1000) / (performance.now() - startMs);
}

function medianOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
