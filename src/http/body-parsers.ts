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
  return isJson ? parseJsonObject(text) : parseForm(text);
}

function parseForm(text: string): object {
  const form = new URLSearchParams(text);
  const twice = [...form.keys()].find((name) => form.getAll(name).length > 1);
  if (twice !== undefined)
    throw new InvalidRequestError([{ parameter: twice, message: `${twice} must be given once` }]);
  return Object.fromEntries(form);
}

function parseJsonObject(text: string): object {
  const value = parseJson(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw bodyError('body must be a JSON object');
  for (const [parameter, member] of Object.entries(value))
    if (isNestedDeeper(member, maxDepth))
      throw new InvalidRequestError([{ parameter, message: `${parameter} is nested too deep` }]);
  return value;
}

/** No member of ours has this; what validates members calls itself for each level, and 64 kB hold thousands. */
const maxDepth = 32;

function isNestedDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => isNestedDeeper(inner, depth - 1));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw bodyError('body must be valid JSON');
  }
}

function bodyError(message: string): InvalidRequestError {
  return new InvalidRequestError([{ parameter: 'body', message }]);
}
