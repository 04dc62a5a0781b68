const timing = /^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})(?:\s|$)/;
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

/** Whether a text says of itself that it is WebVTT. */
export function isWebVtt(text: string): boolean {
  return /^\ufeff?WEBVTT(?:\s|$)/.test(text);
}

/**
 * WebVTT as SubRip: cues with their times and texts. Styles, regions, comments and places on the screen have no
 * room there; bold, italic and underlined have.
 */
export function srtOf(webVtt: string): string {
  const lines = webVtt.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const cues = lines.split(/\n{2,}/).flatMap(cueOf);
  return cues.map((cue, index) => `${index + 1}\n${cue}\n`).join('\n');
}

function cueOf(block: string): readonly string[] {
  const rows = block.split('\n').filter((row) => row !== '');
  // A cue may have a name in the line above its times.
  const index = rows.slice(0, 2).findIndex((row) => timing.test(row));
  const [, from = '', to = ''] = timing.exec(rows[index] ?? '') ?? [];
  const text = rows
    .slice(index + 1)
    .map(plainText)
    .filter((row) => row.trim() !== '');
  if (index < 0 || text.length === 0) return [];
  return [`${srtTime(from)} --> ${srtTime(to)}\n${text.join('\n')}`];
}

function srtTime(time: string): string {
  const [fraction = '', ...whole] = [time.split('.')[1], ...(time.split('.')[0] ?? '').split(':')];
  const [hours, minutes, seconds] = whole.length === 3 ? whole : ['00', ...whole];
  return `${hours?.padStart(2, '0')}:${minutes}:${seconds},${fraction}`;
}

function plainText(row: string): string {
  return row
    .replace(/<(\/?)([biu])(?:[.\s][^>]*)?>/g, '<$1$2>')
    .replace(/<(?!\/?[biu]>)[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity);
}
