import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { request } from 'undici';
import { parsePostPage } from '../../src/tiktok/parsers/post-page.parser';
import { parseUserPage } from '../../src/tiktok/parsers/user-page.parser';
import { postIdOf } from './addresses';
import { ChildServer } from './child-server';
import { compare, type Runner } from './compare';
import type { Bench, Table } from './report';
import { hasTool, loadTool, toolsAreMissing } from './tools';

interface Page {
  readonly name: string;
  readonly html: Buffer;
  readonly parse: (html: Buffer) => unknown;
}

const recorded = [
  { file: 'pages/user-2026.html', parse: parseUserPage },
  { file: 'pages/video-2026.html', parse: parsePostPage },
];

/** Pages to models, against the least that any reader must do, and against an HTML parser. */
export const parsing: Bench = {
  seconds: 20,
  run: async (progress) => {
    const tables: Table[] = [];
    for (const { name, html, parse } of [...(await sandboxPages()), ...recordedPages()]) {
      progress(`parsing, ${name}`);
      const rows = await compare([
        { name: 'indexOf + JSON.parse', run: () => bareParse(html) },
        { name: 'ours, to the model', run: () => parse(html) },
        ...cheerioRunner(html),
      ]);
      const caption = `${name} (${html.length} bytes)`;
      tables.push({ caption, columns: ['', 'pages/s', 'of the first'], rows });
    }
    return {
      title: 'Parsing',
      how: 'From the bytes of a page in memory. Ours finds the script element by bytes, decodes only that, and reads every member with its checks into the model. Pages of the sandbox at full weight; recorded pages as well where a folder of them is given (RECORDED_DIR).',
      tables,
      notes: hasTool('cheerio') ? [] : [`cheerio is left out: ${toolsAreMissing}.`],
    };
  },
};

async function sandboxPages(): Promise<readonly Page[]> {
  const sandbox = await ChildServer.sandbox('--switches', 'page-weight=full');
  try {
    const load = async (path: string): Promise<Buffer> =>
      Buffer.from(await (await request(sandbox.origin + path)).body.arrayBuffer());
    const post = await load(`/@_/video/${postIdOf(1)}`);
    return [
      { name: 'Profile', html: await load('/@gabrielymayra'), parse: parseUserPage },
      { name: 'Post', html: post, parse: parsePostPage },
    ];
  } finally {
    await sandbox.stop();
  }
}

function recordedPages(): readonly Page[] {
  const folder = process.env.RECORDED_DIR ?? resolve('../shared/recorded');
  const there = recorded.filter(({ file }) => existsSync(resolve(folder, file)));
  return there.map(({ file, parse }) => {
    const html = readFileSync(resolve(folder, file));
    return { name: `Recorded, ${file}`, html, parse };
  });
}

function bareParse(html: Buffer): unknown {
  const text = html.toString();
  const start = text.indexOf('>', text.indexOf('id="__UNIVERSAL_DATA_FOR_REHYDRATION__"')) + 1;
  return JSON.parse(text.slice(start, text.indexOf('</script>', start)));
}

function cheerioRunner(html: Buffer): readonly Runner[] {
  if (!hasTool('cheerio')) return [];
  const { load } = loadTool('cheerio') as {
    load: (html: string) => (selector: string) => { text: () => string };
  };
  const parse = (): unknown =>
    JSON.parse(load(html.toString())('#__UNIVERSAL_DATA_FOR_REHYDRATION__').text());
  return [{ name: 'cheerio + JSON.parse', run: parse }];
}
