import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';

type Model = new () => object;
type Schema = Record<string, unknown>;

interface Method {
  /** The name of the method in the Python SDK. */
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  /** What stands below `data`. */
  readonly data: Schema;
  /** What stands beside it. */
  readonly beside?: Schema;
  readonly models: readonly Model[];
}

/** One method of the documented SDKs for the OpenAPI document. */
export function ApiMethod({ name, summary, description, ...body }: Method): MethodDecorator {
  const properties = { data: body.data, ...body.beside };
  return applyDecorators(
    ApiExtraModels(...body.models),
    ApiOperation({ operationId: `tiktok_${name}`, summary, description }),
    ApiResponse({
      status: 200,
      description: summary,
      headers: { units_charged: { description: 'What it cost.', schema: { type: 'integer' } } },
      content: { 'application/json': { schema: { type: 'object', properties } } },
    }),
  );
}

export const nextCursor: Schema = {
  type: 'integer',
  description: 'Where to go on; absent at the end.',
};

export const total: Schema = { type: 'integer', description: 'How many there are.' };

export const nextPageToken: Schema = {
  type: 'string',
  description: 'Goes with nextCursor; absent at the end.',
};

export function one(model: Model): Schema {
  return { $ref: getSchemaPath(model) };
}

export function listOf(model: Model): Schema {
  return { type: 'array', items: one(model) };
}

export function objectOf(properties: Schema): Schema {
  return { type: 'object', properties };
}

/** A list below `data`, with where to go on beside it. */
export function pageOf(key: string, model: Model, more: Schema = {}): Schema {
  return objectOf({ [key]: listOf(model), ...more, nextCursor });
}
