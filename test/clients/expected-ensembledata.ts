import type { Account, Post, World } from '../../src/sandbox';
import type { Known } from './known';
import { found } from './known-world';

const digits = expect.stringMatching(/^\d{15,20}$/) as unknown;
const count = expect.any(Number) as unknown;
const text = expect.any(String) as unknown;
const whole = (members: object): unknown => expect.objectContaining(members) as unknown;
const holding = (item: unknown): unknown => expect.arrayContaining([item]) as unknown;

const anyPost = whole({
  aweme_id: digits,
  desc: text,
  author: whole({ uid: digits, unique_id: text }),
  statistics: whole({ play_count: count, digg_count: count, comment_count: count }),
});
const anyUser = whole({ uid: digits, sec_uid: text, unique_id: text, nickname: text });

/** What the routes under `/apis` must answer, by operation id. */
export function expectedOfEnsembleData(world: World, known: Known): Record<string, unknown> {
  return {
    ...expectedOfSearches(),
    ...expectedOfAccounts(world, known),
    ...expectedOfPostsAndComments(world, known),
    ...expectedOfSounds(world, known),
    customer_get_usage: { data: { tiktok: count } },
    customer_get_usage_history: {
      data: [
        { date: '2026-10-30', units: {} },
        { date: '2026-10-31', units: {} },
        { date: known.date, units: { tiktok: count } },
      ],
    },
  };
}

function expectedOfSearches(): Record<string, unknown> {
  return {
    tiktok_hashtag_search: { data: { data: Array(20).fill(anyPost), nextCursor: 20 } },
    tiktok_full_hashtag_search: {
      data: whole({
        posts: holding({
          itemInfos: whole({
            id: digits,
            text,
            createTime: expect.stringMatching(/^\d+$/) as unknown,
          }),
          authorInfos: whole({ uniqueId: text }),
          musicInfos: expect.any(Object) as unknown,
          challengeInfoList: expect.any(Array) as unknown,
        }),
      }),
    },
    tiktok_keyword_search: {
      data: { data: Array(20).fill({ type: 1, aweme_info: anyPost }), nextCursor: 20 },
    },
    tiktok_full_keyword_search: { data: holding({ aweme_info: anyPost }) },
    tiktok_user_search: {
      data: { users: holding({ user_info: whole({ unique_id: 'zachking' }) }), nextCursor: 10 },
    },
    tiktok_lives_search: {
      data: {
        data: holding(whole({ id_str: digits, status: 2, owner: anyUser })),
        nextCursor: count,
      },
    },
  };
}

function expectedOfAccounts(world: World, known: Known): Record<string, unknown> {
  const account = found(world.user(known.handle));
  const follower = found(world.userBySecUid(known.follower.secUid));
  const liker = found(world.userBySecUid(known.likerSecUid));
  const { followers, following, hearts, posts } = world.userCounts(account);
  const newest = {
    data: world.userPosts(account, { limit: 10 }).map(postOf(world)),
    nextCursor: count,
  };
  const gifts = world.likedPosts(liker, { limit: 30 }).map(({ post }) => post);
  return {
    tiktok_user_posts_from_username: newest,
    tiktok_user_posts_from_secuid: newest,
    tiktok_user_liked_posts: {
      data: { liked_posts: gifts.map(postOf(world)), nextCursor: count },
    },
    tiktok_user_info_from_username: {
      data: {
        user: whole({ id: account.id, secUid: account.secUid, uniqueId: account.handle }),
        stats: whole({ followerCount: followers, followingCount: following, videoCount: posts }),
      },
    },
    tiktok_user_info_from_secuid: {
      data: {
        user: whole({ ...userOf(account), follower_count: followers, total_favorited: hearts }),
      },
    },
    tiktok_user_followers: {
      data: {
        followers: world
          .followers(account, { limit: 100 })
          .map((follow) => whole(userOf(follow.account))),
        total: followers,
        nextCursor: count,
        nextPageToken: text,
      },
    },
    tiktok_user_followings: {
      data: whole({
        followings: holding(anyUser),
        total: world.userCounts(follower).following,
      }),
    },
  };
}

function expectedOfPostsAndComments(world: World, known: Known): Record<string, unknown> {
  const post = found(world.post(known.commentedPostId));
  const thread = found(world.comment(post, known.commentId));
  const video = found(world.post(found(/\d+$/.exec(known.videoUrl)?.[0])));
  return {
    tiktok_post_info: { data: [postOf(world)(video)] },
    tiktok_multi_post_info: {
      data: known.postIds.map((id) => postOf(world)(found(world.post(id)))),
    },
    tiktok_post_comments: {
      data: {
        comments: holding(
          whole({
            cid: thread.id,
            text: thread.text,
            reply_comment_total: thread.replies,
            user: whole(userOf(thread.author)),
          }),
        ),
        total: count,
        nextCursor: 30,
      },
    },
    tiktok_post_comment_replies: {
      data: whole({
        comments: holding(whole({ reply_id: thread.id, aweme_id: post.id, text, user: anyUser })),
      }),
    },
  };
}

function expectedOfSounds(world: World, { soundId }: Known): Record<string, unknown> {
  const sound = found(world.sound(soundId));
  const { posts } = world.soundCounts(sound);
  return {
    tiktok_music_search: { data: whole({ music: holding(whole({ mid: digits, title: text })) }) },
    tiktok_music_posts: { data: { aweme_list: Array(30).fill(anyPost), nextCursor: 30 } },
    tiktok_music_details: {
      data: whole({
        mid: soundId,
        title: sound.title,
        author: sound.authorName,
        album: sound.album,
        user_count: posts,
      }),
    },
  };
}

function postOf(world: World): (post: Post) => unknown {
  return (post) => {
    const { comments, likes, plays } = world.postCounts(post);
    return whole({
      aweme_id: post.id,
      desc: post.caption.text,
      create_time: post.createdAt,
      author: whole({ uid: post.author.id, unique_id: post.author.handle }),
      statistics: whole({ play_count: plays, digg_count: likes, comment_count: comments }),
    });
  };
}

function userOf({ id, secUid, handle, nickname }: Account): object {
  return { uid: id, sec_uid: secUid, unique_id: handle, nickname };
}
