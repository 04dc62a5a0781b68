import { parseEmbedPost, parseEmbedUser } from './embed.parser';

const id = '7400000000000000001';
const embed = (data: unknown): Buffer =>
  Buffer.from(
    `<script>load("__FRONTITY_CONNECT_STATE__")</script>` +
      `<script id="__FRONTITY_CONNECT_STATE__" type="application/json">` +
      `${JSON.stringify({ source: { data } })}</script>`,
  );

describe('parseEmbedUser', () => {
  const userInfo = {
    id: '6900000000000000001',
    uniqueId: 'tester.one',
    nickname: 'Tester',
    verified: true,
    avatarThumbUrl: 'https://p16.example/t.jpeg',
    followerCount: 40400,
    heartCount: '3900000',
    code: 200,
  };
  const row = {
    id,
    desc: 'hello',
    width: 576,
    height: 1024,
    ratio: 540,
    coverUrl: 'https://p16.example/c.jpeg',
    playAddr: 'https://v16.example/p',
    playCount: 12,
    privateItem: false,
    authorUniqueId: 'Tester.One',
  };
  const photo = { ...row, playAddr: '', authorUniqueId: 'someone' };

  it('reads the account and its rows under a route with a query', () => {
    const html = embed({
      strategy: {},
      '/embed/@tester.one?lang=en': { isError: false, userInfo, videoList: [row, photo, {}] },
    });
    const { user, posts, droppedCount } = parseEmbedUser(html);
    expect(user).toMatchObject({
      uniqueId: 'tester.one',
      isVerified: true,
      avatarThumb: { url: 'https://p16.example/t.jpeg' },
      stats: { followerCount: 40400, heartCount: 3900000 },
    });
    expect(user.secUid).toBeUndefined();
    expect(droppedCount).toBe(1);
    expect(posts[0]).toMatchObject({
      id,
      kind: 'video',
      createdAtSeconds: Number(BigInt(id) >> 32n),
      author: user,
      stats: { playCount: 12 },
      video: { ratio: '540', playLink: { url: 'https://v16.example/p' } },
    });
    expect(posts[1]).toMatchObject({ kind: 'photo', author: { uniqueId: 'someone', stats: {} } });
  });

  it.each([
    { isError: true, pageName: 'error', userInfo: { uniqueId: 'tester.one' }, videoList: [] },
    { isError: true, errorCode: 10202, userInfo: { uniqueId: 'tester.one' } },
    { isError: false, userInfo: { ...userInfo, code: 404 } },
  ])('does not guess what the error entry %j means', (entry) => {
    expect(() => parseEmbedUser(embed({ '/embed/@tester.one': entry }))).toThrow(
      expect.objectContaining({ code: 'tiktok.blocked', kind: 'inconclusive' }),
    );
  });

  it.each([
    Buffer.from('<html></html>'),
    embed({}),
    embed({ '/embed/@x': null }),
    embed({ '/embed/@x': { isError: false } }),
  ])('is blocked by a page without data', (html) => {
    expect(() => parseEmbedUser(html)).toThrow(expect.objectContaining({ kind: 'shell_page' }));
  });

  it('names what is missing in an account', () => {
    const html = embed({ '/embed/@x': { userInfo: { id: '1' } } });
    expect(() => parseEmbedUser(html)).toThrow(
      expect.objectContaining({ code: 'tiktok.shape_changed' }),
    );
  });
});

describe('parseEmbedPost', () => {
  const videoData = {
    itemInfos: {
      id,
      text: 'hello #fun',
      createTime: '1723000000',
      covers: ['https://p16.example/c.jpeg'],
      video: {
        urls: ['https://v16.example/p'],
        videoMeta: { width: 576, height: 1024, ratio: 14, duration: 9 },
      },
      diggCount: 1,
      isAd: false,
      locationCreated: 'AQ',
    },
    authorInfos: {
      userId: '6900000000000000001',
      secUid: 'MS4wLjABAAAAinvented',
      uniqueId: 'tester.one',
      nickName: 'Tester',
      covers: ['https://p16.example/t.jpeg'],
    },
    authorStats: { followerCount: 3, heartCount: '12000000000', videoCount: 4 },
    musicInfos: {
      musicId: '6800000000000000001',
      musicName: 'sound',
      original: 'true',
      playUrl: ['https://sf16.example/m.mp3'],
    },
    challengeInfoList: [{ challengeId: '5', challengeName: 'fun' }],
    textExtra: [{ Start: 6, End: 10, HashtagName: 'fun', HashtagId: '5', Type: 1 }],
    duetInfo: '',
    imagePostInfo: null,
  };
  const post = (data: unknown): Buffer => embed({ [`/embed/v2/${id}`]: { videoData: data } });

  it('reads a video', () => {
    expect(parseEmbedPost(post(videoData))).toMatchObject({
      id,
      kind: 'video',
      caption: 'hello #fun',
      createdAtSeconds: 1723000000,
      author: {
        id: '6900000000000000001',
        nickname: 'Tester',
        secUid: 'MS4wLjABAAAAinvented',
        avatarThumb: { url: 'https://p16.example/t.jpeg' },
        stats: { heartCount: 12000000000 },
      },
      stats: { diggCount: 1 },
      video: { durationSeconds: 9, playLink: { url: 'https://v16.example/p' } },
      music: { id: '6800000000000000001', title: 'sound', isOriginal: true },
      hashtags: [{ id: '5', name: 'fun' }],
      captionTags: [{ start: 6, end: 10 }],
      isAd: false,
      locationCreated: 'AQ',
    });
  });

  const urlList = ['https://p16.example/1.jpeg'];
  it.each([
    { displayImages: [{ width: 1080, height: 1440, urlList }] },
    { images: [{ imageURL: { urlList }, imageWidth: 1080, imageHeight: 1440 }] },
  ])('reads the pictures in %j', (imagePostInfo) => {
    const { kind, images } = parseEmbedPost(post({ ...videoData, imagePostInfo }));
    expect(kind).toBe('photo');
    expect(images).toEqual([{ links: [{ url: urlList[0] }], width: 1080, height: 1440 }]);
  });

  it('reads the older carrier', () => {
    const state = JSON.stringify({ props: { pageProps: { videoData } } });
    const html = Buffer.from(`<script id="__NEXT_DATA__">${state}</script>`);
    expect(parseEmbedPost(html).id).toBe(id);
  });

  it.each([
    [{ isError: true, errorCode: 10204, errorStatus: 400 }, 'tiktok.not_found'],
    [{ isError: true, errorCode: 10216 }, 'tiktok.private'],
    [{ isError: true }, 'tiktok.blocked'],
    [{ videoData: { itemInfos: { text: 'x' } } }, 'tiktok.shape_changed'],
    [{ videoData: {} }, 'tiktok.blocked'],
  ])('throws for the entry %j', (entry, code) => {
    expect(() => parseEmbedPost(embed({ [`/embed/v2/${id}`]: entry }))).toThrow(
      expect.objectContaining({ code }),
    );
  });
});
