import { rounded } from '../../src/sandbox/render/rendering';

/** Surfaces that show some counters only as people read them: 43,500 for 43,487. */
const roundingSources = ['embed', 'player', 'phone-page', 'oembed'];

/** Whether a counter is what the world knows, as exactly as the surface that answered tells it. */
export function isCount(said: unknown, known: number, mayRound: boolean): boolean {
  return said === known || (mayRound && said === rounded(known));
}

/** By what `X-TikTok-Source` says. */
export function mayRound(source: unknown): boolean {
  return roundingSources.some((name) => String(source).endsWith(name));
}
