import { TikTokBlockedError, TikTokShapeChangedError } from '../tiktok.errors';
import { quoteBigIntegers } from './exact-json';
import { readRecord, type UnknownRecord } from './read';

/** Reads a JSON answer, which is an object on every surface of TikTok. */
export function parseJsonObject(body: Buffer | string, subject: string): UnknownRecord {
  return readObject(readBody(body, subject), subject);
}

/** The same for surfaces that write ids as numbers; those become strings with all their digits. */
export function parseExactJsonObject(body: Buffer | string, subject: string): UnknownRecord {
  return readObject(quoteBigIntegers(readBody(body, subject)), subject);
}

/** JSON that TikTok put into a string; undefined when it is none. */
export function readJsonText(value: unknown): unknown {
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    return JSON.parse(quoteBigIntegers(value));
  } catch {
    // What such a string says is never all there is: what stands beside it still counts.
    return undefined;
  }
}

function readBody(body: Buffer | string, subject: string): string {
  if (body.length === 0) {
    throw new TikTokBlockedError('empty_answer', `TikTok sent no bytes for ${subject}`);
  }
  const text = body.toString();
  if (text.startsWith('<')) {
    throw new TikTokBlockedError('shell_page', `TikTok sent a page instead of ${subject}`);
  }
  return text;
}

function readObject(text: string, subject: string): UnknownRecord {
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
