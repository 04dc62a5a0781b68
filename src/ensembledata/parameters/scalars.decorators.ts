import { IsBoolean, IsIn, IsInt, isISO31661Alpha2, Max, Min } from 'class-validator';
import { country } from '../../http/parameter-patterns';
import type { ParameterText } from './parameter.decorator';
import { Check, Parameter, ReadText } from './parameter.decorator';

const badInteger = { message: 'value is not a valid integer' };

/** A whole number in digits. */
export function WholeParameter(
  text: ParameterText,
  { min, max, byDefault }: { min: number; max: number; byDefault?: number },
): PropertyDecorator {
  return Parameter(
    text,
    { type: 'integer', minimum: min, maximum: max, default: byDefault },
    ReadText((value) => (/^\d{1,16}$/.test(value.trim()) ? Number(value) : value)),
    IsInt(badInteger),
    Min(min, { message: `ensure this value is greater than or equal to ${min}` }),
    Max(max, { message: `ensure this value is less than or equal to ${max}` }),
  );
}

/** Where to go on: what the answer before gave as `nextCursor`; absent, blank or 0 for the beginning. */
export function Cursor(rename?: string): PropertyDecorator {
  const description = '`nextCursor` of the answer before; leave it out for the beginning.';
  const text: ParameterText = { description, example: 0, isOptional: true, rename };
  return WholeParameter(text, { min: 0, max: Number.MAX_SAFE_INTEGER, byDefault: 0 });
}

const flags = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** Yes or no: true, false, 1 or 0 in any case; `byDefault` when it is not given. */
export function YesNo(description: string, byDefault = false): PropertyDecorator {
  return Parameter(
    { description, example: byDefault, isOptional: true },
    { type: 'boolean', default: byDefault },
    ReadText((value) => flags.get(value.trim().toLowerCase()) ?? value),
    IsBoolean({ message: 'value could not be parsed to a boolean' }),
  );
}

/** One of a few values, written as text. */
export function Choice(text: ParameterText, values: readonly string[]): PropertyDecorator {
  const permitted = values.map((value) => `'${value}'`).join(', ');
  return Parameter(
    text,
    { type: 'string', enum: values, ...(text.isOptional && { default: values[0] }) },
    ReadText((value) => value.trim()),
    IsIn(values, {
      message: `value is not a valid enumeration member; permitted: ${permitted}`,
    }),
  );
}

/** A country by its two letters, in either case. */
export function Country(): PropertyDecorator {
  return Parameter(
    {
      description: 'Country to search in: ISO 3166-1 alpha-2, in either case.',
      example: 'us',
      isOptional: true,
    },
    { type: 'string', ...country, default: 'US' },
    ReadText((value) => value.trim().toUpperCase()),
    Check(isISO31661Alpha2, 'country must be an ISO 3166-1 alpha-2 code, such as us', {
      context: { status: 466 },
    }),
  );
}
