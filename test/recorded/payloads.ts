import * as fc from 'fast-check';
import {
  aweme,
  comment,
  count,
  flag,
  handle,
  id,
  item,
  list,
  mobileLink,
  mobileUser,
  profile,
  secUid,
  seconds,
  some,
  text,
  url,
  webMusic,
  webStats,
  webUser,
} from './payload-parts';

const envelope = {
  statusCode: fc.constant(0),
  hasMore: flag,
  cursor: fc.oneof(fc.nat(), fc.nat().map(String)),
  log_pb: fc.constant({ impr_id: 'search-one' }),
};
const answer = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> =>
  fc.record({ ...envelope, ...shape });
const streams = fc
  .record({ flv: url, hls: url })
  .map((main) => ({ stream_data: JSON.stringify({ data: { hd: { main } } }) }));
const room = some({
  id_str: id,
  title: text,
  status: fc.constantFrom(2, 4),
  user_count: count,
  owner: mobileUser,
  cover: mobileLink,
  stream_url: some({
    flv_pull_url: some({ HD1: url }),
    live_core_sdk_data: fc.record({ pull_data: streams }),
  }),
});
const embedRow = some({
  id,
  desc: text,
  coverUrl: url,
  playAddr: url,
  authorUniqueId: handle,
  playCount: count,
});
const embed = (entry: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  entry.map((value) => ({ source: { data: { '/embed/x': value } } }));
const scope = (name: string, detail: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  detail.map((value) => ({ __DEFAULT_SCOPE__: { [name]: value } }));

/** Payloads of every surface with invented content, by the parser that reads them. */
export const payloads = {
  parseAwemeDetail: answer({ aweme_detail: aweme }),
  parseCommentList: answer({ comments: list(comment), total: count }),
  parseEmbedHashtag: embed(
    some({
      embedInfo: some({ title: handle, viewCount: count, videoCount: count, coverUrl: url }),
      videoList: list(embedRow),
    }),
  ),
  parseEmbedMusic: embed(
    some({ embedInfo: some({ id, artist: text, videoCount: count }), videoList: list(embedRow) }),
  ),
  parseEmbedPost: embed(
    some({
      videoData: some({
        itemInfos: some({ id, text, createTime: seconds, covers: list(url), playCount: count }),
        authorInfos: some({ userId: id, uniqueId: handle, nickName: text, covers: list(url) }),
        musicInfos: some({ musicId: id, musicName: text, playUrl: list(url) }),
        stickerTextList: list(text),
      }),
    }),
  ),
  parseEmbedUser: embed(
    some({
      userInfo: some({ id, uniqueId: handle, followerCount: count, avatarThumbUrl: url }),
      videoList: list(embedRow),
    }),
  ),
  parseHashtagDetail: answer({
    challengeInfo: some({
      challenge: some({ id, title: handle, desc: text, coverLarger: url }),
      stats: webStats,
      statsV2: webStats,
    }),
  }),
  parseItemDetail: answer({ itemInfo: some({ itemStruct: item }) }),
  parseItemList: answer({ itemList: list(fc.oneof(item, aweme)) }),
  parseLikedList: answer({ itemList: list(item) }),
  parseLiveRoom: answer({
    data: fc.oneof(
      room,
      some({
        user: webUser,
        stats: webStats,
        liveRoom: some({
          title: text,
          startTime: seconds,
          streamData: streams.map((pull_data) => ({ pull_data })),
        }),
      }),
    ),
  }),
  parseMusicDetail: answer({
    musicInfo: some({ music: webMusic, author: webUser, stats: webStats }),
  }),
  parseOembed: fc
    .record({ id, tag: handle, music: id, title: text, name: handle, cover: url })
    .map(({ tag, music, ...rest }) => ({
      embed_product_id: rest.id,
      title: rest.title,
      author_unique_id: rest.name,
      thumbnail_url: rest.cover,
      html: `<a title="${tag}" target="_blank" href="https://www.tiktok.com/tag/${tag}">#${tag}</a><a href="https://www.tiktok.com/music/x-${music}?refer=embed">`,
    })),
  parsePlayerItems: answer({
    items: list(
      some({
        id_str: id,
        desc: text,
        author_info: some({ unique_id: handle, secret_id: secUid, avatar_url_list: list(url) }),
        music_info: some({ id_str: id, title: text }),
        video_info: some({
          url_list: list(url),
          meta: some({ duration: fc.nat(600_000) }),
          cover: mobileLink,
        }),
        image_post_info: some({ images: list(some({ display_image: mobileLink })) }),
      }),
    ),
  }),
  parsePostPage: scope('webapp.video-detail', some({ itemInfo: some({ itemStruct: item }) })),
  parseSearchHashtags: answer({
    challenge_list: list(
      some({ challenge_info: some({ cid: id, cha_name: handle, view_count: count }) }),
    ),
  }),
  parseSearchLive: answer({
    data: list(
      fc.oneof(
        room.map((value) => ({ live_info: { raw_data: JSON.stringify(value) } })),
        room.map((value) => ({ live_info: { raw_data: 'broken{', room_info: value } })),
        some({ type: count }),
      ),
    ),
  }),
  parseSearchPosts: answer({ data: list(fc.record({ type: fc.constantFrom(1, 4, 999), item })) }),
  parseSearchUsers: answer({ user_list: list(fc.record({ user_info: mobileUser })) }),
  parseUserDetail: answer({ userInfo: profile, shareMeta: some({ title: text }) }),
  parseUserList: answer({ userList: list(profile), total: count, minCursor: count }),
  parseUserPage: scope(
    'webapp.user-detail',
    some({ userInfo: profile, shareMeta: some({ title: text }) }),
  ),
} as const satisfies Record<string, fc.Arbitrary<unknown>>;
