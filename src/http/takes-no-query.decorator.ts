import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InvalidRequestError } from './request.errors';

/** Refuses what stands behind the `?` of a route without a DTO for it, as the DTOs of other routes do. */
class NoQueryGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const names = typeof query === 'object' && query !== null ? Object.keys(query) : [];
    if (names.length === 0) return true;
    throw new InvalidRequestError(
      names.map((parameter) => ({
        parameter,
        message: `property ${parameter} should not exist`,
      })),
    );
  }
}

/** A route that has no parameters but those of its path and body. */
export const TakesNoQuery = (): MethodDecorator => UseGuards(NoQueryGuard);
