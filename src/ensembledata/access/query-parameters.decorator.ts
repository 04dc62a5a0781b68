import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { ParametersOptions } from './parameters.pipe';
import { ParametersPipe } from './parameters.pipe';

/**
 * A custom parameter, because the pipe of the whole application, which refuses what it does not know, leaves
 * those alone. Swagger does not see them, so the DTO is told to it here.
 */
const RequestOf = createParamDecorator(
  (_: ParametersOptions, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>(),
  [describeQuery],
);

/** The parameters of a route that costs units: checked, then 495 when the day's units are used up. */
export const QueryParameters = (): ParameterDecorator =>
  RequestOf({ isFree: false }, ParametersPipe);

/** The parameters of a route that costs nothing and answers always. */
export const FreeQueryParameters = (): ParameterDecorator =>
  RequestOf({ isFree: true }, ParametersPipe);

function describeQuery(target: object, key: string | symbol | undefined, index: number): void {
  if (key === undefined) return;
  const types: unknown = Reflect.getMetadata('design:paramtypes', target, key);
  const dto: unknown = Array.isArray(types) ? types[index] : undefined;
  const method = Object.getOwnPropertyDescriptor(target, key);
  if (typeof dto === 'function' && method) ApiQuery({ type: dto })(target, key, method);
}
