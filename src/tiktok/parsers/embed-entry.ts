import { TikTokBlockedError } from '../tiktok.errors';
import { at, readInteger, readRecord, type UnknownRecord } from './read';

/** The page's own entry. Its key is the request path with its query, so only the beginning is known. */
export function readEmbedEntry(state: UnknownRecord): UnknownRecord | undefined {
  const data = readRecord(at(state, 'source', 'data')) ?? {};
  for (const [route, entry] of Object.entries(data)) {
    const record = route.startsWith('/embed/') ? readRecord(entry) : undefined;
    if (record !== undefined) {
      return record;
    }
  }
  return undefined;
}

/** Missing, private and banned get the same error entry, so it answers none of the three. */
export function inconclusive(subject: string, entry: unknown): TikTokBlockedError {
  const code = readInteger(at(entry, 'errorCode'));
  const statusCode = code === 0 ? undefined : code;
  const message = `TikTok's embed page does not say why it does not show this ${subject}`;
  return new TikTokBlockedError('inconclusive', message, { statusCode });
}
