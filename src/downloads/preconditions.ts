/** The headers by which a caller says what it has already (RFC 9110 section 13). */
export interface Conditions {
  readonly range?: string;
  readonly ifRange?: string;
  readonly ifNoneMatch?: string;
}

/** Whether the caller has these bytes already. */
export function isKnown({ ifNoneMatch }: Conditions, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const known = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}

/** The `Range` header, unless the caller has a part of another file than the one that is here now. */
export function applicableRange({ range, ifRange }: Conditions, etag: string): string | undefined {
  return ifRange === undefined || ifRange.trim() === etag ? range : undefined;
}
