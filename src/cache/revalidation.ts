import type { FastifyRequest } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';

const renewedKeys = new AsyncLocalStorage<Set<string>>();

/** Whatever is read within `run` is fetched anew, each key once. */
export function revalidating<T>(run: () => T): T {
  return renewedKeys.run(new Set(), run);
}

/** Whether the caller wants this key fetched anew and has not had that yet. */
export function takeRevalidation(key: string): boolean {
  const keys = renewedKeys.getStore();
  if (!keys || keys.has(key)) return false;
  keys.add(key);
  return true;
}

/** `Cache-Control: no-cache` costs a call to TikTok, so it is heard from callers with a token only. */
export function mustRevalidate({ headers, apiToken }: FastifyRequest): boolean {
  const directives = headers['cache-control']?.toLowerCase().split(',') ?? [];
  return Boolean(apiToken) && directives.some((directive) => directive.trim() === 'no-cache');
}
