/** One thing that is wrong with a request, in the words of FastAPI, which the documented API is made with. */
export interface ParameterFault {
  readonly loc: readonly ['query', string];
  readonly msg: string;
  readonly type: string;
}

/** An answer with one of EnsembleData's own status numbers and its `detail`. */
export class EnsembleDataError extends Error {
  constructor(
    /** The HTTP status. */
    readonly statusCode: number,
    readonly detail: string | readonly ParameterFault[],
    options?: ErrorOptions,
  ) {
    super(typeof detail === 'string' ? detail : faultsInWords(detail), options);
    this.name = 'EnsembleDataError';
  }
}

function faultsInWords(faults: readonly ParameterFault[]): string {
  return faults.map(({ loc, msg }) => `${loc[1]}: ${msg}`).join('; ');
}
