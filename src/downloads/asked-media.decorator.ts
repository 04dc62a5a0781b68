import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { MediaRequest } from './media.service';

type LinkRequest = FastifyRequest<{
  Params: { token: string; name: string };
  Querystring: { download?: string };
}>;

/** What a request for a link of ours asks. What others hang on its query (trackers of chats) is nobody's business. */
export const AskedMedia = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<LinkRequest>();
  const { params, query, headers, method } = request;
  return {
    token: params.token,
    name: params.name,
    isHead: method === 'HEAD',
    isAttachment: query.download === '1',
    conditions: {
      range: headers.range,
      ifRange: [headers['if-range']].flat()[0],
      ifNoneMatch: headers['if-none-match'],
    },
  } satisfies MediaRequest;
});
