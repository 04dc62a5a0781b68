import type { LinkAccess } from '../../cache/answer';
import type { OperationName, ParamsOf, ResultOf } from '../operations';
import type { SourceName } from '../source-table';

export interface CallContext {
  readonly signal?: AbortSignal;
  /** When the answer is of no more use, in Unix milliseconds. */
  readonly deadlineAtMs?: number;
  /** How many rows TikTok counts in the list that is asked for, where another answer of its said so. */
  readonly expectedCount?: number;
  /** Told how the links of each answer are opened; the last one told is that of the value. */
  readonly onLinkAccess?: (access: LinkAccess | undefined) => void;
}

export type Handler<Name extends OperationName> = (
  params: ParamsOf<Name>,
  context: CallContext,
) => Promise<ResultOf<Name> | CannotServe>;

export type Handlers = { readonly [Name in OperationName]?: Handler<Name> };

/** One surface of TikTok: builds its requests and hands the answers to the parsers. */
export interface Source {
  readonly name: SourceName;
  readonly handlers: Handlers;
}

/** What a handler gives when this surface has no way to serve these parameters; nothing was asked. */
export class CannotServe {
  constructor(readonly reason: string) {}
}
