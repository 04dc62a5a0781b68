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
  stale: 'hit',
  collapsed: 'fwd=uri-miss; collapsed',
  'collapsed-expired': 'fwd=stale; collapsed',
  'collapsed-refresh': 'fwd=request; collapsed',
  miss: 'fwd=uri-miss',
  expired: 'fwd=stale',
  refreshed: 'fwd=request',
  'stale-if-error': 'fwd=stale',
};

/** Provenance and freshness of an answer as response headers. */
export function cacheHeaders(
  meta: AnswerMeta,
  { isRead, nowMs }: HeaderContext,
): Record<string, string> {
  return {
    age: String(Math.max(0, Math.floor((nowMs - meta.fetchedAtMs) / 1000))),
    'cache-control': cacheControl(meta, isRead),
    'cache-status': cacheStatus(meta, nowMs),
    'x-tiktok-source': meta.source,
    ...(meta.completeness && { 'x-tiktok-completeness': meta.completeness }),
    ...(meta.completenessReason && {
      'x-tiktok-completeness-reason': headerText(meta.completenessReason),
    }),
  };
}

/** Below 0 the time to live says for how long the answer has been stale. */
function cacheStatus({ cache, freshUntilMs }: AnswerMeta, nowMs: number): string {
  const ttlSeconds = Math.floor((freshUntilMs - nowMs) / 1000);
  const isStale = cache === 'stale' || cache === 'stale-if-error';
  const parts = [product.name, outcomeParameters[cache]];
  parts.push(`ttl=${isStale ? ttlSeconds : Math.max(0, ttlSeconds)}`);
  if (cache === 'stale-if-error') parts.push('detail=stale-if-error');
  else if (!isStale && cache !== 'hit' && ttlSeconds > 0) parts.push('stored');
  return parts.join('; ');
}

// Caches subtract `Age` from `max-age` themselves, so this is the whole lifetime and not what is left of it.
function cacheControl(meta: AnswerMeta, isRead: boolean): string {
  if (!isRead || meta.isOneOff) return 'no-store';
  const lifetimeSeconds = Math.floor((meta.freshUntilMs - meta.fetchedAtMs) / 1000);
  if (lifetimeSeconds <= 0) return 'no-cache';
  return [
    `public, max-age=${lifetimeSeconds}`,
    ...staleDirective('stale-while-revalidate', meta.staleWhileRevalidateMs),
    ...staleDirective('stale-if-error', meta.staleIfErrorMs),
  ].join(', ');
}

function staleDirective(name: string, ms = 0): string[] {
  return ms >= 1000 ? [`${name}=${Math.floor(ms / 1000)}`] : [];
}

/** Header values are printable ASCII. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}
