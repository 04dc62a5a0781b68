import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { Answer } from './answer';
import { cacheHeaders } from './cache-headers';
import type { Representation } from './representation-cache';
import { represent, RepresentationCache } from './representation-cache';

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
    return next
      .handle()
      .pipe(
        map((result) => (result instanceof Answer ? this.send(result, request, reply) : result)),
      );
  }

  private send(answer: Answer<unknown>, request: FastifyRequest, reply: FastifyReply): unknown {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const representation = isRead ? this.kept(answer, request) : represent(answer.value);
    const { body, contentType, etag } = representation;
    void reply.headers(cacheHeaders(answer.meta, { isRead, nowMs: Date.now() }));
    void reply.headers({ etag, 'content-type': contentType });
    if (!isRead || !matches(request.headers['if-none-match'], etag)) return body;
    void reply.status(304);
    return undefined;
  }

  private kept(answer: Answer<unknown>, request: FastifyRequest): Representation {
    if (answer.meta.isOneOff) return represent(answer.value);
    // Absolute links inside a body begin with the origin.
    const { headers, publicOrigin, url } = request;
    const key = `${answer.meta.version} ${headers.accept ?? ''} ${publicOrigin} ${url}`;
    return this.representations.of(key, () => answer.value);
  }
}

function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
