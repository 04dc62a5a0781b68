import * as fc from 'fast-check';

const { SEED, RUNS } = process.env;

/** The same requests on every run, unless `SEED` says otherwise. */
export const seed = Number(SEED ?? 20261101);

/** How many requests of each kind: `RUNS=30` is ten times the usual. */
export const runs = Number(RUNS ?? 3);

/**
 * Tries a property with the seed of this run. What fails is made as small as it goes, and said with what repeats it.
 */
export async function holds<T>(
  values: fc.Arbitrary<T>,
  check: (value: T) => Promise<void>,
  numRuns: number,
): Promise<void> {
  await fc.assert(fc.asyncProperty(values, check), {
    seed,
    numRuns,
    endOnFailure: false,
    reporter: ({ failed, errorInstance, seed: used, numShrinks }) => {
      if (!failed) return;
      const what = errorInstance instanceof Error ? errorInstance.message : String(errorInstance);
      throw new Error(`${what} (made smaller ${numShrinks} times; SEED=${used} RUNS=${runs})`);
    },
  });
}
