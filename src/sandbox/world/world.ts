import type { Account } from './account';
import { commentById, commentsOf, commentTotals, repliesOf } from './comments';
import type { Comment, CommentTotals } from './comments';
import { followsOf, type Follow, type FollowRange } from './follows';
import { giftsOf, type Gift, type GiftRange } from './given';
import {
  canonicalHashtag,
  hashtagCountsAt,
  hashtagNumber,
  hashtagNumberOfId,
  hashtagOf,
  type Hashtag,
  type HashtagCounts,
} from './hashtags';
import { slotPosts, type SlotList } from './listed-posts';
import { liveRoomById, liveRoomOf, type LiveRoom } from './live';
import type { RowRange } from './lookup';
import { effectNumberOfId, effectOf, placeNumberOfId, placeOf } from './places';
import type { Effect, Place } from './places';
import type { ListKind } from './playlist-ids';
import { listById, listsOf, postsOfList, type PostList } from './playlists';
import type { Post } from './post';
import { relatedPosts } from './related';
import { hashtagsFound, hostsFound, keywordOf, keywordSlots, postsFound } from './search';
import { suggestionsFor, usersFound, type Keyword, type PostSearch } from './search';
import { otherSoundNumber, soundById, soundPosts, soundRows, soundSlots } from './sound-lists';
import { soundUses } from './sound-lists';
import type { Sound } from './sound';
import { storiesOf } from './stories';
import { WorldCore } from './world-core';

export type { TimeSource } from './world-core';

const PLACE_ROWS = 120;

/**
 * The oracle: plain facts about everything that the sandbox serves, computed from the seed.
 * Tests ask it what an answer must hold. Lists are asked for by places, the first of which is 0.
 */
export class World extends WorldCore {
  /** Undefined when no hashtag can be called that; its state says whether TikTok shows it. */
  hashtag(name: string): Hashtag | undefined {
    const canonical = canonicalHashtag(name);
    if (canonical === undefined) return undefined;
    const number = hashtagNumber(this.key, canonical);
    this.seen.hashtags.remember(number, canonical);
    return hashtagOf(this.key, canonical, number);
  }

  hashtagById(id: string): Hashtag | undefined {
    const number = hashtagNumberOfId(this.key, id);
    return number === undefined ? undefined : hashtagOf(this.key, this.hashtagName(number), number);
  }

  hashtagCounts(hashtag: Hashtag): HashtagCounts {
    return hashtagCountsAt(hashtag, this.nowSeconds());
  }

  /** Ranked rows as they are served: now and then one comes again. */
  hashtagPosts(hashtag: Hashtag, range: RowRange): Post[] {
    return slotPosts(this, hashtagSlots(hashtag), range);
  }

  /** Any id names a sound, except those that end in 0203. */
  sound(id: string): Sound | undefined {
    const sound = soundById(this, id);
    if (sound) this.seen.sounds.remember(otherSoundNumber(this.key, id), id);
    return sound;
  }

  /** How many posts use a sound, and how many rows its list has. */
  soundCounts(sound: Sound): { posts: number; rows: number } {
    return { posts: soundUses(this, sound), rows: soundRows(this, sound) };
  }

  soundPosts(sound: Sound, range: RowRange): Post[] {
    return soundPosts(this, sound, range);
  }

  commentTotals(post: Post): CommentTotals {
    return commentTotals(this, post);
  }

  /** The comments at these places; where TikTok withholds one, there is none. */
  comments(post: Post, range: RowRange): Comment[] {
    const comments = commentsOf(this, post, range);
    for (const { id, replies } of comments) {
      if (replies > 0) this.seen.threads.remember(id, post.id);
    }
    return comments;
  }

  /** The post of a comment with replies that was served before: its id does not tell. */
  postOfThread(commentId: string): Post | undefined {
    return this.post(this.seen.threads.recall(commentId) ?? '');
  }

  comment(post: Post, id: string): Comment | undefined {
    return commentById(this, post, id);
  }

  replies(post: Post, comment: Comment, range: RowRange): Comment[] {
    return repliesOf(this, { post, comment }, range);
  }

