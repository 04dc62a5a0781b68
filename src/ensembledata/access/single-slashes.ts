import type { IncomingMessage } from 'node:http';

/**
 * The npm SDK puts `/tt/...` behind `.../apis/`. The address is put right before the router sees it, because
 * a redirect would be an error to the Python SDK. Addresses that do not begin with `/apis/` stay as they are.
 */
export function withSingleSlashes({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  if (!url.startsWith('/apis/')) return url;
  const queryAt = url.indexOf('?');
  const path = queryAt === -1 ? url : url.slice(0, queryAt);
  return path.replace(/\/{2,}/g, '/') + url.slice(path.length);
}
