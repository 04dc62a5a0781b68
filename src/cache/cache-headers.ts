import { product } from '../config/product';
import type { AnswerMeta, CacheOutcome } from './answer';

export interface HeaderContext {
  /** GET or HEAD: only their answers may be kept by others. */
  readonly isRead: boolean;
  readonly nowMs: number;
}

// RFC 9211: a hit, or why the answer was fetched.
const outcomeParameters: Record<CacheOutcome, string> = {
  hit: 'hit',
  miss: 'fwd=uri-miss',
  collapsed: 'fwd=uri-miss; collapsed',
  refreshed: 'fwd=request',
};

/** Provenance and freshness of an answer as response headers. */
export function cacheHeaders(
  meta: AnswerMeta,
  { isRead, nowMs }: HeaderContext,
): Record<string, string> {
  const ttlSeconds = Math.max(0, Math.floor((meta.freshUntilMs - nowMs) / 1000));
  const stored = meta.cache !== 'hit' && ttlSeconds > 0 ? '; stored' : '';
  return {
    age: String(Math.max(0, Math.floor((nowMs - meta.fetchedAtMs) / 1000))),
    'cache-control': cacheControl(meta, isRead),
    'cache-status': `${product.name}; ${outcomeParameters[meta.cache]}; ttl=${ttlSeconds}${stored}`,
    'x-tiktok-source': meta.source,
    ...(meta.completeness && { 'x-tiktok-completeness': meta.completeness }),
    ...(meta.completenessReason && {
      'x-tiktok-completeness-reason': headerText(meta.completenessReason),
    }),
  };
}

// Caches subtract `Age` from `max-age` themselves, so this is the whole lifetime and not what is left of it.
function cacheControl(meta: AnswerMeta, isRead: boolean): string {
  if (!isRead || meta.isOneOff) return 'no-store';
  const lifetimeSeconds = Math.floor((meta.freshUntilMs - meta.fetchedAtMs) / 1000);
  return lifetimeSeconds > 0 ? `public, max-age=${lifetimeSeconds}` : 'no-cache';
}

/** Header values are printable ASCII. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}
