import type { Account } from './account';
import { ASPECT, Draw } from './draw';
import type { Lookup } from './lookup';
import { mix } from './hash';
import { composeId, parseId } from './snowflake';

export interface LiveRoom {
  id: string;
  key: number;
  owner: Account;
  isLive: boolean;
  title: string;
  startedAt: number;
  viewers: number;
  entered: number;
  likes: number;
}

const SHIFT_SECONDS = 6 * 3_600;
const ROOM_DIGIT = 11;

/** The room of an account that goes live: on the air half of the time, always for `live.NAME`. */
export function liveRoomOf(lookup: Lookup, owner: Account): LiveRoom | undefined {
  if (!owner.goesLive || owner.state !== 'open') return undefined;
  const now = lookup.nowSeconds();
  const started = now - ((now - (owner.key % SHIFT_SECONDS)) % SHIFT_SECONDS);
  return roomAt(owner, started, now);
}

/** A room id holds the second in which it opened and its owner's tag. */
export function liveRoomById(lookup: Lookup, id: string): LiveRoom | undefined {
  const flake = parseId(id);
  if (!flake || (flake.low & 15) !== ROOM_DIGIT || flake.seconds > lookup.nowSeconds()) {
    return undefined;
  }
  const owner = lookup.userByTag(flake.low >>> 4);
  const isOurs =
    owner.goesLive && (flake.seconds - (owner.key % SHIFT_SECONDS)) % SHIFT_SECONDS === 0;
  return isOurs ? roomAt(owner, flake.seconds, lookup.nowSeconds()) : undefined;
}

function roomAt(owner: Account, startedAt: number, now: number): LiveRoom {
  const key = mix(mix(owner.key, ASPECT.live), startedAt);
  const draw = new Draw(key);
  const minutes = Math.min(now - startedAt, SHIFT_SECONDS) / 60;
  const perMinute = (owner.reach / 40) * (0.2 + draw.unit());
  const isOn = draw.chance(0.5) || owner.handle.startsWith('live.');
  return {
    id: composeId({ seconds: startedAt, low: (owner.tag << 4) | ROOM_DIGIT }),
    key,
    owner,
    isLive: isOn && now - startedAt < SHIFT_SECONDS,
    title: `${owner.topic.name} (sandbox live)`,
    startedAt,
    viewers: Math.floor(perMinute),
    entered: Math.floor(perMinute * (1 + minutes / 4)),
    likes: Math.floor(perMinute * minutes * 3),
  };
}
