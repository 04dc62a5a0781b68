import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiOperation, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ApiNotModified } from '../../http/api-problems.decorator';
import type { DocumentedHeaders } from '../../http/documented-headers';
import { countedHeaders, keptHeaders, listHeaders, source } from '../../http/documented-headers';
import { named } from '../../http/named-component';
import { unitsCharged } from '../access/units-charged.header';

type Model = new () => object;
type Schema = Record<string, unknown>;

interface Method {
  /** The name of the method in the Python SDK. */
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  /** What stands below `data`. */
  readonly data: Schema;
  /** What stands beside it; any of it may be absent. */
  readonly beside?: Schema;
  readonly models: readonly Model[];
  /** What the answer is called in the document, where more than one method gives it. */
  readonly answer?: string;
  /** `one` thing, a `list`, or a list that is `streamed`: sent while it is read. */
  readonly kind?: 'one' | 'list' | 'streamed';
}

const headersOf: Readonly<Record<'one' | 'list' | 'streamed', DocumentedHeaders>> = {
  one: { ...keptHeaders, ...unitsCharged },
  list: { ...listHeaders, ...unitsCharged },
  streamed: { ...countedHeaders, ...source, ...unitsCharged },
};

/** One method of the documented SDKs for the OpenAPI document. */
export function ApiMethod({ name, kind = 'list', ...method }: Method): MethodDecorator {
  const { summary, description, data, beside = {}, models, answer } = method;
  const body = objectOf({ data, ...beside }, Object.keys(beside));
  const schema = named('schemas', answer ?? `${pascalCase(name)}Answer`, body);
  return applyDecorators(
    ApiExtraModels(...models),
    ApiOperation({ operationId: `tiktok_${name}`, summary, description }),
    ApiResponse({
      status: 200,
      description: summary,
      headers: headersOf[kind],
      content: { 'application/json': { schema } },
    }),
    ...(kind === 'streamed' ? [] : [ApiNotModified()]),
  );
}

/** `post_info` -> `PostInfo`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
}

export const nextCursor: Schema = {
  type: 'integer',
  description: 'Where to go on: what `cursor` of the next call takes; absent at the end.',
};

export const total: Schema = {
  type: 'integer',
  description: 'How many there are; absent where TikTok does not say.',
};

export const nextPageToken: Schema = {
  type: 'string',
  description: 'Goes with nextCursor, as `page_token` of the next call; absent at the end.',
};

/** One object. */
export function one(model: Model, description: string): Schema {
  return { $ref: getSchemaPath(model), description };
}

/** A list of objects, of one kind or of any of several. */
export function listOf(models: Model | readonly Model[], description: string): Schema {
  const references = [models].flat().map((model) => ({ $ref: getSchemaPath(model) }));
  const items = references.length === 1 ? references[0] : { anyOf: references };
  return { type: 'array', description, items };
}

/** An object whose members are always there, but for those named. */
export function objectOf(properties: Schema, optional: readonly string[] = []): Schema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return {
    type: 'object',
    description: 'What was asked for.',
    ...(required.length > 0 && { required }),
    properties,
  };
}

/** A list, with what may stand beside it: where to go on, at least. */
export function pageOf(list: Schema, more: Schema = {}): Schema {
  const beside = { ...more, nextCursor };
  return objectOf({ ...list, ...beside }, Object.keys(beside));
}
