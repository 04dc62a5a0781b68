import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import type { Observable } from 'rxjs';
import { map } from 'rxjs';
import { addTrailer } from '../../http/trailers';
import { Charged } from './charged';
import type { StreamedParts } from './streamed';
import { Streamed } from './streamed';

const json = 'application/json; charset=utf-8';
/** More than a page of a list, so that one page is made while another one is sent. */
const bufferedBytes = 64 * 1024;

/** Books what an answer costs, and turns a streamed one into a body that waits for slow readers. */
@Injectable()
export class ChargeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    return next.handle().pipe(
      map((result) => {
        if (result instanceof Streamed) return streamOf(result.parts, request, reply);
        if (!(result instanceof Charged)) return result;
        request.charge(result.units);
        return result.answer;
      }),
    );
  }
}

function streamOf(
  parts: StreamedParts,
  request: FastifyRequest,
  reply: FastifyReply,
): StreamableFile {
  void reply.headers({ 'cache-control': 'no-store', 'x-tiktok-source': parts.meta.source });
  const isHead = request.method === 'HEAD';
  const chunks = metered(parts, request);
  // Whoever asks for the headers alone would else have the whole list read for nothing.
  const body = isHead ? Readable.from([]) : Readable.from(chunks, buffering);
  if (isHead) void chunks.return();
  else addTrailer(reply, body, { name: 'x-tiktok-completeness', value: parts.completeness });
  return new StreamableFile(body, { type: json });
}

const buffering = { objectMode: false, highWaterMark: bufferedBytes };

/** One unit before the headers leave, the rest when the list has ended or the caller has gone. */
function metered(parts: StreamedParts, request: FastifyRequest): AsyncGenerator<string, void> {
  const charged = parts.unitsSoFar();
  request.charge(charged);
  return chargingAtTheEnd(parts, (units) => request.charge(units - charged));
}

async function* chargingAtTheEnd(
  { chunks, unitsSoFar }: StreamedParts,
  charge: (units: number) => void,
): AsyncGenerator<string, void> {
  try {
    yield* chunks;
  } finally {
    charge(unitsSoFar());
  }
}
