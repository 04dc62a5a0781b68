import { TikTokBlockedError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseAwemeDetail } from './aweme.parser';

const body = (answer: object | string): Buffer =>
  Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
const id = '7400000000000000001';
const url = 'https://p16.example/1.jpeg';

describe('parseAwemeDetail', () => {
  it('reads renditions with the names of the web', () => {
    const video = {
      bit_rate: [
        { gear_name: 'a', bit_rate: 9, FPS: 30, is_bytevc1: 1, play_addr: { url_list: [url] } },
        { gear_name: 'b', is_bytevc1: 0, play_addr: { url_list: [url], data_size: 8 } },
      ],
    };
    const post = parseAwemeDetail(body({ aweme_details: [{ aweme_id: id, video }] }));
    expect(post.video?.renditions).toMatchObject([
      { qualityName: 'a', codec: 'h265_hvc1', bitsPerSecond: 9, framesPerSecond: 30 },
      { qualityName: 'b', codec: 'h264', sizeBytes: 8 },
    ]);
  });

  it('refuses an answer without a post', () => {
    expect(() => parseAwemeDetail(body({ status_code: 0, aweme_detail: null }))).toThrow(
      TikTokShapeChangedError,
    );
    expect(() => parseAwemeDetail(body({ status_code: 8 }))).toThrow(TikTokBlockedError);
  });
});
