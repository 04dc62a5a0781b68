import type { ApiPropertyOptions } from '@nestjs/swagger';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Members of the documented objects in one line each: what they are, and whether they are always there. */
type Describe = (description: string, example?: string | number | boolean) => PropertyDecorator;

function described(type: 'string' | 'integer' | 'boolean'): Describe {
  return (description, example) => ApiPropertyOptional({ type, description, example });
}

/** A text that may be absent. */
export const Text = described('string');
/** A text that is always there. */
export function TextAlways(description: string, example?: string): PropertyDecorator {
  return ApiProperty({ type: 'string', description, example });
}

/** A number of something, a length or a time, that may be absent. */
export const Whole = described('integer');
/** A yes or no that may be absent. */
export const Flag = described('boolean');

const exampleId = '7165262254722534698';

/** Decimal digits as text: the ids of TikTok are beyond JavaScript's numbers. */
export function Id(description: string, example = exampleId): PropertyDecorator {
  return ApiProperty({ type: 'string', description, example });
}

/** A yes or no that is always there. */
export function FlagAlways(description: string): PropertyDecorator {
  return ApiProperty({ type: 'boolean', description });
}

/** An id that may be absent. */
export function Digits(description: string, example = exampleId): PropertyDecorator {
  return ApiPropertyOptional({ type: 'string', description, example });
}

type Lazy = () => new () => object;

// Swagger knows a class that is yet to come by the name of the function alone: it must be `type`.
const lazily = (model: Lazy) => ({ type: () => model() });

/** Another object, absent where TikTok gives nothing for it. */
export function Nested(model: Lazy, description: string): PropertyDecorator {
  return ApiPropertyOptional({ ...lazily(model), description });
}

/** Another object that is always there. */
export function NestedAlways(model: Lazy, description: string): PropertyDecorator {
  return ApiProperty({ ...lazily(model), description });
}

/** A list of objects or texts; absent where TikTok gives nothing for it. */
export function Many(item: 'string' | Lazy, description: string): PropertyDecorator {
  return ApiPropertyOptional(listOf(item, description));
}

/** A list that is always there, and may be empty. */
export function ManyAlways(item: 'string' | Lazy, description: string): PropertyDecorator {
  return ApiProperty(listOf(item, description));
}

function listOf(item: 'string' | Lazy, description: string): ApiPropertyOptions {
  return item === 'string'
    ? { type: item, isArray: true, description }
    : { ...lazily(item), isArray: true, description };
}
