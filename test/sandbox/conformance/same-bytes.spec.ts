import { ROUTE_NAMES, type Sandbox } from '../../../src/sandbox';
import { startFixedSandbox } from '../sandbox-client';
import { embedEntry } from '../schemas/embed.shapes';
import { carrierIn, scopesIn } from './page-reader';
import { Session, type Response } from './session';
import { Visitor } from './surfaces';

jest.setTimeout(120_000);

const SEALED =
  'aid=1988&device_id=7250000000000000001&count=5&cursor=0&offset=0&X-Bogus=1&X-Gnarly=sandbox-seal';
const POST = '6943996796519681281';

/** At least one address of every route, about things that this world has. */
function addressesIn({ world }: Sandbox): string[] {
  const account = world.user('lists.one');
  const secUid = account?.secUid ?? '';
  const [playlist] = account ? world.lists(account, 'playlist') : [];
  const [collection] = account ? world.lists(account, 'collection') : [];
  const post = world.post(POST);
  const thread =
    post && world.comments(post, { from: 0, limit: 50 }).find((one) => one.replies > 0);
  const api = (path: string, query = ''): string => `/api/${path}/?${SEALED}&${query}`;
  const search = `keyword=cats&search_id=`;
  const hostOfRoom = world.user('live.one');
  const room = hostOfRoom ? world.liveRoom(hostOfRoom)?.id : '';
  return [
    ...['user/detail', 'post/item_list', 'creator/item_list', 'favorite/item_list'].map((path) =>
      api(path, `uniqueId=lists.one&secUid=${secUid}`),
    ),
    ...['repost/item_list', 'user/collect/item_list', 'user/playlist', 'user/collection_list'].map(
      (path) => api(path, `secUid=${secUid}`),
    ),
    api('user/list', `scene=67&minCursor=0&secUid=${secUid}`),
    api('story/item_list', `authorId=${world.user('stories.one')?.id}`),
    api('story/batch/item_list', `authorIds=${world.user('stories.one')?.id}`),
    api('story/user_list', 'storyFeedScene=3'),
    api('mix/detail', `mixId=${playlist?.id}`),
    api('mix/item_list', `mixId=${playlist?.id}`),
    api('collection/item_list', `collectionId=${collection?.id}`),
    api('challenge/detail', 'challengeName=cats'),
    api('challenge/item_list', `challengeID=${world.hashtag('cats')?.id}`),
    api('music/detail', `musicId=${post?.sound.id}`),
    api('music/item_list', `musicID=${post?.sound.id}`),
    ...['item', 'general', 'user', 'live', 'challenge'].map((kind) =>
      api(`search/${kind}/full`, search),
    ),
    api('search/general/preview', search),
    api('search/suggest/guide', search),
    api('comment/list', `aweme_id=${POST}`),
    api('comment/list/reply', `item_id=${POST}&comment_id=${thread?.id}`),
    api('explore/item_list', 'categoryType=120'),
    api('recommend/item_list'),
    api('related/item_list', `itemID=${POST}`),
    api('item/detail', `itemId=${POST}`),
    ...['user', 'challenge', 'music'].map((kind) => api(`discover/${kind}`, 'keyWord=cats')),
    `/node/share/discover?aid=1988`,
    api('poi/detail', 'poiId=22535865202639561'),
    api('poi/item_list', 'poiId=22535865202639561'),
    api('sticker/detail', 'stickerId=1234567'),
    `/api-live/user/room/?aid=1988&uniqueId=live.one&sourceType=54`,
    api('live/detail', `roomID=${room}`),
    `https://webcast.tiktok.com/webcast/room/info/?aid=1988&room_id=${room}`,
    '/@gabrielymayra',
    '/@any.body_else',
    `/@i/video/${POST}`,
    `/@i/photo/${POST}`,
    '/@live.one/live',
    '/embed/@luna_the_pantera',
    `/embed/v2/${POST}`,
    '/embed/tag/cats',
    `/embed/music/${post?.sound.id}`,
    `/player/api/v1/items?item_ids=${POST}`,
    `/player/v1/${POST}`,
    `/oembed?url=${encodeURIComponent(`https://www.tiktok.com/@i/video/${POST}`)}`,
    'https://vm.tiktok.com/ZMabcdefg/',
    '/t/ZTabcdefg/',
    '/tag/cats',
    '/',
    '/nothing/here/at/all',
  ];
}

