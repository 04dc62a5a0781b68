import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { ParameterFault } from '../ensembledata.errors';

/** One parameter that is wrong. */
export class ParameterFaultDto implements ParameterFault {
  @ApiProperty({
    description: 'Where: `query`, and the name of the parameter.',
    type: [String],
    minItems: 2,
    maxItems: 2,
    example: ['query', 'name'],
  })
  loc: readonly ['query', string];

  @ApiProperty({ description: 'What is wrong, for a person.', example: 'field required' })
  msg: string;

  @ApiProperty({ description: 'The kind of fault.', example: 'value_error.missing' })
  type: string;
}

/** Every error under `/apis`. */
export class ErrorDetailDto {
  @ApiProperty({
    description: 'What happened; for 422 a list with each wrong parameter.',
    oneOf: [
      { type: 'string' },
      { type: 'array', items: { $ref: getSchemaPath(ParameterFaultDto) } },
    ],
    example: 'Token not found',
  })
  detail: string | ParameterFaultDto[];
}
