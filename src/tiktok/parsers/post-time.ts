import { readSeconds } from './read';

const EARLIEST_SECONDS = Date.UTC(2014, 0) / 1000;
const LATEST_SECONDS = Date.UTC(2100, 0) / 1000;

/**
 * When a post was published. TikTok's own time first: the one inside the id is when the id was made, and
 * scheduled posts were seen days after it. Guests behind a login wall get `createTime: "0"`.
 */
export function readPostTime(createTime: unknown, id: string): number | undefined {
  const stated = readSeconds(createTime);
  return isPlausible(stated) ? stated : readTimeOfId(id);
}

/** The upper 32 bits of a post id are Unix seconds. */
function readTimeOfId(id: string): number | undefined {
  const seconds = Number(BigInt(id) >> 32n);
  return isPlausible(seconds) ? seconds : undefined;
}

function isPlausible(seconds: number | undefined): boolean {
  return seconds !== undefined && seconds >= EARLIEST_SECONDS && seconds < LATEST_SECONDS;
}
