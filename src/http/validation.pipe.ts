import type { ValidationError } from '@nestjs/common';
import { ValidationPipe } from '@nestjs/common';
import type { RequestProblem } from './request.errors';
import { InvalidRequestError } from './request.errors';

/** Validates every DTO; refuses members that it does not know; names each wrong parameter. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
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
