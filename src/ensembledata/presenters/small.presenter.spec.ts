import { exampleUser } from '../../../test/support/example-post';
import type { Comment, LiveRoom, MusicDetail } from '../../tiktok';
import { presentComment } from './comment.presenter';
import { presentLiveRoom } from './live-room.presenter';
import { presentMusic } from './music.presenter';

const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const comment: Comment = {
  id: '7411205662439736097',
  postId: '7411198650782731563',
  text: '@friend wow',
  createdAtSeconds: 1_725_600_000,
  likeCount: 12,
  replyCount: 3,
  author: exampleUser,
  language: 'en',
  isPinned: true,
  isLikedByAuthor: false,
  images: [],
  mentions: [{ start: 0, end: 7, mention: { uniqueId: 'friend' } }],
  labels: ['Creator'],
  previewReplies: [],
  status: 1,
};

describe('a comment', () => {
  it('has both names of the number of its replies', () => {
    expect(sent(presentComment(comment))).toMatchObject({
      cid: '7411205662439736097',
      aweme_id: '7411198650782731563',
      text: '@friend wow',
      create_time: 1_725_600_000,
      digg_count: 12,
      reply_comment_count: 3,
      reply_comment_total: 3,
      user: { uid: '6784819479778378757', sec_uid: 'MS4wLjABAAAAsomebody', region: 'US' },
      comment_language: 'en',
      reply_id: '0',
      reply_to_reply_id: '0',
      author_pin: true,
      label_text: 'Creator',
      text_extra: [{ type: 0, user_unique_id: 'friend', start: 0, end: 7 }],
    });
  });

  it('has the replies that are shown with it, which have none themselves', () => {
    const reply = {
      ...comment,
      id: '2',
      parentId: comment.id,
      replyToId: '1',
      replyCount: undefined,
    };
    const shown = presentComment({ ...comment, previewReplies: [reply] });
    expect(shown.reply_comment).toMatchObject([
      { cid: '2', reply_id: comment.id, reply_to_reply_id: '1', reply_comment_total: 0 },
    ]);
  });

  it('has its pictures', () => {
    const images = [{ links: [{ url: 'https://p16.example/1.jpeg' }], width: 10, height: 20 }];
    expect(presentComment({ ...comment, images }).image_list).toEqual([
      { origin_url: { url_list: ['https://p16.example/1.jpeg'], width: 10, height: 20 } },
    ]);
  });
});

describe('a sound', () => {
  it('has its id as text only, and who made it', () => {
    const music: MusicDetail = {
      id: '6874200777853661442',
      title: 'Song',
      authorName: 'Singer',
      durationSeconds: 60,
      isOriginal: true,
      postCount: 7,
      author: exampleUser,
      playLink: { url: 'https://v16.example/song.mp3' },
    };
    expect(sent(presentMusic(music))).toEqual({
      mid: '6874200777853661442',
      id_str: '6874200777853661442',
      title: 'Song',
      author: 'Singer',
      duration: 60,
      user_count: 7,
      play_url: { url_list: ['https://v16.example/song.mp3'] },
      is_original: true,
      is_original_sound: true,
      owner_id: '6784819479778378757',
      owner_handle: 'somebody',
      owner_nickname: 'Some Body',
      sec_uid: 'MS4wLjABAAAAsomebody',
    });
  });
});

describe('a live room', () => {
  const room: LiveRoom = {
    id: '7703145020897233995',
    title: 'hello',
    status: 2,
    startedAtSeconds: 1_790_000_000,
    viewerCount: 3,
    enterCount: 4,
    likeCount: 5,
    owner: exampleUser,
    streams: [
      { quality: 'hd', flv: { url: 'https://pull.example/hd.flv' } },
      { quality: 'sd', hls: { url: 'https://pull.example/sd.m3u8' } },
    ],
  };

  it('has its streams by quality', () => {
    expect(sent(presentLiveRoom(room))).toMatchObject({
      id_str: '7703145020897233995',
      title: 'hello',
      status: 2,
      create_time: 1_790_000_000,
      user_count: 3,
      enter_count: 4,
      like_count: 5,
      owner: { unique_id: 'somebody' },
      stream_url: {
        flv_pull_url: { hd: 'https://pull.example/hd.flv' },
        hls_pull_url_map: { sd: 'https://pull.example/sd.m3u8' },
      },
    });
  });

  it('has none once it has ended', () => {
    expect(presentLiveRoom({ ...room, streams: [] }).stream_url).toBeUndefined();
  });
});
