import { TikTokBlockedError, TikTokShapeChangedError } from '../tiktok.errors';
import { readRecord, type UnknownRecord } from './read';

/** Reads a JSON answer, which is an object on every surface of TikTok. */
export function parseJsonObject(body: Buffer | string, subject: string): UnknownRecord {
  if (body.length === 0) {
    throw new TikTokBlockedError('empty_answer', `TikTok sent no bytes for ${subject}`);
  }
  const text = body.toString();
  if (text.startsWith('<')) {
    throw new TikTokBlockedError('shell_page', `TikTok sent a page instead of ${subject}`);
  }
  const root = readRecord(parseJson(text, subject));
  if (root === undefined) {
    throw new TikTokShapeChangedError('$', `TikTok's answer for ${subject} is no JSON object`);
  }
  return root;
}

/** `JSON.parse` whose failure is an error of ours: a page or body that broke off ends here. */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TikTokShapeChangedError(path, `TikTok's JSON of ${path} cannot be read`, { cause });
  }
}
