import * as fc from 'fast-check';

// The parts of payloads with invented content, in the shapes of the protocol page.

export const id = fc
  .bigInt(6_000_000_000_000_000_000n, 7_700_000_000_000_000_000n)
  .map((value) => value.toString());
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constant('one #tag @other'),
);
export const handle = fc.stringMatching(/^[a-z0-9_.]{3,10}$/);
export const secUid = fc.stringMatching(/^[A-Za-z0-9_-]{8}$/).map((tail) => `MS4wLjABAAAA${tail}`);
export const count = fc.oneof(
  fc.nat(),
  fc.nat().map(String),
  fc.constantFrom('41200000000', 0, -5),
);
export const seconds = fc.integer({ min: 1_400_000_000, max: 1_900_000_000 });
export const flag = fc.oneof(fc.boolean(), fc.constantFrom(0, 1, 'true'));
export const url = fc.oneof(
  fc
    .record({ name: fc.nat(), dies: seconds })
    .map(({ name, dies }) => `https://p16.example/${name}.jpeg?x-expires=${dies}`),
  fc.nat().map((name) => `https://p16.example/${name}.heic`),
  seconds.map((dies) => `https://v16.example/${'0a'.repeat(16)}/${dies.toString(16)}/video/tos/x`),
  fc.constantFrom('', '//p16.example/short'),
);
export const mobileLink = fc.record({
  uri: text,
  url_list: fc.array(url, { maxLength: 3 }),
  width: count,
  height: count,
});
export const some = (shape: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
  fc.record(shape, { requiredKeys: [] });
export const list = (row: fc.Arbitrary<unknown>): fc.Arbitrary<unknown[]> =>
  fc.array(row, { maxLength: 3 });

export const webStats = some({
  followerCount: count,
  heartCount: count,
  videoCount: count,
  diggCount: count,
  viewCount: count,
  playCount: count,
});
export const webUser = fc.record(
  {
    id,
    uniqueId: handle,
    secUid,
    nickname: text,
    signature: text,
    avatarLarger: url,
    verified: flag,
    privateAccount: flag,
    createTime: seconds,
    roomId: fc.oneof(id, fc.constant('')),
    bioLink: some({ link: text }),
    commerceUserInfo: some({ commerceUser: flag, category: text }),
  },
  { requiredKeys: ['uniqueId'] },
);
export const profile = some({
  user: webUser,
  stats: webStats,
  statsV2: webStats,
  itemList: fc.constant([]),
});

export const webMusic = fc.record({
  id,
  title: text,
  authorName: text,
  playUrl: url,
  duration: count,
  original: flag,
});
export const address = some({
  Uri: text,
  UrlList: list(url),
  UrlKey: text,
  DataSize: count,
  Width: count,
});
export const webVideo = some({
  id,
  duration: count,
  width: count,
  cover: url,
  playAddr: url,
  codecType: fc.constantFrom('h264', 'bytevc2'),
  PlayAddrStruct: address,
  bitrateInfo: list(some({ Bitrate: count, GearName: text, CodecType: text, PlayAddr: address })),
  subtitleInfos: list(some({ Url: url, UrlExpire: seconds, LanguageCodeName: text, Format: text })),
});
export const item = fc.record(
  {
    id,
    desc: text,
    createTime: fc.oneof(seconds, seconds.map(String), fc.constant('0')),
    author: fc.oneof(webUser, handle),
    authorStats: webStats,
    music: fc.oneof(webMusic, fc.constant(null)),
    video: webVideo,
    stats: webStats,
    statsV2: webStats,
    challenges: list(some({ id, title: handle, desc: text })),
    textExtra: list(
      some({ start: fc.nat(9), end: fc.nat(15), hashtagName: handle, userId: id, secUid }),
    ),
    imagePost: some({
      title: text,
      images: list(some({ imageURL: some({ urlList: list(url) }), imageWidth: count })),
    }),
    poi: some({ id, name: text, city: text, ttTypeNameTiny: text }),
    anchors: list(some({ id, type: count, keyword: text, icon: some({ urlList: list(url) }) })),
    stickersOnItem: list(some({ stickerText: list(text) })),
    effectStickers: list(some({ ID: id, name: text })),
    isPinnedItem: flag,
    liveRoomInfo: fc.constant({}),
  },
  { requiredKeys: ['id'] },
);

export const mobileUser = some({
  uid: id,
  unique_id: handle,
  sec_uid: secUid,
  nickname: text,
  avatar_thumb: mobileLink,
  custom_verify: text,
  follower_count: count,
  total_favorited: count,
  room_id: fc.constant(0),
  secret: flag,
});
export const comment = fc.record(
  {
    cid: id,
    aweme_id: id,
    text,
    create_time: seconds,
    digg_count: count,
    reply_comment_total: count,
    reply_comment: fc.oneof(
      fc.constant(null),
      list(some({ cid: id, text, reply_id: id, user: mobileUser })),
    ),
    reply_id: fc.oneof(id, fc.constant('0')),
    user: mobileUser,
    comment_language: fc.constantFrom('en', 'un'),
    label_list: fc.oneof(fc.constant(null), list(some({ text }))),
    image_list: fc.oneof(
      fc.constant(null),
      list(some({ crop_url: mobileLink, origin_url: mobileLink })),
    ),
    text_extra: list(some({ start: fc.nat(5), end: fc.nat(15), user_id: id, sec_uid: secUid })),
    sort_tags: fc.constantFrom('{"top_list":1}', '', 'broken{'),
    status: count,
  },
  { requiredKeys: ['cid'] },
);
export const mobileAddress = some({
  uri: text,
  url_list: list(url),
  url_key: text,
  data_size: count,
});
export const aweme = fc.record(
  {
    aweme_id: id,
    desc: text,
    create_time: seconds,
    author: mobileUser,
    statistics: some({ play_count: count, digg_count: count, whatsapp_share_count: count }),
    status: some({ is_delete: flag, private_status: count }),
    text_extra: list(
      some({ start: fc.nat(5), end: fc.nat(15), hashtag_name: handle, hashtag_id: id }),
    ),
    cha_list: list(some({ cid: id, cha_name: handle })),
    music: some({ id, mid: id, title: text, play_url: mobileAddress, owner_handle: handle }),
    video: some({
      duration: fc.nat(600_000),
      play_addr: mobileAddress,
      download_addr: mobileAddress,
      bit_rate: list(
        some({ gear_name: text, bit_rate: count, is_bytevc1: flag, play_addr: mobileAddress }),
      ),
      cla_info: some({ caption_infos: list(some({ url, lang: text, Format: text })) }),
    }),
    image_post_info: some({ title: text, images: list(some({ display_image: mobileLink })) }),
  },
  { requiredKeys: ['aweme_id'] },
);
