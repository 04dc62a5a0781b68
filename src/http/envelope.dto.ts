import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { product } from '../config/product';
import type { Envelope, ErrorEnvelope } from './envelope';

const authorNote = { description: 'The name of this API.', example: product.title };
const docsNote = {
  description: 'The address of Swagger UI.',
  example: 'http://127.0.0.1:3000/docs',
};
const timeNote = {
  description: 'When this body was made, UTC; `Age` says how old its data are.',
  format: 'date-time',
  example: '2026-11-21T12:00:00.000Z',
};

/** The documented envelope around data of this type, as a class of its own for the OpenAPI document. */
export function envelopeOf<T extends object>(data: Type<T>): Type<Envelope<T>> {
  class EnvelopeDto implements Envelope<T> {
    @ApiProperty(authorNote)
    author: string;

    @ApiProperty({ description: 'The HTTP status.', type: 'integer', example: 200 })
    code: number;

    @ApiProperty({ description: 'The answer itself.', type: data })
    data: T;

    @ApiProperty(docsNote)
    docs: string;

    @ApiProperty(timeNote)
    server_time: string;

    @ApiProperty({ description: '`success`, or `error` without `data`.', enum: ['success'] })
    status: 'success';
  }
  Object.defineProperty(EnvelopeDto, 'name', {
    value: data.name.replace(/Dto$/, 'EnvelopeDto'),
  });
  return EnvelopeDto;
}

/** An error of the routes under `/api/tiktok`. */
export class ErrorEnvelopeDto implements ErrorEnvelope {
  @ApiProperty(authorNote)
  author: string;

  @ApiProperty({ description: 'The HTTP status.', type: 'integer', example: 404 })
  code: number;

  @ApiProperty(docsNote)
  docs: string;

  @ApiProperty(timeNote)
  server_time: string;

  @ApiProperty({ description: '`error`; an answer has `success`.', enum: ['error'] })
  status: 'error';

  @ApiProperty({
    description: 'What happened, for a person; a wrong parameter is named.',
    example: 'TikTok has no post 7571171661639170204',
  })
  message: string;

  @ApiProperty({
    description: 'Stable code to match on; docs/errors.md lists them all.',
    example: 'tiktok.not_found',
  })
  error: string;
}
