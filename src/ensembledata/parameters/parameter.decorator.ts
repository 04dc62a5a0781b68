import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import type { ValidationOptions } from 'class-validator';
import { SdkArgument } from '../access/sdk-argument.decorator';

/** One parameter for the OpenAPI document. */
export interface ParameterText {
  readonly description: string;
  /** Works against the sandbox. */
  readonly example?: string | number | boolean;
  readonly isOptional?: true;
  /** What the documented SDKs call it, where that is not the name on the wire; their generator reads it. */
  readonly rename?: string;
  /** A parameter that the SDKs take as a list. */
  readonly retype?: 'semicolon-separated-string-to-list';
}

interface ParameterSchema {
  readonly type: 'string' | 'integer' | 'boolean';
  readonly enum?: readonly string[];
  readonly default?: string | number | boolean;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** What clients without a value write in its place: all of it means that the parameter was not given. */
const blanks = new Set(['', 'null', 'none', 'undefined']);

/** A query parameter: how it is described, read and checked. One that is optional may be written as blank too. */
export function Parameter(
  { rename, retype, isOptional, ...text }: ParameterText,
  schema: ParameterSchema,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  // Both: the type alone loses an enum, the schema alone is given the type of the TypeScript property.
  const document = { ...text, type: schema.type, required: !isOptional, schema };
  const leniency = [IsOptional(), ReadText((value) => (isBlank(value) ? schema.default : value))];
  return applyDecorators(
    ApiProperty(document),
    ...((rename ?? retype) ? [SdkArgument({ rename, retype })] : []),
    ...(isOptional ? leniency : []),
    ...checks,
  );
}

function isBlank(text: string): boolean {
  return blanks.has(text.trim().toLowerCase());
}

/** Reads the text of a parameter; what it gives is checked. */
export function ReadText(read: (text: string) => unknown): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' ? read(value) : value,
  );
}

/** A check of our own; `message` says what the value must be. */
export function Check(
  isGood: (value: string) => boolean,
  message: string,
  options: ValidationOptions = {},
): PropertyDecorator {
  const validate = (value: unknown): boolean => typeof value === 'string' && isGood(value);
  return ValidateBy(
    { name: 'check', validator: { validate, defaultMessage: () => message } },
    options,
  );
}
