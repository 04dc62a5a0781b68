import type { FastifyRequest } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Observable } from 'rxjs';
import { defer, finalize } from 'rxjs';

const renewedKeys = new AsyncLocalStorage<Set<string>>();

let underWay = 0;

/** Whatever is read within `run` is fetched anew, each key once. */
export function revalidating<T>(run: () => Observable<T>): Observable<T> {
  return defer(() => {
    underWay += 1;
    return renewedKeys.run(new Set(), run).pipe(finalize(leave));
  });
}

/** As long as the storage is in use, Node 20 follows every promise and timer: a hit costs a tenth more. */
function leave(): void {
  underWay -= 1;
  if (underWay === 0) renewedKeys.disable();
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
