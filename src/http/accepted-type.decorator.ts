import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** The first of `types` unless the caller's `Accept` header prefers another of them. */
export const AcceptedType = createParamDecorator((types: string[], context: ExecutionContext) => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  return new Negotiator(request).mediaType(types) ?? types[0];
});
