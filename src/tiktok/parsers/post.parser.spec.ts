import { parsePost } from './post.parser';

const id = '7400000000000000001';
const timeOfId = Number(BigInt(id) >> 32n);

const video = {
  id,
  desc: 'hello #fun',
  createTime: '1723000000',
  author: { uniqueId: 'tester' },
  stats: { diggCount: 40400, commentCount: 2, collectCount: '9' },
  statsV2: { diggCount: '40398', repostCount: '4' },
  video: { duration: 9, playAddr: 'https://v16.example/p' },
  music: { id: '6800000000000000001', title: 'sound', original: true, playUrl: '' },
  textExtra: [{ start: 6, end: 10, hashtagName: 'fun', hashtagId: '5' }],
  diversificationLabels: ['Science'],
  isPinnedItem: true,
  duetInfo: { duetFromId: '0' },
};

describe('parsePost', () => {
  it('reads a video of a page', () => {
    expect(parsePost(video)).toMatchObject({
      id,
      kind: 'video',
      caption: 'hello #fun',
      createdAtSeconds: 1723000000,
      author: { uniqueId: 'tester' },
      stats: { diggCount: 40398, commentCount: 2, collectCount: 9, repostCount: 4 },
      video: { durationSeconds: 9 },
      images: [],
      music: { id: '6800000000000000001', isOriginal: true },
      hashtags: [{ id: '5', name: 'fun' }],
      labels: ['Science'],
      isPinned: true,
    });
    expect(parsePost(video)?.duetFromId).toBeUndefined();
  });

  it.each([
    [1723000000, 1723000000],
    ['1723000000', 1723000000],
    ['0', timeOfId],
    [undefined, timeOfId],
    ['soon', timeOfId],
    // Before TikTok, and milliseconds.
    [1000, timeOfId],
    [1723000000000, timeOfId],
  ])('takes the time %p for %d', (createTime, expected) => {
    expect(parsePost({ id, createTime })?.createdAtSeconds).toBe(expected);
  });

  it('has no time for an id that holds none', () => {
    expect(parsePost({ id: '123' })?.createdAtSeconds).toBeUndefined();
  });

  it('reads a photo post, whose video is empty', () => {
    const post = parsePost({
      id,
      video: { id: '', duration: 0, playAddr: '' },
      imagePost: {
        title: 'Pictures',
        images: [
          {
            imageURL: { urlList: ['https://p16.example/1.heic?x=1', 'https://p16.example/1.jpeg'] },
            imageWidth: 1080,
            imageHeight: 1440,
          },
          { imageURL: { urlList: [] } },
          null,
        ],
      },
    });
    expect(post).toMatchObject({ kind: 'photo', imageTitle: 'Pictures' });
    expect(post?.images).toEqual([
      {
        links: [{ url: 'https://p16.example/1.jpeg' }, { url: 'https://p16.example/1.heic?x=1' }],
        width: 1080,
        height: 1440,
      },
    ]);
    expect(post?.video).toEqual({ durationSeconds: 0, renditions: [], subtitles: [] });
  });

  it('reads an age-gated post, which has no video', () => {
    const post = parsePost({ id, isContentClassified: true });
    expect(post).toMatchObject({ kind: 'video', isContentClassified: true, caption: '' });
    expect(post?.video).toBeUndefined();
    expect(post?.music).toBeUndefined();
  });

  it('reads wrapped items of phone lists', () => {
    const post = parsePost({ item_basic: { id, creator: { uniqueId: 'tester' } } });
    expect(post).toMatchObject({ id, author: { uniqueId: 'tester' } });
  });

  it('reads suggested words where lists keep them', () => {
    const videoSuggestWordsList = {
      video_suggest_words_struct: [{ words: [{ word: 'one' }, { word: '' }] }, null],
    };
    expect(parsePost({ id, videoSuggestWordsList })?.suggestedWords).toEqual(['one']);
    expect(
      parsePost({ id, suggestedWords: ['two'], videoSuggestWordsList })?.suggestedWords,
    ).toEqual(['two']);
  });

  it.each([
    [{ IsAigc: true }, true],
    [{ IsAigc: false, aigcLabelType: 1 }, true],
    [{ aigcLabelType: 0 }, false],
    [{}, undefined],
  ])('knows from %j whether a machine made it', (flags, expected) => {
    expect(parsePost({ id, ...flags })?.isAiGenerated).toBe(expected);
  });

  it.each([undefined, null, 'x', [], {}, { id: '' }, { id: '0' }, { id: 7400000000000000001 }])(
    'is undefined for %j',
    (value) => {
      expect(parsePost(value)).toBeUndefined();
    },
  );
});
