import { fileNameOf } from '../../src/http/media-file-name';
import type { TestApi } from './api';

const ownLink = /^(http:\/\/[^/]+)\/media\/v1\.(\d+)\.([\w~!-]+)\.[0-9a-z]+\.[\w-]{43}\/([^/?]+)$/;

/** A link of ours in words: `own FILE NAME`, or the text as it is. Ends and seals differ from run to run. */
export function inWords(text: string, origin: string): string {
  const [, linkOrigin, , file, name] = ownLink.exec(text) ?? [];
  return linkOrigin === origin && name !== undefined
    ? `own ${file} ${decodeURIComponent(name)}`
    : text;
}

/** A body with every link of ours in words. */
export function linksInWords<T>(body: T, origin: string): T {
  return JSON.parse(JSON.stringify(body), (_, value: unknown) =>
    typeof value === 'string' ? inWords(value, origin) : value,
  ) as T;
}

/** What file names of a post begin with. */
export function stemOf({ sandbox }: TestApi, id: string): string {
  const caption = sandbox.world.post(id)?.caption.text ?? '';
  return fileNameOf({ caption, id, extension: '' }).slice(0, -1);
}
