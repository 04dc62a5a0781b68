import { parseCaptionTags, parseHashtags } from './caption.parser';

const caption = 'hi #fun @friend';

describe('captions', () => {
  it.each([
    [
      { start: 3, end: 7, hashtagId: '11', hashtagName: 'fun', type: 1 },
      { start: 8, end: 15, hashtagName: '', type: 0, userId: '22', userUniqueId: 'friend' },
    ],
    [
      { Start: 3, End: 7, HashtagId: '11', HashtagName: 'fun', Type: 1 },
      { Start: 8, End: 15, HashtagName: '', Type: 0, UserId: '22', UserUniqueId: 'friend' },
    ],
  ])('are read in either spelling of the keys', (...textExtra) => {
    expect(parseCaptionTags(textExtra, caption)).toEqual([
      { start: 3, end: 7, hashtag: { id: '11', name: 'fun' } },
      { start: 8, end: 15, mention: { userId: '22', uniqueId: 'friend' } },
    ]);
  });

  it.each([
    { start: 3, end: 99, hashtagName: 'fun' },
    { start: 7, end: 3, hashtagName: 'fun' },
    { start: -1, end: 3, hashtagName: 'fun' },
    { start: 3, end: 7 },
    { hashtagName: 'fun' },
    null,
    'fun',
  ])('leave out %j', (extra) => {
    expect(parseCaptionTags([extra], caption)).toEqual([]);
  });

  it('give the hashtags that challenges lack, once each', () => {
    const tags = parseCaptionTags(
      [
        { start: 0, end: 2, hashtagName: 'FUN' },
        { start: 3, end: 7, hashtagName: 'more' },
      ],
      caption,
    );
    const challenges = [{ id: '11', title: 'fun', desc: 'About fun' }, { id: '12' }, null];
    expect(parseHashtags(challenges, tags)).toEqual([
      { id: '11', name: 'fun', description: 'About fun' },
      { name: 'more' },
    ]);
    expect(parseHashtags(undefined, [])).toEqual([]);
  });
});
