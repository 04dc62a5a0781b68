import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsFlag } from './parameters';
import { named } from './named-component';

const description = 'Whether to ask TikTok anew and keep what it says for the GET route too.';

const flag = named('schemas', 'Flag', {
  description: 'Yes or no, in any of these spellings.',
  oneOf: [
    { type: 'boolean' },
    { type: 'string', enum: ['true', 'false', 'True', 'False'] },
    { type: 'integer', enum: [0, 1] },
  ],
});

/** The member `update_cache` of the documented bodies. */
export function UpdateCache(example: string): PropertyDecorator {
  return applyDecorators(
    ApiPropertyOptional({ allOf: [flag], description, default: false, example }),
    IsFlag(),
  );
}
