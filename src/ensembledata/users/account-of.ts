import type { UserRef } from '../../tiktok';
import { parseUserRef } from '../../tiktok';
import { EnsembleDataError } from '../ensembledata.errors';

/** The account that a validated handle or secUid names. */
export function accountOf(text: string): UserRef {
  const ref = parseUserRef(text);
  if (ref) return ref;
  throw new EnsembleDataError(463, 'The id or secUid names no account');
}
