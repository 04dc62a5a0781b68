import type { ArgumentMetadata, ValidationError } from '@nestjs/common';
import { ValidationPipe } from '@nestjs/common';
import type { RequestProblem } from './request.errors';
import { InvalidRequestError } from './request.errors';
import { refuseReservedNames } from './reserved-names';

class StrictValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    refuseReservedNames(value);
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

/** Validates every DTO; refuses members that it does not know; names each wrong parameter. */
export function createValidationPipe(): ValidationPipe {
  return new StrictValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new InvalidRequestError(errors.flatMap((error) => problems(error))),
  });
}

function problems(error: ValidationError, parent = ''): RequestProblem[] {
  const parameter = parent + error.property;
  return [
    ...Object.values(error.constraints ?? {}).map((message) => ({ parameter, message })),
    ...(error.children ?? []).flatMap((child) => problems(child, `${parameter}.`)),
  ];
}
