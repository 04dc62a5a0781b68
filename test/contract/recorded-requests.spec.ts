import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { startApi, type TestApi } from '../support/api';
import { replay, type RecordedRequest } from './sdk/raw-exchange';

interface Recorded {
  readonly sdk: string;
  readonly variant: string;
  readonly request: RecordedRequest;
}

const file = process.env.RECORDED_REQUESTS ?? resolve('../shared/ensembledata-requests.json');
const recorded = existsSync(file)
  ? (JSON.parse(readFileSync(file, 'utf8')) as { requests: Recorded[] }).requests
  : [];

const digits = expect.stringMatching(/^\d{15,25}$/);
const text = expect.any(String);
const whole = expect.any(Number);
const containing = (members: object): unknown => expect.objectContaining(members);
const mobileUser = containing({ uid: digits, unique_id: text, nickname: text });
const aweme = containing({
  aweme_id: digits,
  desc: text,
  create_time: whole,
  author: containing({ uid: digits, unique_id: text }),
  statistics: containing({ aweme_id: digits, play_count: whole, digg_count: whole }),
  music: containing({ mid: digits }),
  status: containing({ is_delete: false, is_private: false }),
});
const remapped = containing({
  itemInfos: containing({ id: digits, playCount: whole, createTime: text }),
  authorInfos: containing({ uniqueId: text }),
  musicInfos: containing({ musicName: text }),
});
const comment = containing({
  cid: digits,
  text,
  digg_count: whole,
  user: containing({ uid: digits }),
});
const sound = containing({ mid: '7063948643480488709', title: text, user_count: whole });
const room = containing({ id_str: digits, status: 2, owner: mobileUser });
const profile = {
  user: containing({ id: digits, uniqueId: 'zachking' }),
  stats: containing({ followerCount: whole }),
};

interface Expected {
  readonly status: number;
  readonly units?: number;
  readonly body: unknown;
}

const gives = (body: unknown, units = 1): Expected => ({ status: 200, units, body });
const rows = (row: unknown, count: number): unknown[] => Array<unknown>(count).fill(row);
/** The recorded secUid stands for one and can name no account. */
const noAccount: Expected = {
  status: 463,
  units: 0,
  body: { detail: 'secUid must be the secUid of an account: MS4wLjABAAAA and more' },
};
/** The comment of the recording is none of the sandbox's. */
const noThread: Expected = {
  status: 404,
  units: 0,
  body: { detail: 'TikTok knows no post with these comments' },
};
const hashtagPage = gives({ data: { data: rows(aweme, 20), nextCursor: 20 } });
const found = rows({ type: 1, aweme_info: aweme }, 20);
const allFound = gives({ data: rows({ aweme_info: aweme }, 41) });
const weekOfMagic = gives({ data: { posts: rows(remapped, 64) } });
const onePost = gives({ data: [aweme] });
const tenPosts = gives({ data: rows(aweme, 10), nextCursor: whole });
const comments = (nextCursor: number) =>
  gives({ data: { comments: rows(comment, 29), total: 803, nextCursor } });
const usageOfDay = { date: text, units: expect.any(Object) };

