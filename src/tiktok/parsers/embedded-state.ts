import { TikTokBlockedError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseJson } from './json-body';
import { readRecord, type UnknownRecord } from './read';
import { readSlices } from './scope-slice';

/** The places where a page keeps its data, by generation. */
export type Carrier = 'universal' | 'api-data' | 'sigi' | 'next' | 'frontity';

/**
 * What a carrier says about the thing asked for; undefined where it holds nothing about it. Of the scopes named, all
 * that the reader looks at, the rest of the state need not be parsed.
 */
export type CarrierReader<T> = readonly [
  carrier: Carrier,
  read: (state: UnknownRecord) => T | undefined,
  scopes?: readonly string[],
];

const SCRIPT_IDS: Readonly<Record<Carrier, readonly string[]>> = {
  universal: ['__UNIVERSAL_DATA_FOR_REHYDRATION__'],
  'api-data': ['api-data'],
  sigi: ['SIGI_STATE', 'sigi-persisted-data'],
  next: ['__NEXT_DATA__'],
  frontity: ['__FRONTITY_CONNECT_STATE__'],
};
/** `api-data` is left out: it is an ordinary word. */
const CARRIER_MARKS = Object.values(SCRIPT_IDS)
  .flat()
  .filter((id) => id !== 'api-data');
/** How far before its id a script tag may begin; the longest one seen is 120 bytes. */
const TAG_WINDOW_BYTES = 1000;

/** Tries the carriers in order: in 2023 two stood side by side with the data in only one of them. */
export function readFromCarriers<T>(
  page: Buffer | string,
  subject: string,
  readers: readonly CarrierReader<T>[],
): T {
  const bytes = typeof page === 'string' ? Buffer.from(page) : page;
  for (const [carrier, read, scopes] of readers) {
    const slice = scopes && readFromSlices(bytes, read, scopes);
    if (slice !== undefined) {
      return slice;
    }
    const state = readEmbeddedState(bytes, carrier);
    const found = state === undefined ? undefined : read(state);
    if (found !== undefined) {
      return found;
    }
  }
  // About one page in 25 arrives without its script or without the scope; the next try usually has it.
  throw new TikTokBlockedError('shell_page', `TikTok sent a page without data for ${subject}`);
}

/** What the scopes alone give; undefined where the whole state has to be looked at. */
function readFromSlices<T>(
  page: Buffer,
  read: (state: UnknownRecord) => T | undefined,
  scopes: readonly string[],
): T | undefined {
  const [script] = scriptsOf(page, SCRIPT_IDS.universal[0] ?? '');
  const slices = script && readSlices(script, scopes);
  if (slices === undefined) {
    return undefined;
  }
  try {
    return read({ __DEFAULT_SCOPE__: slices });
  } catch (error) {
    if (error instanceof TikTokShapeChangedError) {
      return undefined;
    }
    throw error;
  }
}

/** The state of one carrier; undefined when the page does not have it. */
export function readEmbeddedState(
  page: Buffer | string,
  carrier: Carrier,
): UnknownRecord | undefined {
  const bytes = typeof page === 'string' ? Buffer.from(page) : page;
  for (const id of SCRIPT_IDS[carrier]) {
    const body = findScript(bytes, id);
    if (body !== undefined) {
      return readRecord(parseJson(body, id));
    }
  }
  return undefined;
}

/** Whether the name of any carrier stands in these bytes: a page of refusal has none. */
export function mentionsCarrier(bytes: Buffer): boolean {
  return CARRIER_MARKS.some((mark) => bytes.includes(mark));
}

// Decoding UTF-8 and an HTML parser cost more than everything else here, so only the script is decoded.
function findScript(bytes: Buffer, id: string): string | undefined {
  for (const script of scriptsOf(bytes, id)) {
    const body = readBody(script.toString('utf8'), id);
    if (body !== undefined) {
      return body;
    }
  }
  return undefined;
}

/** What stands in the script elements with this id. */
function* scriptsOf(bytes: Buffer, id: string): Generator<Buffer> {
  for (let found = bytes.indexOf(id); found >= 0; found = bytes.indexOf(id, found + id.length)) {
    const start = findBodyStart(bytes, found, id);
    if (start === undefined) {
      continue;
    }
    const end = bytes.indexOf('</script', start);
    if (end < 0) {
      throw new TikTokShapeChangedError(id, `TikTok's page breaks off inside ${id}`);
    }
    yield bytes.subarray(start, end);
  }
}

/** Where the script begins whose tag has this id; the name alone also stands in TikTok's own code. */
function findBodyStart(bytes: Buffer, nameAt: number, id: string): number | undefined {
  const windowAt = Math.max(0, nameAt - TAG_WINDOW_BYTES);
  const before = bytes.toString('latin1', windowAt, nameAt);
  const tagAt = before.lastIndexOf('<script');
  const isIdAttribute = /\sid\s*=\s*["']?$/.test(before);
  const isWholeName = /^["'\s>]/.test(
    bytes.toString('latin1', nameAt + id.length, nameAt + id.length + 1),
  );
  if (tagAt < 0 || !isIdAttribute || !isWholeName || before.includes('>', tagAt)) {
    return undefined;
  }
  const tagEnd = bytes.indexOf('>', nameAt);
  return tagEnd < 0 ? undefined : tagEnd + 1;
}

function readBody(text: string, id: string): string | undefined {
  const body = id === 'sigi-persisted-data' ? cutAssignedObject(text) : text.trim();
  return body?.startsWith('{') ? body : undefined;
}

// window['SIGI_STATE']={...};window['SIGI_RETRY']={...}: captions hold braces too, so strings are skipped.
function cutAssignedObject(text: string): string | undefined {
  const start = text.indexOf('{', text.indexOf('SIGI_STATE'));
  let depth = 0;
  for (let index = Math.max(start, 0); index < text.length; index += 1) {
    const character = text[index];
    if (character === '"') {
      index = endOfString(text, index);
    } else if (character === '{') {
      depth += 1;
    } else if (character === '}') {
      depth -= 1;
      if (depth === 0) {
        return text.slice(start, index + 1);
      }
    }
  }
  return start < 0 ? undefined : text.slice(start);
}

/** Index of the quote that closes the JSON string opened at `start`. */
function endOfString(text: string, start: number): number {
  let index = start + 1;
  while (index < text.length && text[index] !== '"') {
    index += text[index] === '\\' ? 2 : 1;
  }
  return index;
}
