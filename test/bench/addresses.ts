/** Every snowflake between 2015 and 2022 is a post of the sandbox; an odd last digit is never a reserved id. */
export function postIdOf(n: number): string {
  const seconds = 1_420_070_400 + ((n * 7_919) % 240_000_000);
  const id = (BigInt(seconds) << 32n) | BigInt((n * 2_654_435_761) % 2 ** 32);
  return `${String(id).slice(0, -1)}9`;
}

/** A path that nobody has asked for yet, each time. */
export function everNew(pathOf: (n: number) => string): () => string {
  let n = 0;
  return () => pathOf((n += 1));
}
