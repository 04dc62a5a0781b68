import { barePost, examplePhotos, exampleVideo } from '../../../test/support/example-post';
import { noOwnLink, type OwnLink } from './links';
import { presentPost } from './post.presenter';
import { presentRemappedPost } from './remapped-post.presenter';
import { presentWebPost } from './web-post.presenter';

const ownLink: OwnLink = (post, choice) =>
  `https://ours.example/${post.id}?${JSON.stringify(choice)}`;
const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a post in the shape of 2019', () => {
  it('has its length in seconds, its time in digits and our link first', () => {
    expect(sent(presentRemappedPost(exampleVideo, ownLink))).toEqual({
      itemInfos: {
        id: '7165262254722534698',
        text: 'look #magic @friend #Later',
        createTime: '1668297600',
        diggCount: 20,
        commentCount: 30,
        shareCount: 40,
        playCount: 10,
        covers: ['https://p16.example/cover.jpeg', 'https://p16.example/origin.jpeg'],
        video: {
          urls: [
            'https://ours.example/7165262254722534698?{}',
            'https://v16.example/play.mp4',
            'https://v16.example/best.mp4',
            'https://v19.example/best.mp4',
          ],
          videoMeta: { duration: 15, width: 576, height: 1024 },
        },
      },
      authorInfos: {
        userId: '6784819479778378757',
        uniqueId: 'somebody',
        nickName: 'Some Body',
        secUid: 'MS4wLjABAAAAsomebody',
        verified: true,
        signature: 'invented',
        covers: [
          'https://p16.example/thumb.jpeg',
          'https://p16.example/medium.jpeg',
          'https://p16.example/larger.jpeg',
        ],
      },
      musicInfos: {
        musicId: '6874200777853661442',
        musicName: 'Song',
        authorName: 'Singer',
        covers: ['https://p16.example/song.jpeg'],
      },
      challengeInfoList: [
        { challengeId: '229207', challengeName: 'magic' },
        { challengeName: 'later' },
      ],
    });
  });

  it('has covers and no video for pictures, and little of what says little', () => {
    const { itemInfos } = presentRemappedPost(examplePhotos, ownLink);
    expect([itemInfos.covers, itemInfos.video]).toEqual([
      ['https://p16.example/1.jpeg'],
      undefined,
    ]);
    expect(sent(presentRemappedPost(barePost, ownLink))).toEqual({
      itemInfos: { id: '7000000000000000001', text: '', playCount: 7, covers: [] },
      challengeInfoList: [],
    });
  });
});

describe('a post in camel case', () => {
  it('has its length in seconds, and the addresses of its file on request', () => {
    const { video } = presentWebPost(exampleVideo, ownLink, true);
    expect(video).toMatchObject({
      video_id: 'v1',
      download_addr: 'https://ours.example/7165262254722534698?{}',
      play_addr: 'https://ours.example/7165262254722534698?{}',
      cookie_download: '',
      size: 1_000,
      definition: '720p',
      duration: 15,
      cover: 'https://p16.example/cover.jpeg',
    });
    const without = presentWebPost(exampleVideo, ownLink, false).video;
    expect(without).not.toHaveProperty('download_addr');
    expect(without).not.toHaveProperty('play_addr');
  });

  it("says nothing of cookies for TikTok's own address", () => {
    const { video } = presentWebPost(exampleVideo, noOwnLink, true);
    expect(video?.download_addr).toBe('https://v16.example/play.mp4');
    expect(video?.cookie_download).toBeUndefined();
  });

  it('has pictures in place of a video', () => {
    const { video, images } = presentWebPost(examplePhotos, ownLink, true);
    expect([video, images]).toEqual([
      undefined,
      ['https://p16.example/1.jpeg', 'https://p16.example/2.jpeg'],
    ]);
  });
});

describe('the shape that is asked for', () => {
  it('is camel case for new_version, and has subtitles for alternative_method', () => {
    const plain = { new_version: false, download_video: false };
    expect(presentPost(exampleVideo, noOwnLink, plain)).not.toHaveProperty('cla_info');
    const captioned = { ...plain, alternative_method: true };
    expect(presentPost(exampleVideo, noOwnLink, captioned)).toHaveProperty('cla_info');
    const renewed = { ...plain, new_version: true };
    expect(presentPost(exampleVideo, noOwnLink, renewed)).toHaveProperty('stats.playCount', 10);
  });
});
