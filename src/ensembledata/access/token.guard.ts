import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ApiTokens } from '../../http/api-tokens';
import { EnsembleDataError } from '../ensembledata.errors';
import { missing, queryOf } from './query';

/** Lets nobody in without a token in the query: 422 when there is none, 491 when nobody knows it. */
@Injectable()
export class TokenGuard implements CanActivate {
  constructor(private readonly tokens: ApiTokens) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { token } = queryOf(request);
    if (token === undefined) throw new EnsembleDataError(422, [missing('token')]);
    const known = this.tokens.find(token);
    if (!known) throw new EnsembleDataError(491, 'Token not found');
    request.apiToken = known;
    return true;
  }
}
