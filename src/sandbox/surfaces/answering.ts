import type { SandboxClock } from '../clock';
import type { DemandTable } from '../demand-table';
import type { Reply } from '../http/reply';
import type { SandboxRequest } from '../http/sandbox-request';
import type { Tokens } from '../http/tokens';
import type { MediaLibrary } from '../media/library';
import { MediaLinks } from '../media/media-links';
import type { Rendering, Surface } from '../render/rendering';
import type { SealLedger } from '../signer/seal-ledger';
import type { Sealer } from '../signer/seal';
import type { ResearchQuota } from '../research-quota';
import type { Switches } from '../switches';
import { hexOf, mix } from '../world/hash';
import type { World } from '../world/world';

/** What answers are made from; one for the whole sandbox. */
export interface Emulator {
  world: World;
  media: MediaLibrary;
  tokens: Tokens;
  clock: SandboxClock;
  demands: DemandTable;
  switches: Switches;
  sealer: Sealer;
  seals: SealLedger;
  quota: ResearchQuota;
}

export type Handler = (emulator: Emulator, request: SandboxRequest) => Reply;

/** The cookie that the video links of this answer are bound to: the caller's own if it is ours. */
export function chainTokenFor({ tokens }: Emulator, request: SandboxRequest): string {
  const sent = request.cookies.get('tt_chain_token') ?? '';
  return tokens.isChainToken(sent) ? sent : tokens.chainToken(request.number);
}

/** TikTok's log id: the time in UTC and twenty hex digits. */
export function logIdOf({ world, clock }: Emulator, request: SandboxRequest): string {
  const time = new Date(clock.nowMs()).toISOString().replace(/\D/g, '').slice(0, 14);
  return time + hexOf(mix(world.key, request.number), 20).toUpperCase();
}

export function renderingFor(
  emulator: Emulator,
  request: SandboxRequest,
  surface: Surface,
): Rendering {
  const { world, media } = emulator;
  const context = {
    nowSeconds: world.nowSeconds(),
    chainToken: chainTokenFor(emulator, request),
    logId: logIdOf(emulator, request),
    watermarksEmbeds: emulator.switches.get('embed-video') === 'watermarked',
  };
  return { world, media, links: new MediaLinks(world.key, context), surface };
}

const COOKIES = {
  ttwid: 'HttpOnly; Max-Age=31536000; SameSite=None',
  tt_csrf_token: 'HttpOnly; SameSite=Lax',
  tt_chain_token: 'HttpOnly; Max-Age=15552000; SameSite=None',
  msToken: 'Max-Age=864000; SameSite=None',
} as const;

export function cookieLine(name: keyof typeof COOKIES, value: string): string {
  return `${name}=${value}; Path=/; Domain=.tiktok.com; Secure; ${COOKIES[name]}`;
}

/** The guest identity of a session: its own if it is ours. */
export function ttwidFor({ tokens, world }: Emulator, request: SandboxRequest): string {
  const sent = request.cookies.get('ttwid') ?? '';
  return tokens.isTtwid(sent) ? sent : tokens.ttwid(request.number, world.nowSeconds());
}

/** The cookies that a page hands out. A session keeps what it has. */
export function pageCookies(emulator: Emulator, request: SandboxRequest): string[] {
  const csrf = request.cookies.get('tt_csrf_token') ?? emulator.tokens.csrfToken(request.number);
  return [
    cookieLine('ttwid', ttwidFor(emulator, request)),
    cookieLine('tt_csrf_token', csrf),
    cookieLine('tt_chain_token', chainTokenFor(emulator, request)),
  ];
}

/** API answers mint an msToken; without a session they also name the cookie of their video links. */
export function apiCookies(emulator: Emulator, request: SandboxRequest): string[] {
  const chainToken = chainTokenFor(emulator, request);
  const msToken = cookieLine('msToken', emulator.tokens.msToken(request.number));
  const isKnown = request.cookies.get('tt_chain_token') === chainToken;
  return isKnown ? [msToken] : [msToken, cookieLine('tt_chain_token', chainToken)];
}
