import { Injectable } from '@nestjs/common';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { encodingFor, isRead, requestKeyOf, writeAnswer } from './answer-writer';
import { OperationCache } from './operation-cache';
import { wantsPacking } from './representation';
import { RepresentationCache } from './representation-cache';

/**
 * Sends again what was sent for the same request before, as long as all it was made of stands in the operation
 * cache as it was: the same bytes and headers that the whole way through Nest would give, without going it.
 */
@Injectable()
export class HotAnswers {
  constructor(
    private readonly representations: RepresentationCache,
    private readonly cache: OperationCache,
  ) {}

  /** Whether the request was answered. */
  answer(request: FastifyRequest, reply: FastifyReply): boolean {
    if (!isRead(request) || request.headers['cache-control'] !== undefined) return false;
    const last = this.representations.last(requestKeyOf(request));
    if (!last) return false;
    const encoding = encodingFor(request);
    if (encoding && wantsPacking(last.representation, encoding)) return false;
    if (!this.cache.isHit(last.meta.parts ?? [])) return false;
    const meta = { ...last.meta, cache: 'hit' as const };
    void reply.send(writeAnswer(request, reply, { ...last, meta }));
    return true;
  }
}

/** Under which hits cost their callers nothing, so that nobody has to be asked before one is sent. */
const prefix = '/api/';

/** Answers hits before Nest sees them. Whatever must look at every request is to be registered before. */
export function registerHotAnswers(fastify: FastifyInstance, answers: HotAnswers): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    if (!request.url.startsWith(prefix) || !answers.answer(request, reply)) done();
  });
}
