import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAwemeDetail } from '../../src/tiktok/parsers/aweme.parser';
import { parseCommentList } from '../../src/tiktok/parsers/comment-list.parser';
import { parseItemDetail, parseItemList } from '../../src/tiktok/parsers/item-list.parser';
import { parseOembed } from '../../src/tiktok/parsers/oembed.parser';
import { parsePostPage } from '../../src/tiktok/parsers/post-page.parser';
import { parseSearchPosts, parseSearchUsers } from '../../src/tiktok/parsers/search.parser';
import { parseUserList } from '../../src/tiktok/parsers/user-list.parser';
import { parseUserPage } from '../../src/tiktok/parsers/user-page.parser';
import { TikTokBlockedError, TikTokError } from '../../src/tiktok/tiktok.errors';
import { readChallenge, solveChallenge } from '../../src/tiktok/transport/challenge';
import { detectRefusal } from '../../src/tiktok/transport/refusal';
import {
  expectedFacts,
  factsOfAweme,
  factsOfComments,
  factsOfOembed,
  factsOfPage,
  factsOfPost,
  factsOfSearch,
  factsOfUser,
  factsOfUsers,
  factsOfUserSearch,
  pick,
  readFacts,
} from './facts';
import type { Facts } from './facts';

// Recorded answers hold data of real people, so they stay outside of the repository.
const projectRoot = resolve(__dirname, '../..');
const folder = resolve(projectRoot, process.env.RECORDED_DIR ?? '../shared/recorded');
const listFile = join(folder, 'expected.json');

interface Recording {
  readonly body: Buffer;
  readonly isHtml: boolean;
  readonly expected: Facts;
}

/** Some recordings are the rows alone; an answer has them in an envelope. */
const inEnvelope = (body: Buffer, key: string): Buffer =>
  body.toString().trimStart().startsWith('[') ? Buffer.from(`{"${key}":${body.toString()}}`) : body;

type Check = (recording: Recording) => void | Promise<void>;

const detect = (body: Buffer): TikTokError | undefined =>
  detectRefusal({ status: 200, headers: {}, body, url: 'https://www.tiktok.com/' });

const thrownBy = (read: () => unknown): unknown => {
  try {
    read();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
};

const checks: Readonly<Record<string, Check>> = {
  user: ({ body, expected }) => {
    expect(detect(body)).toBeUndefined();
    expect(pick(factsOfUser(parseUserPage(body)), expected)).toStrictEqual(expectedFacts(expected));
  },
  post: ({ body, isHtml, expected }) => {
    expect(detect(body)).toBeUndefined();
    const post = isHtml ? parsePostPage(body) : parseItemDetail(body);
    expect(pick(factsOfPost(post), expected)).toStrictEqual(expectedFacts(expected));
  },
  page: ({ body, expected }) => {
    expect(detect(body)).toBeUndefined();
    const page = parseItemList(body);
    expect(pick(factsOfPage(page, expected), expected)).toStrictEqual(expectedFacts(expected));
    expect(page.droppedCount).toBe(0);
  },
  search: ({ body, expected }) => {
    const page = parseSearchPosts(body);
    const facts = factsOfSearch(page, expected, body);
    expect(pick(facts, expected)).toStrictEqual(expectedFacts(expected));
    expect(page.droppedCount).toBe(0);
    expect(page.searchId).toBeDefined();
  },
  'search-users': ({ body, expected }) => {
    const page = parseSearchUsers(body);
    expect(factsOfUserSearch(page, body)).toStrictEqual(expectedFacts(expected));
    expect(page.droppedCount).toBe(0);
  },
  users: ({ body, expected }) => {
    const page = parseUserList(inEnvelope(body, 'userList'));
    expect(factsOfUsers(page, expected)).toStrictEqual(expectedFacts(expected));
    expect(page.droppedCount).toBe(0);
  },
  comments: ({ body, expected }) => {
    const page = parseCommentList(inEnvelope(body, 'comments'));
    const facts = factsOfComments(page, expected);
    expect(pick(facts, expected)).toStrictEqual(expectedFacts(expected));
    expect(page.droppedCount).toBe(0);
  },
  aweme: ({ body, expected }) => {
    expect(factsOfAweme(parseAwemeDetail(body))).toStrictEqual(expectedFacts(expected));
  },
  oembed: ({ body, expected }) => {
    expect(factsOfOembed(parseOembed(body))).toStrictEqual(expectedFacts(expected));
  },
  refused: ({ body, isHtml, expected }) => {
    expect(detect(body)).toBeUndefined();
    const error = thrownBy(() => (isHtml ? parsePostPage(body) : parseItemDetail(body)));
    expect(error).toMatchObject({ statusCode: expected.statusCode });
    expect(error).toBeInstanceOf(TikTokError);
    expect(error).not.toBeInstanceOf(TikTokBlockedError);
  },
  shell: ({ body }) => {
    expect(detect(body)).toBeUndefined();
    for (const parse of [parsePostPage, parseUserPage]) {
      expect(thrownBy(() => parse(body))).toMatchObject({ kind: 'shell_page' });
    }
  },
  challenge: async ({ body, expected }) => {
    const challenge = readChallenge(body);
    expect(challenge?.wci).toBe(expected.cookie);
    const solved = await solveChallenge(challenge ?? { cs: '', wci: '' });
    expect(solved.answer).toBe(expected.answer);
    expect(solved.cookies.map(({ name }) => name)).toContain(expected.cookie);
    expect(detect(body)).toMatchObject({ kind: 'challenge' });
  },
  captcha: ({ body }) => {
    expect(detect(body)).toMatchObject({ kind: 'captcha' });
  },
};

describe('recorded answers of TikTok', () => {
  if (!existsSync(folder)) {
    it.skip('no folder of recorded answers: RECORDED_DIR names one', () => undefined);
    return;
  }
  const entries: [string, unknown][] = Object.entries(JSON.parse(readFileSync(listFile, 'utf8')));

  it('has expectations', () => {
    expect(entries.length).toBeGreaterThan(0);
  });

  for (const [file, entry] of entries) {
    const expected = readFacts(file, entry);
    const check = checks[expected.kind];
    it(`${file} is read as ${expected.kind}`, async () => {
      const body = readFileSync(join(folder, file));
      if (check === undefined) throw new Error(`nothing reads ${expected.kind}`);
      await check({ body, isHtml: file.endsWith('.html'), expected });
    });
  }
});