  followers(account: Account, range: FollowRange): Follow[] {
    return followsOf(this, { account, kind: 'followers' }, range);
  }

  following(account: Account, range: FollowRange): Follow[] {
    return followsOf(this, { account, kind: 'following' }, range);
  }

  /** What an account liked, whether others may see that or not. */
  likedPosts(account: Account, range: GiftRange): Gift[] {
    return giftsOf(this, { account, kind: 'likes' }, range);
  }

  reposts(account: Account, range: GiftRange): Gift[] {
    return giftsOf(this, { account, kind: 'reposts' }, range);
  }

  stories(account: Account): Post[] {
    return storiesOf(this, account);
  }

  lists(account: Account, kind: ListKind): PostList[] {
    return listsOf(this, account, kind);
  }

  list(kind: ListKind, id: string): PostList | undefined {
    return listById(this, kind, id);
  }

  listPosts(list: PostList, range: RowRange): Post[] {
    return postsOfList(this, list, range);
  }

  searchPosts(typed: string, search: PostSearch): Post[] {
    return postsFound(this, this.keyword(typed), search);
  }

  searchUsers(typed: string, range: RowRange): Account[] {
    return usersFound(this, this.keyword(typed), range);
  }

  searchHosts(typed: string, range: RowRange): Account[] {
    return hostsFound(this, this.keyword(typed), range);
  }

  searchHashtags(typed: string, range: RowRange): Hashtag[] {
    const names = hashtagsFound(this.keyword(typed), range);
    return names.map((name) => this.hashtag(name)).filter((hashtag) => hashtag !== undefined);
  }

  suggestions(typed: string): string[] {
    return suggestionsFor(this.keyword(typed));
  }

  relatedPosts(post: Post, limit: number): Post[] {
    return relatedPosts(this, post, limit);
  }

  liveRoom(account: Account): LiveRoom | undefined {
    return liveRoomOf(this, account);
  }

  liveRoomById(id: string): LiveRoom | undefined {
    return liveRoomById(this, id);
  }

  place(id: string): Place | undefined {
    const number = placeNumberOfId(this.key, id);
    if (number === undefined) return undefined;
    this.seen.places.remember(number, id);
    return placeOf(this.key, number, id);
  }

  placePosts(place: Place, range: RowRange): Post[] {
    return slotPosts(this, markedList('place', place, { place }), range);
  }

  /** A list slot by slot, as the Research API reads it: no row comes twice. */
  slotsOf(kind: 'hashtag' | 'keyword' | 'sound' | 'effect', name: string): SlotList | undefined {
    switch (kind) {
      case 'hashtag': {
        const hashtag = this.hashtag(name);
        return hashtag && hashtagSlots(hashtag);
      }
      case 'keyword':
        return keywordSlots(this.keyword(name));
      case 'sound': {
        const sound = this.sound(name);
        return sound && !sound.isOriginal ? soundSlots(this, sound) : undefined;
      }
      case 'effect': {
        const effect = this.effect(name);
        return effect && markedList('effect', effect, { effect });
      }
    }
  }

  effect(id: string): Effect | undefined {
    const number = effectNumberOfId(this.key, id);
    if (number === undefined) return undefined;
    this.seen.effects.remember(number, id);
    return effectOf(this.key, number, id);
  }

  effectPosts(effect: Effect, range: RowRange): Post[] {
    return slotPosts(this, markedList('effect', effect, { effect }), range);
  }

  private keyword(typed: string): Keyword {
    const keyword = keywordOf(this.key, typed);
    this.seen.keywords.remember(keyword.number, keyword.text);
    return keyword;
  }
}

function hashtagSlots({ state, key, reachable, name, number }: Hashtag): SlotList {
  const size = state === 'open' ? reachable : 0;
  return { kind: 'hashtag', key, size, origin: { hashtag: name }, numberAt: () => number };
}

/** The posts of a place or an effect. */
function markedList(
  kind: 'place' | 'effect',
  { key, number }: Place | Effect,
  origin: SlotList['origin'],
): SlotList {
  return { kind, key, size: 20 + (key % PLACE_ROWS), numberAt: () => number, origin };
}
