import { ApiProperty } from '@nestjs/swagger';

const faultSchema = {
  type: 'object',
  properties: {
    loc: { type: 'array', items: { type: 'string' }, example: ['query', 'name'] },
    msg: { type: 'string', example: 'field required' },
    type: { type: 'string', example: 'value_error.missing' },
  },
};

/** Every error under `/apis`. */
export class ErrorDetailDto {
  @ApiProperty({
    description: 'What happened; for 422 a list with each wrong parameter.',
    oneOf: [{ type: 'string' }, { type: 'array', items: faultSchema }],
    example: 'Token not found',
  })
  detail: string | object[];
}
