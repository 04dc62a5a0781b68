import { createHash } from 'node:crypto';

/** Members that say when an answer was made, not what it holds. */
const volatile = new Set(['server_time', 'fetched_at', 'requestId']);

const ownLink = /^http:\/\/[^/]+\/media\/v1\.(\d+)\.([\w~!-]+)\.[0-9a-z]+\.[\w-]{43}\//;
const signedPath = /^(https:\/\/[^/]+)\/[0-9a-f]{32}\/[0-9a-f]{8}\//;

/** A body without what differs between two honest answers: times, and the ends and seals of links. */
export function canonical(body: unknown): string {
  return JSON.stringify(body, (key: string, value: unknown) => {
    if (volatile.has(key)) return undefined;
    return typeof value === 'string' && value.startsWith('http') ? lasting(value) : value;
  });
}

export function digestOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Of a link of ours the file that it names, of TikTok's all but query and proof. */
function lasting(link: string): string {
  if (ownLink.test(link)) return link.replace(ownLink, 'own $1 $2 ');
  return link.replace(/\?.*$/, '').replace(signedPath, '$1/');
}
