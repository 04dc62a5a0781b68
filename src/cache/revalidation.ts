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
