import { exampleUser } from '../../../test/support/example-post';
import { presentMobileUser, presentMobileUserWithCategory } from './mobile-user.presenter';
import { presentWebProfile } from './web-user.presenter';

const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('an account as the mobile app has it', () => {
  it('has every member that the documents name', () => {
    expect(sent(presentMobileUserWithCategory(exampleUser))).toEqual({
      uid: '6784819479778378757',
      sec_uid: 'MS4wLjABAAAAsomebody',
      unique_id: 'somebody',
      nickname: 'Some Body',
      signature: 'invented',
      follower_count: 1,
      following_count: 2,
      total_favorited: 3,
      aweme_count: 4,
      favoriting_count: 5,
      region: 'US',
      language: 'en',
      verified: true,
      verification_type: 1,
      custom_verify: 'verified account',
      ins_id: 'some.insta',
      youtube_channel_id: 'UC1',
      bio_email: 'a@b.example',
      bio_url: 'https://somebody.example',
      avatar_thumb: { url_list: ['https://p16.example/thumb.jpeg'] },
      avatar_medium: { url_list: ['https://p16.example/medium.jpeg'] },
      avatar_larger: { url_list: ['https://p16.example/larger.jpeg'] },
      secret: false,
      private_account: false,
      is_private: false,
      create_time: 1_500_000_000,
      with_commerce_entry: true,
      account_region: 'US',
      category: 'Art',
    });
  });

  it('has a category on request only', () => {
    expect(presentMobileUser(exampleUser)).not.toHaveProperty('category');
  });

  it('has no reason where nobody is verified, and an unknown one where nobody says', () => {
    const ordinary = { uniqueId: 'a', isVerified: false, stats: {} };
    expect(sent(presentMobileUser(ordinary))).toEqual({
      unique_id: 'a',
      verified: false,
      verification_type: 0,
      custom_verify: '',
      enterprise_verify_reason: '',
    });
    expect(sent(presentMobileUser({ uniqueId: 'a', stats: {} }))).toEqual({ unique_id: 'a' });
  });

  it("keeps TikTok's own number of the verification", () => {
    const user = { uniqueId: 'a', isVerified: true, verificationType: 2, stats: {} };
    expect(presentMobileUser(user).verification_type).toBe(2);
  });
});

describe('an account as the website has it', () => {
  it('has the account and its counters apart', () => {
    expect(sent(presentWebProfile(exampleUser))).toEqual({
      user: {
        id: '6784819479778378757',
        uniqueId: 'somebody',
        secUid: 'MS4wLjABAAAAsomebody',
        nickname: 'Some Body',
        signature: 'invented',
        verified: true,
        privateAccount: false,
        secret: false,
        region: 'US',
        language: 'en',
        avatarThumb: 'https://p16.example/thumb.jpeg',
        avatarMedium: 'https://p16.example/medium.jpeg',
        avatarLarger: 'https://p16.example/larger.jpeg',
        ins_id: 'some.insta',
        youtube_channel_id: 'UC1',
        bioLink: { link: 'https://somebody.example' },
        createTime: 1_500_000_000,
      },
      stats: {
        followerCount: 1,
        followingCount: 2,
        heartCount: 3,
        heart: 3,
        videoCount: 4,
        diggCount: 5,
      },
    });
  });

  it('leaves out what nobody says', () => {
    expect(sent(presentWebProfile({ uniqueId: 'a', stats: {} }))).toEqual({
      user: { uniqueId: 'a' },
      stats: {},
    });
  });
});
