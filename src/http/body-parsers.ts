import { UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { InvalidRequestError } from './request.errors';

/**
 * `curl -d '{...}'` sends JSON under a form's content type. The documented examples do that, so a body that
 * begins like JSON is read as JSON whatever its type says; a real form is read as one.
 */
export function registerBodyParsers(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser(readTypes, { parseAs: 'string' }, parseBody);
  // Fastify sends requests without a content type here too.
  fastify.addContentTypeParser('*', { parseAs: 'string' }, parseBody);
}

const readTypes = ['application/json', 'application/x-www-form-urlencoded', 'text/plain'];

async function parseBody({ headers }: FastifyRequest, body: string): Promise<object> {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'text/plain';
  if (!readTypes.includes(type))
    throw new UnsupportedMediaTypeException(`Nobody reads ${type} here; send application/json`);
  const text = body.trim();
  const isJson = type === 'application/json' || /^[[{"]/.test(text);
  return isJson ? parseJsonObject(text) : Object.fromEntries(new URLSearchParams(text));
}

function parseJsonObject(text: string): object {
  const value = parseJson(text);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw bodyError('body must be a JSON object');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, refusePrototypes) as unknown;
  } catch (error) {
    if (error instanceof InvalidRequestError) throw error;
    throw bodyError('body must be valid JSON');
  }
}

function bodyError(message: string): InvalidRequestError {
  return new InvalidRequestError([{ parameter: 'body', message }]);
}

function refusePrototypes(name: string, value: unknown): unknown {
  if (name === '__proto__')
    throw new InvalidRequestError([{ parameter: name, message: `${name} must not be set` }]);
  return value;
}
