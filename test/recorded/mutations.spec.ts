import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import { at, readRecord } from '../../src/tiktok/parsers/read';
import { bodyOf, everyParser, type ParserName } from './every-parser';
import { readFacts } from './facts';
import { changes, mutate, shrink } from './mutate';
import { damage, readOrRefuse } from './survival';

const projectRoot = resolve(__dirname, '../..');
const folder = resolve(projectRoot, process.env.RECORDED_DIR ?? '../shared/recorded');
const carriers = ['__UNIVERSAL_DATA_FOR_REHYDRATION__', 'SIGI_STATE', '__NEXT_DATA__'];
const runs = { numRuns: 60 };

const parserOfKind: Readonly<Record<string, { html: ParserName; json: ParserName }>> = {
  user: { html: 'parseUserPage', json: 'parseUserDetail' },
  post: { html: 'parsePostPage', json: 'parseItemDetail' },
  refused: { html: 'parsePostPage', json: 'parseItemDetail' },
  page: { html: 'parseUserPage', json: 'parseItemList' },
  search: { html: 'parseUserPage', json: 'parseSearchPosts' },
  'search-users': { html: 'parseUserPage', json: 'parseSearchUsers' },
  users: { html: 'parseUserPage', json: 'parseUserList' },
  comments: { html: 'parseUserPage', json: 'parseCommentList' },
  aweme: { html: 'parsePostPage', json: 'parseAwemeDetail' },
  oembed: { html: 'parsePostPage', json: 'parseOembed' },
};

interface Seed {
  readonly carrier?: string;
  readonly value: unknown;
}

/** The payload of a recording, cut down to what its parser looks at and to the first rows of its lists. */
function readSeed(file: string, kind: string): Seed {
  const text = readFileSync(join(folder, file), 'utf8');
  if (!file.endsWith('.html')) {
    const rows: unknown = JSON.parse(text);
    const key = kind === 'users' ? 'userList' : 'comments';
    return { value: shrink(Array.isArray(rows) ? { [key]: rows } : rows) };
  }
  for (const carrier of carriers) {
    const script = new RegExp(`<script[^>]*id="${carrier}"[^>]*>([\\s\\S]*?)</script`).exec(text);
    if (script?.[1] !== undefined)
      return { carrier, value: shrink(relevant(JSON.parse(script[1]))) };
  }
  throw new Error(`${file} has no carrier`);
}

/** Translations and experiments are most of a page and nothing that is read. */
function relevant(state: unknown): unknown {
  const scopes = readRecord(at(state, '__DEFAULT_SCOPE__'));
  if (scopes === undefined) {
    const { ItemModule, ItemList, UserModule, UserPage, SEO, props } = readRecord(state) ?? {};
    const pageProps = at(props, 'pageProps');
    return pageProps === undefined
      ? { ItemModule: firstOf(ItemModule), ItemList, UserModule, UserPage, SEO }
      : { props: { pageProps } };
  }
  const kept = Object.entries(scopes).filter(([name]) => name.includes('detail'));
  return { __DEFAULT_SCOPE__: Object.fromEntries(kept) };
}

function firstOf(record: unknown): unknown {
  return Object.fromEntries(Object.entries(readRecord(record) ?? {}).slice(0, 3));
}

describe('recorded answers with something wrong in them', () => {
  if (!existsSync(folder)) {
    it.skip('no folder of recorded answers: RECORDED_DIR names one', () => undefined);
    return;
  }
  const list: unknown = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'));
  for (const [file, entry] of Object.entries(readRecord(list) ?? {})) {
    const { kind } = readFacts(file, entry);
    const names = parserOfKind[kind];
    if (names === undefined) continue;
    const parse = everyParser[file.endsWith('.html') ? names.html : names.json];
    const seed = readSeed(file, kind);

    it(`${file}: members gone, null, moved or of another type`, () => {
      expect(readOrRefuse(parse, bodyOf(seed.value, seed.carrier))).toBe(
        kind === 'refused' ? 'refused' : 'read',
      );
      fc.assert(
        fc.property(changes, (wanted) => {
          readOrRefuse(parse, bodyOf(mutate(seed.value, wanted), seed.carrier));
        }),
        runs,
      );
    });

    it(`${file}: bytes that break off or are damaged`, () => {
      const body = bodyOf(seed.value, seed.carrier);
      fc.assert(
        fc.property(fc.nat(), fc.option(fc.nat(255)), (position, byte) => {
          readOrRefuse(parse, damage(body, position, byte ?? undefined));
        }),
        runs,
      );
    });
  }
});
