import { Injectable } from '@nestjs/common';
import type { AnswerRequest, WrittenAnswer } from './answer-writer';
import { encodingFor, isRead, requestKeyOf, writtenAnswer } from './answer-writer';
import { OperationCache } from './operation-cache';
import type { ContentEncoding } from './representation';
import { wantsPacking } from './representation';
import type { SentAnswer } from './representation-cache';
import { RepresentationCache } from './representation-cache';

/** What would be sent, written in this second of the clock. */
interface Draft {
  readonly second: number;
  readonly answer: WrittenAnswer;
}

/**
 * Knows what was sent for the same request before, as long as all it was made of stands in the operation cache as
 * it was: the same bytes and headers that the whole way through Nest would give, without going it.
 */
@Injectable()
export class HotAnswers {
  /** By what was sent and how it was packed. The next second changes a header or two. */
  private readonly drafts = new WeakMap<SentAnswer, Map<ContentEncoding | undefined, Draft>>();

  constructor(
    private readonly representations: RepresentationCache,
    private readonly cache: OperationCache,
  ) {}

  /** What may be a hit: everything but {@link isHit} says so. */
  find(request: AnswerRequest): SentAnswer | undefined {
    if (!isRead(request) || request.headers['cache-control'] !== undefined) return undefined;
    const last = this.representations.last(requestKeyOf(request));
    if (!last) return undefined;
    const encoding = encodingFor(request);
    return encoding && wantsPacking(last.representation, encoding) ? undefined : last;
  }

  /** Whether the answer stands; it is counted as a hit then. */
  isHit({ meta }: SentAnswer): boolean {
    return this.cache.isHit(meta.parts ?? []);
  }

  /** The hit as it goes to this caller. */
  write(request: AnswerRequest, sent: SentAnswer): WrittenAnswer {
    const encoding = encodingFor(request);
    const second = Math.floor(Date.now() / 1000);
    const drafts = this.drafts.get(sent) ?? new Map<ContentEncoding | undefined, Draft>();
    const draft = drafts.get(encoding);
    if (draft?.second === second) return draft.answer;
    const hit = { ...sent, meta: { ...sent.meta, cache: 'hit' as const } };
    const answer = writtenAnswer(hit, { encoding, isRead: true });
    this.drafts.set(sent, drafts.set(encoding, { second, answer }));
    return answer;
  }
}
