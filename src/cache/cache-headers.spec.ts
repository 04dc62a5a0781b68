import type { AnswerMeta } from './answer';
import { cacheHeaders } from './cache-headers';

const meta: AnswerMeta = {
  source: 'page',
  fetchedAtMs: 1_000_000,
  freshUntilMs: 1_300_000,
  cache: 'hit',
  version: 'v',
};

describe('cacheHeaders', () => {
  it('tells a hit with its age, its whole lifetime and what is left of it', () => {
    expect(cacheHeaders(meta, { isRead: true, nowMs: 1_060_500 })).toEqual({
      age: '60',
      'cache-control': 'public, max-age=300',
      'cache-status': 'tiktok-data-api; hit; ttl=239',
      'x-tiktok-source': 'page',
    });
  });

  it.each([
    ['miss', 'fwd=uri-miss; ttl=300; stored'],
    ['collapsed', 'fwd=uri-miss; collapsed; ttl=300; stored'],
    ['collapsed-expired', 'fwd=stale; collapsed; ttl=300; stored'],
    ['collapsed-refresh', 'fwd=request; collapsed; ttl=300; stored'],
    ['expired', 'fwd=stale; ttl=300; stored'],
    ['refreshed', 'fwd=request; ttl=300; stored'],
  ] as const)('tells a %s', (cache, expected) => {
    const headers = cacheHeaders({ ...meta, cache }, { isRead: true, nowMs: 1_000_000 });
    expect(headers['cache-status']).toBe(`tiktok-data-api; ${expected}`);
  });

  it.each([
    ['stale', 'hit; ttl=-12'],
    ['stale-if-error', 'fwd=stale; ttl=-12; detail=stale-if-error'],
  ] as const)('tells an answer that is %s, and for how long', (cache, expected) => {
    const headers = cacheHeaders({ ...meta, cache }, { isRead: true, nowMs: 1_312_000 });
    expect(headers['cache-status']).toBe(`tiktok-data-api; ${expected}`);
    expect(headers.age).toBe('312');
  });

  it('tells other caches how long it may be served stale', () => {
    const stale = { ...meta, staleWhileRevalidateMs: 60_999, staleIfErrorMs: 86_400_000 };
    expect(cacheHeaders(stale, { isRead: true, nowMs: 1_000_000 })['cache-control']).toBe(
      'public, max-age=300, stale-while-revalidate=60, stale-if-error=86400',
    );
  });

  it('lets nobody keep the answer to a POST, or one that is not fresh', () => {
    expect(cacheHeaders(meta, { isRead: false, nowMs: 1_000_000 })['cache-control']).toBe(
      'no-store',
    );
    expect(
      cacheHeaders({ ...meta, isOneOff: true }, { isRead: true, nowMs: 1_000_000 }),
    ).toMatchObject({ 'cache-control': 'no-store' });
    const partial = { ...meta, freshUntilMs: meta.fetchedAtMs };
    expect(cacheHeaders(partial, { isRead: true, nowMs: 1_000_000 })['cache-control']).toBe(
      'no-cache',
    );
  });

  it('says whether a list is whole, in printable ASCII', () => {
    const headers = cacheHeaders(
      { ...meta, completeness: 'capped', completenessReason: 'stopped by “TikTok”\r\nx: y' },
      { isRead: true, nowMs: 1_000_000 },
    );
    expect(headers['x-tiktok-completeness']).toBe('capped');
    expect(headers['x-tiktok-completeness-reason']).toBe('stopped by ?TikTok???x: y');
  });
});
