import type { MediaFile, SubtitleFormat, VideoChoice, VideoCodec } from '../tiktok';
import { subtitleFormats, videoCodecs } from '../tiktok';

/** What a link of ours may lead to: a file of a post, or all of its pictures in one. */
export type LinkedFile = MediaFile | { readonly kind: 'zip' };

/** Says a file in a word that can stand in an address as it is, such as `video~q720` or `image~3`. */
export function fileCodeOf(file: LinkedFile): string {
  switch (file.kind) {
    case 'video':
      return ['video', ...choiceParts(file)].join('~');
    case 'image':
      return `image~${file.index}`;
    case 'subtitle':
      return `subtitle~${escaped(file.languageCode)}~${file.format}`;
    default:
      return file.kind;
  }
}

/** The file that a word of {@link fileCodeOf} says; undefined for any other text. */
export function parseFileCode(code: string): LinkedFile | undefined {
  const [kind, ...parts] = code.split('~');
  switch (kind) {
    case 'video':
      return parseVideo(parts);
    case 'image':
      return /^\d{1,4}$/.test(parts.join('~')) ? { kind, index: Number(parts[0]) } : undefined;
    case 'subtitle':
      return parseSubtitle(parts);
    case 'music':
    case 'cover':
    case 'avatar':
    case 'zip':
      return parts.length === 0 ? { kind } : undefined;
    default:
      return undefined;
  }
}

function choiceParts({ hasWatermark, quality, codec, renditionName }: VideoChoice): string[] {
  return [
    ...(hasWatermark ? ['w'] : []),
    ...(quality === undefined ? [] : [`q${quality}`]),
    ...(codec === undefined ? [] : [`c${codec}`]),
    ...(renditionName === undefined ? [] : [`r${escaped(renditionName)}`]),
  ];
}

function parseVideo(parts: readonly string[]): LinkedFile | undefined {
  const choices = parts.map(parseChoice);
  if (choices.includes(undefined)) return undefined;
  return { kind: 'video', ...(Object.assign({}, ...choices) as VideoChoice) };
}

function parseChoice(part: string): VideoChoice | undefined {
  const rest = part.slice(1);
  switch (part[0]) {
    case 'w':
      return rest === '' ? { hasWatermark: true } : undefined;
    case 'q':
      return parseQuality(rest);
    case 'c': {
      const codec = videoCodecs.find((known): known is VideoCodec => known === rest);
      return codec && { codec };
    }
    case 'r': {
      const renditionName = unescaped(rest);
      return renditionName === undefined ? undefined : { renditionName };
    }
    default:
      return undefined;
  }
}

function parseQuality(text: string): VideoChoice | undefined {
  if (text === 'best' || text === 'worst') return { quality: text };
  return /^\d{1,5}$/.test(text) ? { quality: Number(text) } : undefined;
}

function parseSubtitle(parts: readonly string[]): LinkedFile | undefined {
  const [language = '', wanted] = parts;
  const languageCode = unescaped(language);
  const format = subtitleFormats.find((known): known is SubtitleFormat => known === wanted);
  if (languageCode === undefined || format === undefined || parts.length !== 2) return undefined;
  return { kind: 'subtitle', languageCode, format };
}

/** TikTok's names are plain words so far; whatever else comes is spelled in bytes. */
function escaped(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/gu, (character) =>
    [...Buffer.from(character)].map((byte) => `!${byte.toString(16).padStart(2, '0')}`).join(''),
  );
}

function unescaped(text: string): string | undefined {
  if (!/^(?:[A-Za-z0-9_-]|![0-9a-f]{2})+$/.test(text)) return undefined;
  try {
    return decodeURIComponent(text.replaceAll('!', '%'));
  } catch {
    return undefined;
  }
}
