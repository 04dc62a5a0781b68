import type { LiveRoom } from '../models';
import { TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseExactJsonObject, readJsonText } from './json-body';
import { parseStreams } from './live-stream.parser';
import { readListedLink, readMediaLink } from './media-link';
import { parseMobileUser } from './mobile-user.parser';
import {
  at,
  either,
  readCount,
  readId,
  readInteger,
  readRecord,
  readSeconds,
  readText,
  type UnknownRecord,
} from './read';
import { throwForStatus } from './status';
import { parseUser } from './user.parser';

const SUBJECT = 'live room';

/** Reads `/api-live/user/room/` and `webcast.tiktok.com/webcast/room/info/`, which spell everything differently. */
export function parseLiveRoom(json: Buffer): LiveRoom {
  const answer = parseExactJsonObject(json, SUBJECT);
  throwForStatus(answer, SUBJECT);
  const data = readRecord(at(answer, 'data'));
  if (data === undefined) {
    throw new TikTokShapeChangedError('data');
  }
  const room = readRecord(at(data, 'user')) ? parseUserRoom(data) : parseWebcastRoom(data);
  if (room === undefined) {
    throw new TikTokShapeChangedError('data.id_str');
  }
  return room;
}

/** Reads `live_info` of a search: the room is JSON in a string, or `room_info` beside it. */
export function parseSearchedRoom(info: unknown): LiveRoom | undefined {
  const raw = readRecord(readJsonText(at(info, 'raw_data')));
  return parseWebcastRoom(raw) ?? parseWebcastRoom(at(info, 'room_info'));
}

/** The account is the head here, and the room belongs to it: without one there is no id. */
function parseUserRoom(data: UnknownRecord): LiveRoom {
  const user = at(data, 'user');
  const room = at(data, 'liveRoom');
  const id = readId(at(user, 'roomId'));
  if (id === undefined) {
    throw new TikTokNotFoundError('The account has no live room');
  }
  return {
    id,
    title: readText(at(room, 'title')),
    status: readInteger(at(room, 'status')) ?? readInteger(at(user, 'status')),
    startedAtSeconds: readSeconds(at(room, 'startTime')),
    viewerCount: readCount(at(room, 'liveRoomStats', 'userCount')),
    enterCount: readCount(at(room, 'liveRoomStats', 'enterCount')),
    coverLink: readMediaLink(at(room, 'coverUrl')) ?? readMediaLink(at(room, 'squareCoverImg')),
    owner: parseUser(user, at(data, 'stats')),
    streams: parseStreams(at(room, 'streamData', 'pull_data'), undefined),
  };
}

function parseWebcastRoom(room: unknown): LiveRoom | undefined {
  const id = readId(either(room, 'id_str', 'room_id_str', 'id', 'room_id'));
  if (id === undefined) {
    return undefined;
  }
  const streams = at(room, 'stream_url');
  return {
    id,
    title: readText(at(room, 'title')),
    status: readInteger(at(room, 'status')),
    startedAtSeconds: readSeconds(either(room, 'create_time', 'start_time')),
    viewerCount: readCount(at(room, 'user_count')),
    enterCount: readCount(at(room, 'stats', 'total_user')),
    likeCount: readCount(at(room, 'like_count')),
    coverLink: readListedLink(at(room, 'cover')) ?? readMediaLink(at(room, 'cover')),
    hashtagName: readText(at(room, 'hashtag', 'title')),
    owner: parseMobileUser(at(room, 'owner')),
    streams: parseStreams(at(streams, 'live_core_sdk_data', 'pull_data'), streams),
  };
}
