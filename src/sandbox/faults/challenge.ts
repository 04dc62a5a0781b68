import { createHash } from 'node:crypto';
import { htmlReply, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import { hashText, hexOf, mix } from '../world/hash';

const COOKIE = '_wafchallengeid';
const LARGEST_ANSWER = 20_000;

interface Challenge {
  v?: { a?: unknown; b?: unknown; c?: unknown };
  s?: unknown;
  d?: unknown;
}

/**
 * The "Please wait..." page: a number has to be found whose digits, after a given prefix, have a
 * given SHA-256. Nothing is remembered; `s` seals what was asked.
 */
export function challengePage(worldKey: number, request: SandboxRequest): Reply {
  const key = mix(worldKey, request.number);
  const prefix = Buffer.from(hexOf(key, 64), 'hex');
  const answer = key % LARGEST_ANSWER;
  const digest = createHash('sha256').update(prefix).update(String(answer)).digest('base64');
  const v = { a: prefix.toString('base64'), b: request.number, c: digest };
  const asked = { v, s: sealOf(worldKey, v.a, v.c) };
  const encoded = Buffer.from(JSON.stringify(asked)).toString('base64').replace(/=+$/, '');
  return htmlReply(PAGE.replace('CHALLENGE', encoded).replace('ORIGINAL', hexOf(key, 16)));
}

/** True when the request brings the answer to a challenge of this sandbox. */
export function bringsAnswer(worldKey: number, request: SandboxRequest): boolean {
  const cookie = request.cookies.get(COOKIE);
  const { v, s, d } = readChallenge(cookie ?? '');
  if (typeof v?.a !== 'string' || typeof v.c !== 'string' || typeof d !== 'string') return false;
  const digits = Buffer.from(d, 'base64').toString('latin1');
  const prefix = Buffer.from(v.a, 'base64');
  const digest = createHash('sha256').update(prefix).update(digits).digest('base64');
  return /^\d{1,7}$/.test(digits) && s === sealOf(worldKey, v.a, v.c) && digest === v.c;
}

function readChallenge(cookie: string): Challenge {
  try {
    const text = Buffer.from(decodeURIComponent(cookie), 'base64').toString('utf8');
    return (JSON.parse(text) ?? {}) as Challenge;
  } catch {
    return {};
  }
}

function sealOf(worldKey: number, prefix: string, digest: string): string {
  const key = hashText(mix(worldKey, 12), `${prefix} ${digest}`);
  return Buffer.from(hexOf(key, 64), 'hex').toString('base64');
}

const PAGE = `<!DOCTYPE html>
<html lang="en">
  <head>
    <link rel="icon" href="data:;base64,=" />
    <script id="slardar-config" type="application/json">{"slardarClient":"SlardarWAF","bid":"sandbox"}</script>
  </head>
  <body>
    Please wait...
    <p id="wci" class="${COOKIE}"></p>
    <p id="cs" class="CHALLENGE"></p>
    <p id="rci" class="waforiginalreid"></p>
    <p id="rs" class="ORIGINAL"></p>
    <script type="text/javascript" src="/sandbox/static/waf.js"></script>
  </body>
</html>
`;
