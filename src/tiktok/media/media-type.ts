import type { MediaKind } from './media-file';

const usualTypes: Readonly<Record<MediaKind, string>> = {
  video: 'video/mp4',
  music: 'audio/mpeg',
  cover: 'image/jpeg',
  avatar: 'image/jpeg',
  image: 'image/jpeg',
  subtitle: 'text/vtt',
};

const extensions: Readonly<Record<string, string>> = {
  'video/mp4': 'mp4',
  'video/webm': 'webm',
  'audio/mp4': 'm4a',
  'audio/mpeg': 'mp3',
  'image/jpeg': 'jpeg',
  'image/webp': 'webp',
  'image/heic': 'heic',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'text/vtt': 'vtt',
};

/** What of the first bytes says what follows; `at` counts from the start of the file. */
const signatures: readonly {
  readonly at: number;
  readonly bytes: string;
  readonly type: string;
}[] = [
  { at: 0, bytes: '\xff\xd8\xff', type: 'image/jpeg' },
  { at: 0, bytes: '\x89PNG', type: 'image/png' },
  { at: 0, bytes: 'GIF8', type: 'image/gif' },
  { at: 8, bytes: 'WEBP', type: 'image/webp' },
  { at: 4, bytes: 'ftypheic', type: 'image/heic' },
  { at: 4, bytes: 'ftypmif1', type: 'image/heic' },
  { at: 4, bytes: 'ftypavif', type: 'image/avif' },
  { at: 4, bytes: 'ftypM4A', type: 'audio/mp4' },
  { at: 0, bytes: 'ID3', type: 'audio/mpeg' },
  { at: 0, bytes: '\xff\xfb', type: 'audio/mpeg' },
  { at: 0, bytes: '\xff\xf3', type: 'audio/mpeg' },
  { at: 0, bytes: 'WEBVTT', type: 'text/vtt' },
  { at: 0, bytes: '\x1aE\xdf\xa3', type: 'video/webm' },
];

/** Whether a content type is one of media, so that it is passed on as it is. */
function isMediaType(contentType: string): boolean {
  return /^(?:video|audio|image)\/[\w.+-]+|^text\/vtt/i.test(contentType);
}

/** Whether an answer of this content type can be a file: pages and JSON are refusals, whatever the status. */
export function mayBeMedia(contentType: string): boolean {
  const isUnsaid = contentType === '' || /^(?:application|binary)\/octet-stream/i.test(contentType);
  return isUnsaid || isMediaType(contentType) || /^text\/plain/i.test(contentType);
}

export interface TypeClues {
  readonly kind: MediaKind;
  readonly url: string;
  /** As TikTok's host says; empty where it says nothing. */
  readonly contentType: string;
  /** The beginning of the file, where that was asked for. */
  readonly head?: Buffer;
}

/** What a file is: as its host says, else as its link, else as its first bytes, else as files of its kind are. */
export function contentTypeOf({ kind, url, contentType, head }: TypeClues): string {
  if (isMediaType(contentType)) return contentType;
  return typeInLink(kind, url) ?? typeInHead(head) ?? usualTypes[kind];
}

/** What a file of this kind behind this link is likely to be called. */
export function extensionOf(kind: MediaKind, url: string): string {
  const { pathname } = new URL(url);
  const written = /\.(jpe?g|webp|heic|png|gif|avif|mp3|m4a|mp4|vtt)$/i.exec(pathname)?.[1];
  if (written !== undefined) return written.toLowerCase().replace('jpg', 'jpeg');
  return extensions[typeInLink(kind, url) ?? usualTypes[kind]] ?? 'bin';
}

/** `mime_type=video_mp4` in the query of video and sound links; links to subtitles say the same, and are none. */
function typeInLink(kind: MediaKind, url: string): string | undefined {
  const [, main, sub] = /[?&]mime_type=(video|audio|image)_([a-z0-9]+)/.exec(url) ?? [];
  return main !== undefined && usualTypes[kind].startsWith(main) ? `${main}/${sub}` : undefined;
}

function typeInHead(head: Buffer | undefined): string | undefined {
  const text = head?.toString('latin1', 0, 32) ?? '';
  return signatures.find(({ at, bytes }) => text.startsWith(bytes, at))?.type;
}
