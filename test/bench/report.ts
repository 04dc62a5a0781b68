/** One table of measurements. The first column names what was measured, the others are numbers. */
export interface Table {
  readonly caption?: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What was to be reached, and what this run reached. */
export interface Target {
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly isMet: boolean;
}

/** All that one measurement has to say. */
export interface Report {
  readonly title: string;
  /** What was done, so that the numbers can be judged. */
  readonly how: string;
  readonly tables: readonly Table[];
  readonly targets?: readonly Target[];
  /** What could not be measured here and why, and what the numbers do not say. */
  readonly notes?: readonly string[];
}

/** How far the measurement has come, in words; called between rounds only. */
export type Progress = (words: string) => void;

export interface Bench {
  /** About how long it takes, for the progress bar. */
  readonly seconds: number;
  readonly run: (progress: Progress) => Promise<Report>;
}

export function atLeast(what: string, measured: number, wanted: number): Target {
  return {
    what,
    wanted: `at least ${wanted}`,
    measured: measured.toFixed(2),
    isMet: measured >= wanted,
  };
}

export interface Limit {
  readonly limit: number;
  readonly unit: string;
  readonly digits?: number;
}

export function under(what: string, measured: number, { limit, unit, digits = 0 }: Limit): Target {
  return {
    what,
    wanted: `under ${limit} ${unit}`,
    measured: `${measured.toFixed(digits)} ${unit}`,
    isMet: measured < limit,
  };
}

export function exactly(what: string, measured: number, wanted: number): Target {
  return { what, wanted: String(wanted), measured: String(measured), isMet: measured === wanted };
}
