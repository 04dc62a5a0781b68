import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { concatMap } from 'rxjs';
import type { AnswerMeta } from './answer';
import { Answer } from './answer';
import { encodingFor, isRead, requestKeyOf, writeAnswer } from './answer-writer';
import type { Representation } from './representation';
import { pack, represent, wantsPacking } from './representation';
import { RepresentationCache } from './representation-cache';
import { mustRevalidate, revalidating } from './revalidation';

/**
 * The HTTP side of the cache: whatever handler gives an {@link Answer} is sent with its provenance and
 * freshness in headers, as bytes that were serialised once, or as 304 when the caller has them already.
 */
@Injectable()
export class CacheInterceptor implements NestInterceptor {
  constructor(private readonly representations: RepresentationCache) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const handled = mustRevalidate(request) ? revalidating(() => next.handle()) : next.handle();
    return handled.pipe(
      concatMap(async (result) => {
        if (!(result instanceof Answer)) return result;
        const vary = varyOf(reply);
        const representation = await this.packed(this.represented(result, request), request);
        const route = request.routeOptions.url ?? 'none';
        const sent = { route, representation, meta: result.meta, vary };
        if (isKept(request, result.meta)) this.representations.keep(requestKeyOf(request), sent);
        return writeAnswer(request, reply, sent);
      }),
    );
  }

  private represented(answer: Answer<unknown>, request: FastifyRequest): Representation {
    const last = isKept(request, answer.meta)
      ? this.representations.last(requestKeyOf(request))
      : undefined;
    const isSame = last?.meta.version === answer.meta.version;
    return isSame ? last.representation : represent(answer.value);
  }

  private async packed(
    representation: Representation,
    request: FastifyRequest,
  ): Promise<Representation> {
    const encoding = encodingFor(request);
    if (!encoding || !wantsPacking(representation, encoding)) return representation;
    return pack(representation, encoding);
  }
}

function isKept(request: FastifyRequest, { isOneOff = false }: AnswerMeta): boolean {
  return isRead(request) && !isOneOff;
}

/** What the answer depends on besides the address: what the handler said, and how the caller wants it packed. */
function varyOf(reply: FastifyReply): string {
  const own = reply.getHeader('vary');
  return typeof own === 'string' ? `${own}, Accept-Encoding` : 'Accept-Encoding';
}
