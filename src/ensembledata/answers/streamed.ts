import type { AnswerMeta } from '../../cache/answer';

/** An answer that is sent while it is read: pieces of one JSON text. */
export interface StreamedParts {
  readonly chunks: AsyncGenerator<string, void>;
  /** What has been used up so far; read again when the chunks have ended, or were ended. */
  readonly unitsSoFar: () => number;
  /** How the list ended, once it has. */
  readonly completeness: () => string;
  /** Of the first page. */
  readonly meta: AnswerMeta;
}

export class Streamed {
  constructor(readonly parts: StreamedParts) {}
}
