import { barePost, examplePhotos, exampleVideo } from '../../../test/support/example-post';
import type { Post } from '../../tiktok';
import { presentAweme, presentAwemeWithCaptions } from './aweme.presenter';
import { noOwnLink, type OwnLink } from './links';

const ownLink: OwnLink = (post, choice) =>
  `https://ours.example/${post.id}?${JSON.stringify(choice)}`;

/** As it goes over the wire: members without a value are none. */
const sent = (post: Post, link = noOwnLink): Record<string, unknown> =>
  JSON.parse(JSON.stringify(presentAweme(post, link))) as Record<string, unknown>;

describe('a post as the mobile app has it', () => {
  it('has ids as texts, numbers as numbers, its time in seconds', () => {
    expect(sent(exampleVideo)).toMatchObject({
      aweme_id: '7165262254722534698',
      group_id: '7165262254722534698',
      desc: 'look #magic @friend #Later',
      create_time: 1_668_297_600,
      region: 'US',
      aweme_type: 0,
      is_top: 1,
      share_url: 'https://www.tiktok.com/@somebody/video/7165262254722534698',
      desc_language: 'en',
      content_type: 'video',
      is_ads: false,
      author: { uid: '6784819479778378757', unique_id: 'somebody' },
      music: { mid: '6874200777853661442' },
      status: { is_delete: false, is_prohibited: false, is_private: false, in_reviewing: false },
      statistics: {
        aweme_id: '7165262254722534698',
        play_count: 10,
        digg_count: 20,
        comment_count: 30,
        share_count: 40,
        collect_count: 50,
        download_count: 70,
        forward_count: 80,
        whatsapp_share_count: 90,
      },
    });
  });

  it('has its hashtags and names where they stand in the caption', () => {
    expect(sent(exampleVideo).text_extra).toEqual([
      { type: 1, hashtag_name: 'magic', hashtag_id: '229207', start: 5, end: 11 },
      { type: 0, user_id: '1', user_unique_id: 'friend', sec_uid: 'MS4', start: 12, end: 19 },
      { type: 1, hashtag_name: 'later', start: 20, end: 26 },
    ]);
    expect(sent(exampleVideo).cha_list).toEqual([
      { cid: '229207', cha_name: 'magic' },
      { cha_name: 'later' },
    ]);
  });

  it('has its video in milliseconds, clean files first, every version', () => {
    expect(sent(exampleVideo).video).toEqual({
      duration: 15_000,
      width: 576,
      height: 1024,
      ratio: '720p',
      cover: { url_list: ['https://p16.example/cover.jpeg'] },
      origin_cover: { url_list: ['https://p16.example/origin.jpeg'] },
      dynamic_cover: { url_list: ['https://p16.example/dynamic.webp'] },
      play_addr: {
        uri: 'v2',
        url_list: [
          'https://v16.example/play.mp4',
          'https://v16.example/best.mp4',
          'https://v19.example/best.mp4',
        ],
        width: 576,
        height: 1024,
        data_size: 1_000,
      },
      play_addr_h264: { url_list: ['https://v16.example/plain.mp4'] },
      download_addr: { url_list: ['https://v16.example/marked.mp4'], width: 576, height: 1024 },
      bit_rate: [
        expect.objectContaining({ gear_name: 'adapt_720', bit_rate: 1_200_000, is_bytevc1: 1 }),
        expect.objectContaining({ gear_name: 'normal_540', is_bytevc1: 0 }),
      ],
      has_watermark: true,
    });
  });

  it('has our own links before those of TikTok', () => {
    const { video } = presentAweme(exampleVideo, ownLink);
    const [rendition] = video?.bit_rate ?? [];
    const firsts = [
      video?.play_addr,
      video?.play_addr_h264,
      video?.download_addr,
      rendition?.play_addr,
    ];
    expect(firsts.map((file) => file?.url_list[0])).toEqual([
      'https://ours.example/7165262254722534698?{}',
      'https://ours.example/7165262254722534698?{"codec":"h264"}',
      'https://ours.example/7165262254722534698?{"hasWatermark":true}',
      'https://ours.example/7165262254722534698?{"renditionName":"adapt_720"}',
    ]);
    expect(video?.play_addr?.url_list[1]).toBe('https://v16.example/play.mp4');
  });

  it('has pictures, and a cover from them, when it is a photo post', () => {
    expect(sent(examplePhotos, ownLink)).toMatchObject({
      aweme_type: 2,
      content_type: 'multi_photo',
      share_url: 'https://www.tiktok.com/@somebody/photo/7210531475052236078',
      video: { cover: { url_list: ['https://p16.example/1.jpeg'], width: 100, height: 200 } },
      image_post_info: {
        title: 'two of them',
        images: [
          { display_image: { url_list: ['https://p16.example/1.jpeg'], width: 100 } },
          {
            display_image: {
              url_list: ['https://p16.example/2.jpeg', 'https://p19.example/2.jpeg'],
            },
          },
        ],
      },
    });
    expect(sent(examplePhotos, ownLink).video).not.toHaveProperty('play_addr');
  });

  it('leaves out what nobody knows, and makes nothing up', () => {
    expect(sent(barePost, ownLink)).toEqual({
      aweme_id: '7000000000000000001',
      desc: '',
      aweme_type: 0,
      is_top: 0,
      share_url: 'https://www.tiktok.com/@_/video/7000000000000000001',
      content_type: 'video',
      group_id: '7000000000000000001',
      statistics: { aweme_id: '7000000000000000001', play_count: 7 },
      status: { is_delete: false, is_prohibited: false, is_private: false, in_reviewing: false },
      text_extra: [],
      cha_list: [],
    });
  });

  it('believes what TikTok says of its standing', () => {
    const state = { isDeleted: true, isTakenDown: true, isInReview: true };
    const post = { ...barePost, isPrivate: true, state };
    expect(sent(post).status).toEqual({
      is_delete: true,
      is_prohibited: true,
      is_private: true,
      in_reviewing: true,
    });
  });

  it('has subtitles on request, where there are any', () => {
    const { cla_info } = presentAwemeWithCaptions(exampleVideo, noOwnLink);
    expect(cla_info).toEqual({
      caption_infos: [
        {
          lang: 'eng-US',
          url: 'https://v16.example/en.vtt',
          url_list: ['https://v16.example/en.vtt'],
          caption_format: 'webvtt',
          is_auto_generated: true,
          expire: 1_700_000_000,
        },
      ],
    });
    expect(presentAwemeWithCaptions(barePost, noOwnLink)).not.toHaveProperty('cla_info');
  });
});
