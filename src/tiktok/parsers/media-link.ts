import type { MediaLink } from '../models';
import { readList, readRecord } from './read';

const ADDRESS = /^(?:https?:)?\/\/[^\s/?#]+\S*$/i;
const QUERY_EXPIRY = /[?&](?:x-expires|expire)=(\d{10})(?!\d)/;
// https://v16-host/<32 hex of signature>/<8 hex of Unix seconds>/video/tos/...
const PATH_EXPIRY = /^https?:\/\/[^/]+\/[0-9a-f]{32}\/([0-9a-f]{8})\//i;

const HEIC = /\.heic(?:$|\?)/i;

/** Reads an http(s) address; TikTok writes `""` for media that it does not give. */
export function readMediaLink(value: unknown): MediaLink | undefined {
  if (typeof value !== 'string' || !ADDRESS.test(value)) {
    return undefined;
  }
  const url = value.startsWith('//') ? `https:${value}` : value;
  return { url, expiresAtSeconds: readExpiry(url) };
}

/** All addresses of a list, in TikTok's order. */
export function readMediaLinks(value: unknown): readonly MediaLink[] {
  const links: MediaLink[] = [];
  for (const element of readList(value)) {
    const link = readMediaLink(element);
    if (link !== undefined) {
      links.push(link);
    }
  }
  return links;
}

/** One address, also where it sits in a list or (2019) in a list of `{src}`. */
export function readFirstMediaLink(value: unknown): MediaLink | undefined {
  for (const element of Array.isArray(value) ? readList(value) : [value]) {
    const link = readMediaLink(readRecord(element)?.src ?? element);
    if (link !== undefined) {
      return link;
    }
  }
  return undefined;
}

/** Few browsers show HEIC, which some lists put first. */
export function isHeic(link: MediaLink): boolean {
  return HEIC.test(link.url);
}

/** The best address of a mobile `{uri, url_list}`. */
export function readListedLink(address: unknown): MediaLink | undefined {
  const links = readMediaLinks(readRecord(address)?.url_list);
  return links.find((link) => !isHeic(link)) ?? links[0];
}

function readExpiry(url: string): number | undefined {
  const query = QUERY_EXPIRY.exec(url)?.[1];
  if (query !== undefined) {
    return Number(query);
  }
  const path = PATH_EXPIRY.exec(url)?.[1];
  return path === undefined ? undefined : Number.parseInt(path, 16);
}
