import type { ArgumentMetadata, PipeTransform, ValidationError } from '@nestjs/common';
import { Injectable, ValidationPipe } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ParameterFault } from '../ensembledata.errors';
import { EnsembleDataError } from '../ensembledata.errors';
import { missing, queryOf } from './query';
import { UnitMeter } from './unit-meter';

/** Context of a class-validator constraint that is answered with a number of its own instead of 422. */
export interface NumberedConstraint {
  readonly status: number;
}

/** What the decorator says about the route. */
export interface ParametersOptions {
  /** Whether the route answers also when the day's units are used up. */
  readonly isFree: boolean;
}

/**
 * The query of a request as its DTO: unknown parameters are left out, wrong ones named as FastAPI does. Good
 * parameters with no units left are 495; so nothing is asked of TikTok before all of that is checked.
 */
@Injectable()
export class ParametersPipe implements PipeTransform<FastifyRequest, Promise<unknown>> {
  private readonly validation = new ValidationPipe({
    transform: true,
    whitelist: true,
    validateCustomDecorators: true,
    validationError: { target: false, value: true },
    exceptionFactory: errorOf,
  });

  constructor(private readonly meter: UnitMeter) {}

  async transform(request: FastifyRequest, metadata: ArgumentMetadata): Promise<unknown> {
    const parameters: unknown = await this.validation.transform(queryOf(request), {
      ...metadata,
      data: undefined,
    });
    if (request.apiToken && !isFree(metadata.data))
      await this.meter.assertUnitsLeft(request.apiToken);
    return parameters;
  }
}

function isFree(options: unknown): boolean {
  return typeof options === 'object' && options !== null && 'isFree' in options && !!options.isFree;
}

function errorOf(errors: ValidationError[]): EnsembleDataError {
  const plain = errors.filter((error) => numberOf(error) === undefined);
  const [first] = errors;
  const status = first && numberOf(first);
  if (first === undefined || status === undefined || plain.length > 0)
    return new EnsembleDataError(422, plain.map(faultOf));
  return new EnsembleDataError(status, faultOf(first).msg);
}

/** The status number that a broken constraint asks for; a parameter that is not there asks for none. */
function numberOf({ value, contexts }: ValidationError): number | undefined {
  if (value === undefined) return undefined;
  const [context] = Object.values(contexts ?? {}) as unknown[];
  const hasStatus = typeof context === 'object' && context !== null && 'status' in context;
  return hasStatus && typeof context.status === 'number' ? context.status : undefined;
}

const typesByConstraint = {
  isInt: 'type_error.integer',
  isBoolean: 'type_error.bool',
  isIn: 'type_error.enum',
  min: 'value_error.number.not_ge',
  max: 'value_error.number.not_le',
} as const;

/** One fault a parameter, as FastAPI has it: what it is comes before how large it is. */
function faultOf({ property, value, constraints = {} }: ValidationError): ParameterFault {
  if (value === undefined) return missing(property);
  const [name, type] = Object.entries(typesByConstraint).find(
    ([constraint]) => constraint in constraints,
  ) ?? [Object.keys(constraints)[0] ?? '', 'value_error'];
  return { loc: ['query', property], msg: constraints[name] ?? 'value is not valid', type };
}
