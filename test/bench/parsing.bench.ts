import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePostPage } from '../../src/tiktok/parsers/post-page.parser';
import { parseUserPage } from '../../src/tiktok/parsers/user-page.parser';
import { compare } from './compare';

const pages = [
  { file: 'pages/user-2026.html', parse: parseUserPage },
  { file: 'pages/video-2026.html', parse: parsePostPage },
];

/** Recorded pages: our parsers against the least that any reader must do, `indexOf` and `JSON.parse`. */
export async function parsing(): Promise<readonly string[]> {
  const folder = process.env.RECORDED_DIR ?? resolve('../shared/recorded');
  if (!existsSync(folder)) return ['skipped: there is no folder of recorded pages (RECORDED_DIR)'];
  const lines: string[] = [];
  for (const { file, parse } of pages) {
    const html = readFileSync(resolve(folder, file));
    lines.push(`${file}, ${html.length} bytes`);
    const bare = { name: 'indexOf + JSON.parse', run: () => bareParse(html) };
    lines.push(
      ...(await compare([bare, { name: 'our parser, to the model', run: () => parse(html) }])),
    );
  }
  return lines;
}

function bareParse(html: Buffer): unknown {
  const text = html.toString();
  const start = text.indexOf('>', text.indexOf('id="__UNIVERSAL_DATA_FOR_REHYDRATION__"')) + 1;
  return JSON.parse(text.slice(start, text.indexOf('</script>', start)));
}
