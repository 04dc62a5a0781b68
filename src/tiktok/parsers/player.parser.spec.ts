import { TikTokBlockedError, TikTokShapeChangedError } from '../tiktok.errors';
import { parsePlayerItems } from './player.parser';

const body = (answer: object | string): Buffer =>
  Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
const id = '7400000000000000001';
const url = 'https://p16.example/1.jpeg';

describe('parsePlayerItems', () => {
  const videoInfo = {
    url_list: ['https://v.example/1'],
    meta: { duration: 15_500, width: 576, height: 1024, format: 'mp4' },
    cover: { url_list: [url] },
    profiles: [
      {
        gear_name: 'normal_540_0',
        bitrate: 900,
        codec_type: 'h264',
        play_addr: { url_list: [url] },
      },
      { codec_type: 'bytevc2', play_addr: { url_list: [url] } },
    ],
  };

  it('reads a video; its id is beyond 2^53 and its length in milliseconds', () => {
    const item = `{"id":${id},"desc":"hi","author_info":{"unique_id":"ann","secret_id":"MS4w","avatar_url_list":["${url}"]},
      "statistics_info":{"digg_count":4},"music_info":{"id_str":"700"},"video_info":${JSON.stringify(videoInfo)}}`;
    const post = parsePlayerItems(body(`{"status_code":0,"items":[${item}]}`));
    expect(post).toMatchObject({
      id,
      kind: 'video',
      author: { uniqueId: 'ann', secUid: 'MS4w', avatarThumb: { url } },
      stats: { diggCount: 4 },
      video: { durationSeconds: 15.5, playLink: { url: 'https://v.example/1' } },
    });
    expect(post.video?.renditions).toHaveLength(1);
    expect(post.stats.playCount).toBeUndefined();
  });

  it('reads the sound of a photo post where a video has its address', () => {
    const item = {
      id_str: id,
      music_info: { id_str: '700' },
      video_info: { url_list: ['https://s.example/1.mp3'] },
      image_post_info: { images: [{ display_image: { url_list: [url] } }] },
    };
    const post = parsePlayerItems(body({ status_code: 0, items: [item] }));
    expect(post).toMatchObject({ kind: 'photo', images: [{ links: [{ url }] }] });
    expect(post.music?.playLink?.url).toBe('https://s.example/1.mp3');
    expect(post.video?.playLink).toBeUndefined();
  });

  it('reads a post that cannot be played as one without addresses', () => {
    const item = { id_str: id, video_info: { url_list: [''] } };
    expect(parsePlayerItems(body({ items: [item] })).video?.playLink).toBeUndefined();
  });

  it.each([
    ['nil_core_data', { kind: 'inconclusive' }],
    ['api_busy', { kind: 'overload' }],
    ['item_not_exist', { code: 'tiktok.not_found' }],
  ])('answers %s as what it can mean', (code, expected) => {
    const answer = { status_code: 0, items: null, results: [{ id_str: id, code }] };
    expect(() => parsePlayerItems(body(answer))).toThrow(expect.objectContaining(expected));
  });

  it('refuses what is no answer about an item', () => {
    expect(() => parsePlayerItems(body({ status_code: 5 }))).toThrow(TikTokBlockedError);
    expect(() => parsePlayerItems(body({ status_code: 0 }))).toThrow(TikTokShapeChangedError);
  });
});
