import { parseAuthor, parseUser } from './user.parser';

const user = {
  id: '6900000000000000001',
  uniqueId: 'tester.one',
  nickname: 'Tester',
  signature: '',
  secUid: 'MS4wLjABAAAAinvented',
  shortId: '0',
  avatarLarger: 'https://p16.example/l.jpeg?x-expires=1790000000',
  avatarThumb: '',
  verified: true,
  privateAccount: false,
  createTime: 0,
  roomId: '',
  bioLink: { link: 'example.org', risk: 3 },
  commerceUserInfo: { commerceUser: true, category: 'Testing' },
  isOrganization: 0,
  openFavorite: false,
  commentSetting: 1,
};

describe('parseUser', () => {
  it('reads an account and leaves out what TikTok spells as nothing', () => {
    expect(parseUser(user)).toEqual({
      id: '6900000000000000001',
      uniqueId: 'tester.one',
      nickname: 'Tester',
      secUid: 'MS4wLjABAAAAinvented',
      avatarLarger: {
        url: 'https://p16.example/l.jpeg?x-expires=1790000000',
        expiresAtSeconds: 1790000000,
      },
      isVerified: true,
      isPrivate: false,
      bioLink: 'example.org',
      settings: {
        commentSetting: 1,
        isCommerceUser: true,
        commerceCategory: 'Testing',
        isOrganization: false,
        isLikedListOpen: false,
      },
      stats: {},
    });
  });

  it('prefers exact counters to rounded ones, and those to counters in the account', () => {
    const stats = { followerCount: 40400, heart: 3900000, videoCount: -7 };
    const statsV2 = { followerCount: '40398', heartCount: '3922256', videoCount: '12' };
    expect(parseUser(user, stats, statsV2)?.stats).toEqual({
      followerCount: 40398,
      heartCount: 3922256,
      videoCount: 12,
    });
    expect(parseUser({ ...user, followerCount: 5 }, stats)?.stats).toEqual({
      followerCount: 40400,
      heartCount: 3900000,
    });
    expect(parseUser({ ...user, followerCount: 5 })?.stats).toEqual({ followerCount: 5 });
  });

  it.each([undefined, null, 'x', [], {}, { uniqueId: '' }, { uniqueId: 7 }])(
    'is undefined for %j',
    (value) => {
      expect(parseUser(value)).toBeUndefined();
    },
  );
});

describe('parseAuthor', () => {
  it('reads the account of an item with its counters', () => {
    const author = parseAuthor({ author: user, authorStats: { followerCount: 3 } });
    expect(author).toMatchObject({ uniqueId: 'tester.one', stats: { followerCount: 3 } });
  });

  it('reads a handle whose account lies beside it', () => {
    const item = {
      author: 'tester.two',
      nickname: 'Two',
      authorId: '6900000000000000002',
      authorSecId: 'MS4wLjABAAAAother',
      avatarThumb: 'https://p16.example/t.jpeg',
      authorPrivate: false,
    };
    expect(parseAuthor(item)).toEqual({
      uniqueId: 'tester.two',
      nickname: 'Two',
      id: '6900000000000000002',
      secUid: 'MS4wLjABAAAAother',
      avatarThumb: { url: 'https://p16.example/t.jpeg' },
      isPrivate: false,
      stats: {},
    });
  });

  it('reads the creator of wrapped items', () => {
    expect(parseAuthor({ creator: user })?.uniqueId).toBe('tester.one');
  });
});