/** The links of media in the answers of one session, one for each route that serves them. */
async function mediaLinks(session: Session): Promise<string[]> {
  const page = await session.send(`/@i/video/${POST}`);
  const detail = scopesIn(page.text)?.['webapp.video-detail'] as {
    itemInfo: {
      itemStruct: {
        video: { bitrateInfo: { PlayAddr: { UrlList: string[] } }[]; cover: string };
        music: { playUrl: string };
      };
    };
  };
  const { video, music } = detail.itemInfo.itemStruct;
  const embed = await session.send(`/embed/v2/${POST}`);
  const { videoData } = embedEntry(carrierIn(embed.text, '__FRONTITY_CONNECT_STATE__')) as {
    videoData: { itemInfos: { video: { urls: string[] } } };
  };
  const { urls } = videoData.itemInfos.video;
  return [
    ...(video.bitrateInfo[0]?.PlayAddr.UrlList ?? []),
    video.cover,
    music.playUrl,
    ...urls,
    await subtitleLink(session),
  ];
}

/** Not every video has captions: the first link among some feeds. */
async function subtitleLink(session: Session): Promise<string> {
  for (let batch = 0; batch < 8; batch += 1) {
    const { text } = await session.send(`/api/explore/item_list/?${SEALED}&categoryType=120`);
    const quoted = /"Url":("https:[^"]+")/.exec(text)?.[1];
    if (quoted !== undefined) return JSON.parse(quoted) as string;
  }
  throw new Error('No video has captions');
}

/** Everything that a client can tell two answers apart by; Node adds the connection's headers. */
function seen({ status, headers, bytes }: Response): string {
  const own = Object.entries(headers).filter(([name]) => !/^(connection|keep-alive)$/.test(name));
  return JSON.stringify([status, own, bytes.toString('base64')]);
}

interface Run {
  answers: string[];
  /** The routes that were asked. */
  struck: string[];
}

async function run(seed?: string): Promise<Run> {
  const sandbox = await startFixedSandbox(seed === undefined ? {} : { seed });
  const visitor = await Visitor.booted(sandbox.port);
  try {
    const answers = await answersOf(visitor, sandbox);
    return { answers, struck: Object.keys(sandbox.counters.snapshot()) };
  } finally {
    visitor.close();
    await sandbox.stop();
  }
}

async function answersOf({ session, phone }: Visitor, sandbox: Sandbox): Promise<string[]> {
  const answers: string[] = [];
  for (const address of addressesIn(sandbox)) answers.push(seen(await session.send(address)));
  answers.push(seen(await phone.send(`/@i/video/${POST}`)));
  for (const path of ['/ttwid/check/', 'https://mssdk-ttp2.tiktokw.us/web/report']) {
    const headers = { 'content-type': 'application/json' };
    answers.push(seen(await session.send(path, { method: 'POST', headers, body: '{}' })));
  }
  answers.push(...(await researchAnswers(session, sandbox)));
  const headers = { referer: 'https://www.tiktok.com/' };
  for (const url of await mediaLinks(session)) {
    answers.push(seen(await session.send(url, { headers })));
  }
  return answers;
}

/** A token, then a question to every endpoint of the Research API. */
async function researchAnswers(session: Session, { world }: Sandbox): Promise<string[]> {
  const origin = 'https://open.tiktokapis.com/v2';
  const form = 'client_key=k&client_secret=s&grant_type=client_credentials';
  const given = await session.send(`${origin}/oauth/token/`, { method: 'POST', body: form });
  const { access_token: token } = JSON.parse(given.text) as { access_token: string };
  const account = world.user('lists.one');
  const [list] = account ? world.lists(account, 'playlist') : [];
  const user = '{"username":"likes.lists"}';
  const condition = { operation: 'EQ', field_name: 'keyword', field_values: ['cats'] };
  const dates = { start_date: '20261101', end_date: '20261121' };
  const questions: [string, string][] = [
    ['video/query', JSON.stringify({ query: { and: [condition] }, ...dates })],
    ['video/comment/list', `{"video_id":${POST}}`],
    ...['info', 'followers', 'following', 'liked_videos', 'reposted_videos', 'pinned_videos'].map(
      (name): [string, string] => [`user/${name}`, user],
    ),
    ['playlist/info', `{"playlist_id":${list?.id}}`],
  ];
  const answers = [seen(given)];
  for (const [path, body] of questions) {
    const address = `${origin}/research/${path}/?fields=${path === 'user/info' ? 'bio_url' : 'id'}`;
    const headers = { authorization: `Bearer ${token}` };
    answers.push(seen(await session.send(address, { method: 'POST', headers, body })));
  }
  return answers;
}

describe('one seed and one clock', () => {
  it('answer every route byte for byte the same, and another seed otherwise', async () => {
    const [first, second, other] = [await run(), await run(), await run('another')];
    expect(first.struck.sort()).toEqual([...ROUTE_NAMES].sort());
    const differing = first.answers.filter((answer, n) => answer !== second.answers[n]);
    expect(differing.map((answer) => answer.slice(0, 300))).toEqual([]);
    expect(second.answers).toHaveLength(first.answers.length);
    const same = first.answers.filter((answer, n) => answer === other.answers[n]);
    expect(same.length).toBeLessThan(first.answers.length / 10);
  });
});
