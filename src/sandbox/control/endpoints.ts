import { readDemands } from '../demand-table';
import { FAULT_KINDS } from '../faults/fault-kinds';
import { readFaultRule } from '../faults/fault-text';
import type { JsonObject } from '../render/rendering';
import { DEMANDS_IN_ORDER, ROUTE_NAMES } from '../routes';
import { readSwitches, SWITCHES } from '../switches';
import { readClockChange } from './clock-change';
import type { Controls } from './controls';
import { readTrafficRule } from './traffic-rule';

type Act = (controls: Controls, body: object) => JsonObject;

/** What one address of the control API does, by method. */
export interface Endpoint {
  GET?: Act;
  POST?: Act;
  DELETE?: Act;
}

export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  '/faults': {
    GET: shownFaults,
    POST: (controls, body) => {
      // All are read before the first is added: a list goes in as a whole or not at all.
      const rules = listOf(body).map(readFaultRule);
      for (const rule of rules) controls.faults.add(rule);
      return shownFaults(controls);
    },
    DELETE: (controls) => {
      controls.faults.clear();
      return shownFaults(controls);
    },
  },
  '/traffic': {
    GET: shownTraffic,
    POST: (controls, body) => {
      const rules = listOf(body).map(readTrafficRule);
      for (const rule of rules) controls.traffic.set(rule);
      return shownTraffic(controls);
    },
    DELETE: (controls) => {
      controls.traffic.clear();
      return shownTraffic(controls);
    },
  },
  '/counters': {
    GET: shownCounters,
    DELETE: (controls) => {
      controls.counters.reset();
      return shownCounters(controls);
    },
  },
  '/clock': {
    GET: shownClock,
    POST: (controls, body) => {
      const change = readClockChange(body);
      if ('setMs' in change) controls.clock.set(change.setMs);
      else controls.clock.advance(change.advanceMs);
      return shownClock(controls);
    },
  },
  '/switches': {
    GET: ({ switches }) => switches.snapshot(),
    POST: ({ switches }, body) => {
      switches.set(readSwitches({ ...body }));
      return switches.snapshot();
    },
    DELETE: ({ switches }) => {
      switches.reset();
      return switches.snapshot();
    },
  },
  '/demands': {
    GET: ({ demands }) => demands.snapshot(),
    POST: ({ demands }, body) => {
      demands.set(readDemands({ ...body }));
      return demands.snapshot();
    },
    DELETE: ({ demands }) => {
      demands.reset();
      return demands.snapshot();
    },
  },
  '/reset': { POST: resetAll },
};

function listOf(body: object): object[] {
  return Array.isArray(body) ? (body as object[]) : [body];
}

function shownFaults({ faults }: Controls): JsonObject {
  // JSON has no Infinity: a rule without an end shows no `left`.
  const shown = faults.active().map(({ left, ...rule }) => ({
    ...rule,
    ...(left === Infinity ? {} : { left }),
  }));
  return { faults: shown };
}

function shownTraffic({ traffic }: Controls): JsonObject {
  return { traffic: traffic.rules().map((rule) => ({ ...rule })) };
}

function shownCounters({ counters }: Controls): JsonObject {
  return { total: counters.count(), routes: { ...counters.snapshot() } };
}

function shownClock({ clock }: Controls): JsonObject {
  const nowMs = clock.nowMs();
  return { nowMs, now: new Date(nowMs).toISOString() };
}

/** All as it was at the start; numbers of requests go on, so that no token is given out twice. */
function resetAll(controls: Controls): JsonObject {
  const { faults, traffic, counters, clock, switches, demands, quota, signer } = controls;
  const parts = [faults, traffic, counters, clock, switches, demands, quota, signer];
  for (const part of parts) part.reset();
  return { reset: true, ...shownClock(controls) };
}

export const DESCRIPTION: JsonObject = {
  about: 'The control API of a TikTok sandbox. All of its data are invented.',
  endpoints: {
    'GET, POST, DELETE /__sandbox/faults':
      'POST {route, fault, times?, probability?, stallMs?, budget?} or a list of them',
    'GET, POST, DELETE /__sandbox/traffic': 'POST {route, latencyMs?, bytesPerSecond?}',
    'GET, DELETE /__sandbox/counters': 'requests answered, in all and by route',
    'GET, POST /__sandbox/clock': 'POST {now: ISO time or milliseconds} or {advanceMs}',
    'GET, POST, DELETE /__sandbox/switches': 'POST {NAME: VALUE, ...}',
    'GET, POST, DELETE /__sandbox/demands': 'POST {ROUTE: DEMAND, ...}',
    'POST /__sandbox/reset': 'all of the above as it was at the start',
    'POST /__sandbox/signer/signature, POST .../fetch, GET .../health, GET .../restart':
      'a signer whose seals this sandbox accepts',
  },
  routes: ['*', ...ROUTE_NAMES],
  faults: FAULT_KINDS,
  demands: DEMANDS_IN_ORDER,
  switches: SWITCHES,
};