/** What each recorded request is answered with on the sandbox of the usual seed, by method and variant. */
const expected: Readonly<Record<string, Expected>> = {
  'tiktok.hashtagSearch full': hashtagPage,
  'tiktok.hashtagSearch min': hashtagPage,
  'tiktok.fullHashtagSearch full': weekOfMagic,
  'tiktok.fullHashtagSearch min': weekOfMagic,
  'tiktok.keywordSearch full': gives({ data: { data: found, nextCursor: 40 } }),
  'tiktok.keywordSearch min': gives({ data: { data: found, nextCursor: 20 } }),
  'tiktok.fullKeywordSearch full': allFound,
  'tiktok.fullKeywordSearch min': allFound,
  // Asked for posts behind a moment and of no earlier one: one chunk, and nothing is left.
  'tiktok.userPostsFromUsername full': gives({ data: rows(aweme, 10) }),
  'tiktok.userPostsFromUsername min': tenPosts,
  'tiktok.userPostsFromUsername extraParams {alternative_method:true, depth:99}': tenPosts,
  'tiktok.userPostsFromSecuid full': noAccount,
  'tiktok.userPostsFromSecuid min': noAccount,
  'tiktok.userInfoFromUsername full': gives({ data: profile }),
  'tiktok.userInfoFromUsername min': gives({ data: profile }),
  'tiktok.userInfoFromSecuid full': noAccount,
  'tiktok.userInfoFromSecuid min': noAccount,
  'tiktok.userSearch full': gives({
    data: { users: rows({ user_info: mobileUser }, 10), nextCursor: 20 },
  }),
  'tiktok.userSearch min': gives({
    data: { users: rows({ user_info: mobileUser }, 10), nextCursor: 10 },
  }),
  'tiktok.postInfo full': onePost,
  'tiktok.postInfo min': onePost,
  'tiktok.multiPostInfo full': gives({ data: rows(aweme, 2) }),
  'tiktok.multiPostInfo min': onePost,
  'tiktok.postComments full': comments(60),
  'tiktok.postComments min': comments(30),
  'tiktok.postCommentReplies full': noThread,
  'tiktok.postCommentReplies min': noThread,
  // The sounds of the posts that the sandbox finds have other names.
  'tiktok.musicSearch full': gives({ data: { music: [] } }),
  'tiktok.musicSearch min': gives({ data: { music: [] } }),
  'tiktok.musicPosts full': gives({ data: { aweme_list: rows(aweme, 30), nextCursor: 50 } }),
  'tiktok.musicPosts min': gives({ data: { aweme_list: rows(aweme, 30), nextCursor: 30 } }),
  'tiktok.musicDetails full': gives({ data: sound }),
  'tiktok.musicDetails min': gives({ data: sound }),
  'tiktok.userFollowers full': noAccount,
  'tiktok.userFollowers min': noAccount,
  'tiktok.userFollowings full': noAccount,
  'tiktok.userFollowings min': noAccount,
  'tiktok.userLikedPosts full': noAccount,
  'tiktok.userLikedPosts min': noAccount,
  'tiktok.livesSearch full': gives({ data: { data: rows(room, 9) } }),
  'tiktok.livesSearch min': gives({ data: { data: rows(room, 10), nextCursor: 10 } }),
  'customer.getUsage full': gives({ data: {} }, 0),
  'customer.getUsage min': gives({ data: {} }, 0),
  'customer.getUsageHistory full': gives({ data: rows(usageOfDay, 10) }, 0),
  'customer.getUsageHistory min': gives({ data: rows(usageOfDay, 10) }, 0),
  'request raw': hashtagPage,
};

const describeRecorded = recorded.length > 0 ? describe : describe.skip;
const hint = recorded.length > 0 ? '' : ' (skipped: RECORDED_REQUESTS names no file)';

describeRecorded(`the recorded requests of the npm client, byte for byte${hint}`, () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  // `describe.skip` wants a test too.
  const cases = recorded.length > 0 ? recorded : [{ sdk: 'none', variant: '' } as Recorded];

  it.each(cases.map((request) => [nameOf(request), request] as const))(
    '%s',
    async (name, entry) => {
      const { status, headers, body } = await replay(Number(new URL(api.url).port), entry.request);
      expect(expected).toHaveProperty([name]);
      expect({
        status,
        units: Number(headers.units_charged),
        body: JSON.parse(body) as unknown,
      }).toEqual(expected[name]);
      expect(headers['content-type']).toBe('application/json; charset=utf-8');
    },
  );

  it('are all expected, and nothing else is', () => {
    expect(recorded.map(nameOf).sort()).toEqual(Object.keys(expected).sort());
  });
});

function nameOf({ sdk, variant }: Recorded): string {
  return `${sdk.replace('client.', '')} ${variant}`;
}
