import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

/** Members of the documented objects in one line each: what they are, and whether they are always there. */
type Describe = (description: string, example?: string | number | boolean) => PropertyDecorator;

function described(type: 'string' | 'integer' | 'boolean'): Describe {
  return (description, example) => ApiPropertyOptional({ type, description, example });
}

/** A text that may be absent. */
export const Text = described('string');
/** A number of something, a length or a time, that may be absent. */
export const Whole = described('integer');
/** A yes or no that may be absent. */
export const Flag = described('boolean');

const exampleId = '7165262254722534698';

/** Decimal digits as text: the ids of TikTok are beyond JavaScript's numbers. */
export function Id(description: string, example = exampleId): PropertyDecorator {
  return ApiProperty({ type: 'string', description, example });
}

/** An id that may be absent. */
export function Digits(description: string, example = exampleId): PropertyDecorator {
  return ApiPropertyOptional({ type: 'string', description, example });
}

/** Another object, absent where TikTok gives nothing for it. */
export function Nested(type: () => new () => object, description: string): PropertyDecorator {
  return ApiPropertyOptional({ type, description });
}

/** A list of objects or texts; absent where TikTok gives nothing for it. */
export function Many(
  type: 'string' | (() => new () => object),
  description: string,
): PropertyDecorator {
  if (type === 'string') return ApiPropertyOptional({ type, isArray: true, description });
  return ApiPropertyOptional({ type, isArray: true, description });
}
