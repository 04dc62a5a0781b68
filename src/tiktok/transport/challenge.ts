import { hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { mentionsCarrier } from '../parsers/embedded-state';
import { at, readRecord, readText, type UnknownRecord } from '../parsers/read';
import { TikTokBlockedError } from '../tiktok.errors';

/** The data of TikTok's "Please wait..." page, as its elements carry it. */
export interface Challenge {
  /** Base64 of the JSON that is answered by adding a member to it. */
  readonly cs: string;
  /** Name of the cookie that takes the answer. */
  readonly wci: string;
  /** Name and value of a second cookie, on some pages. */
  readonly rci?: string;
  readonly rs?: string;
}

export interface ChallengeAnswer {
  readonly cookies: { name: string; value: string }[];
  /** The number that was looked for. */
  readonly answer: number;
}

interface Puzzle {
  readonly payload: UnknownRecord;
  readonly prefix: Buffer;
  readonly digest: Buffer;
}

const LARGEST_ANSWER = 1_000_000;
const DIGEST_BYTES = 32;
/** Some 5 ms of hashing, then other requests get their turn. */
const TRIES_PER_SLICE = 4_000;
/** The page has 1.4 kB. */
const MAX_PAGE_BYTES = 64 * 1024;
const COOKIE_NAME = /^[\w!#$%&'*.^`|~+-]+$/;
const COOKIE_VALUE = /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/;

/** Reads the proof-of-work page; undefined when this is another page. */
export function readChallenge(html: Buffer): Challenge | undefined {
  if (!isCandidate(html)) {
    return undefined;
  }
  const classes = readClassesById(html.toString('latin1'));
  const cs = readText(classes.get('cs'));
  const wci = classes.get('wci');
  if (cs === undefined || wci === undefined || !COOKIE_NAME.test(wci)) {
    return undefined;
  }
  const rci = classes.get('rci') ?? '';
  const rs = classes.get('rs') ?? '';
  // On pages seen in 2026 the second cookie has a name and no value: then it is not sent.
  return COOKIE_NAME.test(rci) && COOKIE_VALUE.test(rs) ? { cs, wci, rci, rs } : { cs, wci };
}

/** Finds the number that the page asks for: up to about a second of hashing, in slices. */
export async function solveChallenge(challenge: Challenge): Promise<ChallengeAnswer> {
  const puzzle = readPuzzle(challenge.cs);
  for (let first = 0; first <= LARGEST_ANSWER; first += TRIES_PER_SLICE) {
    const answer = searchSlice(puzzle, first);
    if (answer !== undefined) {
      return { cookies: buildCookies(challenge, puzzle.payload, answer), answer };
    }
    await nextTurn();
  }
  throw new TikTokBlockedError('challenge', "No number solves TikTok's challenge page");
}

function searchSlice({ prefix, digest }: Puzzle, first: number): number | undefined {
  const input = Buffer.alloc(prefix.length + String(LARGEST_ANSWER).length);
  prefix.copy(input);
  const end = Math.min(first + TRIES_PER_SLICE - 1, LARGEST_ANSWER);
  for (let candidate = first; candidate <= end; candidate += 1) {
    const length = prefix.length + input.write(String(candidate), prefix.length, 'latin1');
    if (hash('sha256', input.subarray(0, length), 'buffer').equals(digest)) {
      return candidate;
    }
  }
  return undefined;
}

function readPuzzle(cs: string): Puzzle {
  const payload = decodePayload(cs);
  const prefix = Buffer.from(readText(at(payload, 'v', 'a')) ?? '', 'base64');
  const digest = Buffer.from(readText(at(payload, 'v', 'c')) ?? '', 'base64');
  if (payload === undefined || prefix.length === 0 || digest.length !== DIGEST_BYTES) {
    throw new TikTokBlockedError('challenge', "TikTok's challenge page asks something unknown");
  }
  return { payload, prefix, digest };
}

function decodePayload(cs: string): UnknownRecord | undefined {
  try {
    return readRecord(JSON.parse(Buffer.from(cs, 'base64').toString()));
  } catch {
    // Reported by the caller together with a payload that lacks its members.
    return undefined;
  }
}

/** Every page and API answer comes by, and a comment can quote such HTML: neither costs nor fools us. */
function isCandidate(body: Buffer): boolean {
  const isHtml = /^\s*</.test(body.toString('latin1', 0, 64));
  return body.length <= MAX_PAGE_BYTES && isHtml && body.includes('wci') && !mentionsCarrier(body);
}

/** The page's own JSON with the answer as its last member `d`, padded base64. */
function buildCookies(
  challenge: Challenge,
  payload: UnknownRecord,
  answer: number,
): ChallengeAnswer['cookies'] {
  const reply = JSON.stringify({ ...payload, d: toBase64(String(answer)) });
  const cookies = [{ name: challenge.wci, value: toBase64(reply) }];
  if (challenge.rci !== undefined && challenge.rs !== undefined) {
    cookies.push({ name: challenge.rci, value: challenge.rs });
  }
  return cookies;
}

function toBase64(text: string): string {
  return Buffer.from(text).toString('base64');
}

/** The class attribute of every element with an id; the attributes come in any order. */
function readClassesById(html: string): ReadonlyMap<string, string> {
  const classes = new Map<string, string>();
  for (const [tag] of html.matchAll(/<[a-z][^<>]*>/gi)) {
    const id = readAttribute(tag, 'id');
    if (id !== undefined && !classes.has(id)) {
      classes.set(id, readAttribute(tag, 'class') ?? '');
    }
  }
  return classes;
}

function readAttribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, 'i').exec(tag);
  return match?.[1] ?? match?.[2] ?? match?.[3];
}
