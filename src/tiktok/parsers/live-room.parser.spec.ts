import { TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok.errors';
import { parseLiveRoom } from './live-room.parser';

const body = (answer: object | string): Buffer =>
  Buffer.from(typeof answer === 'string' ? answer : JSON.stringify(answer));
const id = '7400000000000000001';

describe('parseLiveRoom', () => {
  const stream_data = JSON.stringify({
    data: { hd: { main: { flv: 'https://f.example/1.flv', hls: '' } }, ao: { main: {} } },
  });

  it('reads the room of an account', () => {
    const data = {
      user: { uniqueId: 'ann', roomId: id, status: 2 },
      stats: { followerCount: 7 },
      liveRoom: {
        title: 'now',
        status: 2,
        startTime: 1_723_000_000,
        liveRoomStats: { userCount: 5, enterCount: 90 },
        streamData: { pull_data: { stream_data } },
      },
    };
    expect(parseLiveRoom(body({ statusCode: 0, data }))).toMatchObject({
      id,
      title: 'now',
      status: 2,
      startedAtSeconds: 1_723_000_000,
      viewerCount: 5,
      enterCount: 90,
      owner: { uniqueId: 'ann', stats: { followerCount: 7 } },
      streams: [{ quality: 'hd', flv: { url: 'https://f.example/1.flv' } }],
    });
  });

  it('reads the room of the webcast host, and its maps where the streams are not in JSON', () => {
    const data = {
      id_str: id,
      status: 4,
      like_count: 3,
      owner: { id_str: '600', display_id: 'ann', follow_info: { follower_count: 7 } },
      stream_url: { flv_pull_url: { HD1: 'https://f.example/1.flv' }, hls_pull_url: '' },
      hashtag: { title: 'Gaming' },
    };
    expect(parseLiveRoom(body({ status_code: 0, data }))).toMatchObject({
      id,
      status: 4,
      likeCount: 3,
      hashtagName: 'Gaming',
      owner: { id: '600', uniqueId: 'ann', stats: { followerCount: 7 } },
      streams: [{ quality: 'HD1' }],
    });
  });

  it.each([
    [{ statusCode: 0, data: { user: { uniqueId: 'ann', roomId: '' } } }],
    [{ statusCode: 19881007, message: 'user_not_found', data: {} }],
    [{ status_code: 30003, data: { message: 'room has finished' } }],
  ])('finds no room in %j', (answer) => {
    expect(() => parseLiveRoom(body(answer))).toThrow(TikTokNotFoundError);
  });

  it('refuses an answer without data', () => {
    expect(() => parseLiveRoom(body({ statusCode: 0 }))).toThrow(TikTokShapeChangedError);
    expect(() => parseLiveRoom(body({ statusCode: 0, data: {} }))).toThrow(TikTokShapeChangedError);
  });
});
