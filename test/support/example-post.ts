import type { Post, User } from '../../src/tiktok';

/** An account with all that any surface has ever said of one. */
export const exampleUser: User = {
  id: '6784819479778378757',
  uniqueId: 'somebody',
  secUid: 'MS4wLjABAAAAsomebody',
  nickname: 'Some Body',
  signature: 'invented',
  avatarThumb: { url: 'https://p16.example/thumb.jpeg' },
  avatarMedium: { url: 'https://p16.example/medium.jpeg' },
  avatarLarger: { url: 'https://p16.example/larger.jpeg' },
  isVerified: true,
  verifiedReason: 'verified account',
  isPrivate: false,
  createdAtSeconds: 1_500_000_000,
  language: 'en',
  region: 'US',
  bioLink: 'https://somebody.example',
  contacts: { email: 'a@b.example', instagramId: 'some.insta', youtubeChannelId: 'UC1' },
  settings: { isCommerceUser: true, commerceCategory: 'Art', isSecret: false },
  stats: { followerCount: 1, followingCount: 2, heartCount: 3, videoCount: 4, diggCount: 5 },
};

/** A video with all that any surface has ever said of one. */
export const exampleVideo: Post = {
  id: '7165262254722534698',
  kind: 'video',
  caption: 'look #magic @friend #Later',
  createdAtSeconds: 1_668_297_600,
  author: exampleUser,
  stats: {
    playCount: 10,
    diggCount: 20,
    commentCount: 30,
    shareCount: 40,
    collectCount: 50,
    repostCount: 60,
    downloadCount: 70,
    forwardCount: 80,
    whatsappShareCount: 90,
  },
  video: {
    id: '7165262254722534698',
    uri: 'v1',
    durationSeconds: 15,
    width: 576,
    height: 1024,
    ratio: '720p',
    codec: 'h264',
    sizeBytes: 1_000,
    cover: { url: 'https://p16.example/cover.jpeg' },
    originCover: { url: 'https://p16.example/origin.jpeg' },
    dynamicCover: { url: 'https://p16.example/dynamic.webp' },
    playLink: { url: 'https://v16.example/play.mp4' },
    downloadLink: { url: 'https://v16.example/marked.mp4' },
    renditions: [
      {
        links: [{ url: 'https://v16.example/best.mp4' }, { url: 'https://v19.example/best.mp4' }],
        codec: 'h265',
        qualityName: 'adapt_720',
        bitsPerSecond: 1_200_000,
        sizeBytes: 2_000,
        width: 720,
        height: 1280,
        uri: 'v2',
      },
      {
        links: [{ url: 'https://v16.example/plain.mp4' }],
        codec: 'h264',
        qualityName: 'normal_540',
      },
    ],
    subtitles: [
      {
        link: { url: 'https://v16.example/en.vtt', expiresAtSeconds: 1_700_000_000 },
        languageCode: 'eng-US',
        format: 'webvtt',
        source: 'ASR',
      },
    ],
  },
  images: [],
  music: {
    id: '6874200777853661442',
    title: 'Song',
    authorName: 'Singer',
    album: 'Album',
    durationSeconds: 60,
    isOriginal: false,
    playLink: { url: 'https://v16.example/song.mp3' },
    coverThumb: { url: 'https://p16.example/song.jpeg' },
  },
  hashtags: [{ id: '229207', name: 'magic' }, { name: 'later' }],
  captionTags: [
    { start: 5, end: 11, hashtag: { id: '229207', name: 'magic' } },
    { start: 12, end: 19, mention: { uniqueId: 'friend', userId: '1', secUid: 'MS4' } },
  ],
  locationCreated: 'US',
  labels: [],
  suggestedWords: [],
  textLanguage: 'en',
  isPinned: true,
  isAd: false,
};

/** A post of two pictures, as a page gives it. */
export const examplePhotos: Post = {
  ...exampleVideo,
  id: '7210531475052236078',
  kind: 'photo',
  isPinned: false,
  video: undefined,
  imageTitle: 'two of them',
  images: [
    { links: [{ url: 'https://p16.example/1.jpeg' }], width: 100, height: 200 },
    { links: [{ url: 'https://p16.example/2.jpeg' }, { url: 'https://p19.example/2.jpeg' }] },
  ],
};

/** All that a surface with little to say has of a post. */
export const barePost: Post = {
  id: '7000000000000000001',
  kind: 'video',
  caption: '',
  stats: { playCount: 7 },
  images: [],
  hashtags: [],
  captionTags: [],
  labels: [],
  suggestedWords: [],
  isPinned: false,
};
