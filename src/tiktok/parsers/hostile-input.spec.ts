import * as fc from 'fast-check';
import { TikTokError } from '../tiktok.errors';
import { parseAwemeDetail } from './aweme.parser';
import { parseCommentList } from './comment-list.parser';
import { parseEmbedPost, parseEmbedUser } from './embed.parser';
import { parseEmbedHashtag, parseHashtagDetail } from './hashtag.parser';
import { parseItemDetail, parseItemList } from './item-list.parser';
import { parseLiveRoom } from './live-room.parser';
import { parseEmbedMusic, parseMusicDetail } from './music-detail.parser';
import { parseOembed } from './oembed.parser';
import { parsePlayerItems } from './player.parser';
import { parsePostPage } from './post-page.parser';
import { parseSearchLive, parseSearchPosts, parseSearchUsers } from './search.parser';
import { parseUserDetail } from './user-detail.parser';
import { parseUserList } from './user-list.parser';
import { parseUserPage } from './user-page.parser';

const parsers = {
  parseAwemeDetail,
  parseCommentList,
  parseEmbedHashtag,
  parseEmbedMusic,
  parseEmbedPost,
  parseEmbedUser,
  parseHashtagDetail,
  parseItemDetail,
  parseItemList,
  parseLiveRoom,
  parseMusicDetail,
  parseOembed,
  parsePlayerItems,
  parsePostPage,
  parseSearchLive,
  parseSearchPosts,
  parseSearchUsers,
  parseUserDetail,
  parseUserList,
  parseUserPage,
};

// Every key that a parser asks for, so that nonsense gets deep into them.
const KEYS = [
  ...['id', 'uniqueId', 'author', 'desc', 'text', 'createTime', 'stats', 'statsV2', 'video'],
  ...['bitrateInfo', 'PlayAddr', 'UrlList', 'playAddr', 'subtitleInfos', 'Url', 'imagePost'],
  ...['images', 'imageURL', 'urlList', 'music', 'challenges', 'textExtra', 'start', 'end'],
  ...['hashtagName', 'itemList', 'hasMore', 'cursor', 'statusCode', 'statusMsg', 'liveRoomInfo'],
  ...['userInfo', 'user', 'videoList', 'videoData', 'itemInfos', 'authorInfos', 'musicInfos'],
  ...['isError', 'errorCode', 'item_basic', '__proto__', 'constructor'],
  ...['aweme_id', 'comments', 'cid', 'reply_comment', 'text_extra', 'image_list', 'url_list'],
  ...['unique_id', 'user_info', 'live_info', 'raw_data', 'room_info', 'id_str', 'stream_url'],
  ...['embedInfo', 'title', 'challenge', 'sort_tags', 'play_addr', 'bit_rate', 'image_post_info'],
];

const nonsense = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(
      null,
      true,
      '',
      '0',
      '7400000000000000001',
      0,
      -1,
      1e300,
      'https://a.example/1',
    ),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 8 }),
  ),
})).value;

const carriers: readonly ((value: unknown) => string)[] = [
  (value) => JSON.stringify(value),
  (value) => JSON.stringify({ statusCode: 0, itemList: [value], itemInfo: { itemStruct: value } }),
  (value) =>
    JSON.stringify({
      status_code: 0,
      ...{ comments: [value], userList: [value], user_list: [value], data: [value] },
      ...{ aweme_detail: value, items: [value], challengeInfo: value, musicInfo: value },
    }),
  (value) => JSON.stringify({ statusCode: 0, data: value, userInfo: value, html: value }),
  (value) => {
    const scope = { 'webapp.user-detail': value, 'webapp.video-detail': value };
    return script('__UNIVERSAL_DATA_FOR_REHYDRATION__', { __DEFAULT_SCOPE__: scope });
  },
  (value) => {
    const detail = { userInfo: value, itemInfo: { itemStruct: value } };
    const scope = { 'webapp.user-detail': detail, 'webapp.reflow.video.detail': detail };
    return script('__UNIVERSAL_DATA_FOR_REHYDRATION__', { __DEFAULT_SCOPE__: scope });
  },
  (value) =>
    script('SIGI_STATE', {
      UserModule: { users: { a: value }, stats: value },
      ItemModule: { a: value },
      ItemList: { video: { list: value } },
    }),
  (value) => script('__NEXT_DATA__', { props: { pageProps: value } }),
  (value) => script('__FRONTITY_CONNECT_STATE__', { source: { data: { '/embed/x': value } } }),
  (value) =>
    script('__FRONTITY_CONNECT_STATE__', {
      source: { data: { '/embed/x': { userInfo: value, videoList: [value], videoData: value } } },
    }),
];

function script(id: string, state: unknown): string {
  return `<script id="${id}">${JSON.stringify(state).replaceAll('<', '\\u003C')}</script>`;
}

describe.each(Object.entries(parsers))('%s', (_, parse) => {
  const readOrRefuse = (body: Buffer): void => {
    try {
      parse(body);
    } catch (error) {
      expect(error).toBeInstanceOf(TikTokError);
    }
  };

  it('throws nothing but its own errors for any data in any place', () => {
    fc.assert(
      fc.property(fc.constantFrom(...carriers), nonsense, (carry, value) => {
        readOrRefuse(Buffer.from(carry(value)));
      }),
      { numRuns: 300 },
    );
  });

  it('throws nothing but its own errors for bytes that break off anywhere', () => {
    fc.assert(
      fc.property(fc.constantFrom(...carriers), nonsense, fc.nat(), (carry, value, cut) => {
        const body = Buffer.from(carry(value));
        readOrRefuse(body.subarray(0, cut % (body.length + 1)));
      }),
      { numRuns: 200 },
    );
  });

  it('survives nesting that no page has', () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    readOrRefuse(Buffer.from(deep));
    readOrRefuse(Buffer.from(`<script id="SIGI_STATE">${deep}</script>`));
    readOrRefuse(Buffer.from(`<script id="sigi-persisted-data">SIGI_STATE=${deep}</script>`));
  });
});
