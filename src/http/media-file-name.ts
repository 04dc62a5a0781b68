import sanitize from 'sanitize-filename';

/** Of the caption in a file name; with the id and its extension it stays under what every file system takes. */
const maxCaptionBytes = 120;

// They turn the direction of what follows, so that `gpj.exe` can look like `exe.jpg`; or show nothing at all.
const unseen =
  /[\u007f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff0-\uffff]|\p{Cs}|\p{Co}/gu;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export interface FileNameParts {
  readonly caption: string;
  readonly id: string;
  /** What tells a file from the post's main one, such as `cover`. */
  readonly label?: string;
  readonly extension: string;
}

/**
 * A name that is safe to save under anywhere: the caption in whatever script as far as it fits, and the id.
 * No separators, no control characters, no reserved names, no dot or hyphen in front.
 */
export function fileNameOf({ caption, id, label, extension }: FileNameParts): string {
  const stem = [captionPart(caption), id, label].filter(Boolean).join('-');
  return `${stem}.${extension}`;
}

let last = { caption: '', part: '' };

/** The files of a post are named one after another, all with the same caption. */
function captionPart(caption: string): string {
  if (caption !== last.caption) last = { caption, part: partOf(caption) };
  return last.part;
}

function partOf(caption: string): string {
  const text = caption.normalize('NFC').replace(/\s+/g, ' ').replace(unseen, '');
  const safe = sanitize(text.trim(), { replacement: ' ' }).replace(/\.{2,}/g, '.');
  return cut(safe.replace(/^[.~\s-]+/, ''))
    .trim()
    .replace(/ +/g, '_')
    .replace(/[._-]+$/, '');
}

/** Whole characters as people see them: half an emoji is another one. */
function cut(text: string): string {
  if (Buffer.byteLength(text) <= maxCaptionBytes) return text;
  let kept = '';
  let bytes = 0;
  for (const { segment } of graphemes.segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > maxCaptionBytes) break;
    kept += segment;
  }
  return kept;
}
