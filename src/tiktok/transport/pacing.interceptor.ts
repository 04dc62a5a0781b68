import type { Interceptor } from './exchange';
import type { PacingLimits } from './pacing-lane';
import { PacingLane } from './pacing-lane';

export interface HostLoad {
  readonly host: string;
  readonly inFlightCount: number;
  readonly queuedCount: number;
}

export interface Pacing {
  readonly interceptor: Interceptor;
  /** Hosts that are being asked now. */
  readonly load: () => readonly HostLoad[];
}

/** Keeps what TikTok's hosts get from us within limits, however many callers there are. */
export function createPacing(limits: PacingLimits): Pacing {
  const lanes = new Map<string, PacingLane>();
  const interceptor: Interceptor = (next) => async (request) => {
    const lane = laneOf(new URL(request.url).host, lanes, limits);
    await lane.enter(request.signal);
    try {
      return await next(request);
    } finally {
      lane.leave();
    }
  };
  return { interceptor, load: () => loadOf(lanes) };
}

function laneOf(host: string, lanes: Map<string, PacingLane>, limits: PacingLimits): PacingLane {
  const known = lanes.get(host);
  if (known) return known;
  // Hosts come and go with short links and media: what is idle is made anew when it is needed.
  for (const [other, lane] of lanes) if (lane.isIdle()) lanes.delete(other);
  const lane = new PacingLane(host, limits);
  lanes.set(host, lane);
  return lane;
}

function loadOf(lanes: ReadonlyMap<string, PacingLane>): readonly HostLoad[] {
  return [...lanes]
    .filter(([, { inFlightCount, queuedCount }]) => inFlightCount + queuedCount > 0)
    .map(([host, { inFlightCount, queuedCount }]) => ({ host, inFlightCount, queuedCount }));
}
