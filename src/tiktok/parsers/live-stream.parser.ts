import type { LiveStream } from '../models';
import { readJsonText } from './json-body';
import { readMediaLink } from './media-link';
import { at, readRecord } from './read';

/**
 * Reads the qualities of a live room: `pullData.stream_data`, JSON in a string, has them all with both kinds of
 * address; the maps of `stream_url` stand in where it is missing, under other names.
 */
export function parseStreams(pullData: unknown, streamUrl: unknown): readonly LiveStream[] {
  const qualities = readRecord(at(readJsonText(at(pullData, 'stream_data')), 'data')) ?? {};
  const streams = Object.entries(qualities).flatMap(([quality, entry]) =>
    createStream(quality, at(entry, 'main', 'flv'), at(entry, 'main', 'hls')),
  );
  return streams.length > 0 ? streams : parseMaps(streamUrl);
}

function parseMaps(streamUrl: unknown): readonly LiveStream[] {
  const flv = readRecord(at(streamUrl, 'flv_pull_url')) ?? {};
  const hls = readRecord(at(streamUrl, 'hls_pull_url_map')) ?? {};
  const qualities = new Set([...Object.keys(flv), ...Object.keys(hls)]);
  return [...qualities].flatMap((quality) =>
    createStream(quality, at(flv, quality), at(hls, quality)),
  );
}

/** One stream, or none where neither address is one. */
function createStream(quality: string, flv: unknown, hls: unknown): readonly LiveStream[] {
  const stream = { quality, flv: readMediaLink(flv), hls: readMediaLink(hls) };
  return stream.flv === undefined && stream.hls === undefined ? [] : [stream];
}
