import { mix } from './hash';
import { tailOf } from './snowflake';
import { stateOfPostId } from './data/reserved';

const DAY = 86_400;
/** How often the post in a slot makes room for a newer one, and the share of such slots. */
const PERIODS: readonly { seconds: number; until: number }[] = [
  { seconds: DAY, until: 0.05 },
  { seconds: 7 * DAY, until: 0.14 },
  { seconds: 30 * DAY, until: 0.32 },
  { seconds: 180 * DAY, until: 0.56 },
  { seconds: 365 * DAY, until: 0.78 },
  { seconds: 1_460 * DAY, until: 1 },
];
/** Second modulo 8 tells the period, so slots of two periods never share a second. */
const CLASSES = 8;
/** Prime to the factor below, so slots of one period never share a second either. */
const PLACES = 5_120;
const FACTOR = 2_741;
/** Publication follows the id by up to a minute; only what is surely out is listed. */
const MARGIN_SECONDS = 120;

/**
 * The second in which the id of a slot's present post was minted. A slot keeps its post for one
 * period: ids stay put for days to years, and some posts are always fresh.
 */
export function slotSeconds(listKey: number, slot: number, nowSeconds: number): number {
  const share = mix(listKey, slot) / 2 ** 32;
  const kind = PERIODS.findIndex(({ until }) => share < until);
  const period = (PERIODS[kind]?.seconds ?? DAY) / CLASSES;
  const place = (slot * FACTOR + (listKey % PLACES)) % PLACES;
  const phase = place * Math.floor(period / PLACES);
  const latest = Math.floor((nowSeconds - MARGIN_SECONDS) / CLASSES) - 1;
  return (latest - mod(latest - phase, period)) * CLASSES + kind;
}

/** A list never shows one of the reserved ids: its post is then a few seconds older. */
export function openSeconds(seconds: number, low: number): number {
  let open = seconds;
  while (stateOfPostId(tailOf({ seconds: open, low })) !== 'open') open -= CLASSES;
  return open;
}

function mod(value: number, size: number): number {
  return ((value % size) + size) % size;
}
