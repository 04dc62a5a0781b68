import { objectAt, textAt } from './json-object';
import type { JsonObject } from './rendering';

const DETAILS = [
  'webapp.user-detail',
  'webapp.video-detail',
  'webapp.reflow.video.detail',
] as const;

/**
 * What link previews read. Seen on pages of 2024 to 2026, with the words of `shareMeta` and with a
 * picture without an address; a page of what is gone has the address alone.
 */
export function previewMeta(canonical: string, scopes: JsonObject): string {
  const shared = DETAILS.map((name) => objectAt(objectAt(scopes, name), 'shareMeta'));
  const shareMeta = shared.find((meta) => meta !== undefined);
  const words: [string, string][] = shareMeta
    ? [
        ['site_name', 'TikTok'],
        ['type', 'website'],
        ['title', textAt(shareMeta, 'title')],
        ['description', textAt(shareMeta, 'desc')],
        ['image', ''],
      ]
    : [];
  const lines = [...words, ['url', canonical] as const].map(
    ([name, content]) =>
      `    <meta property="og:${name}" content="${attribute(content)}" data-rh="true">\n`,
  );
  return `${lines.join('')}    <link rel="canonical" href="${attribute(canonical)}" data-rh="true">\n`;
}

function attribute(text: string): string {
  return text.replace(/[&"<>]/g, (sign) => ENTITIES[sign] ?? sign);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '"': '&quot;',
  '<': '&lt;',
  '>': '&gt;',
};
