import type { TikTokErrorCode } from '../tiktok';

/** The one place that knows which HTTP status an error of the client is answered with. */
export const statusByCode = {
  'tiktok.not_found': 404,
  'tiktok.private': 403,
  'tiktok.restricted': 403,
  'tiktok.blocked': 503,
  'tiktok.timeout': 504,
  'tiktok.unreachable': 502,
  'tiktok.shape_changed': 502,
  'tiktok.needs_signature': 501,
  'tiktok.signer_failed': 502,
  'tiktok.invalid_address': 400,
  'tiktok.busy': 503,
} as const satisfies Record<TikTokErrorCode, number>;
