import { Injectable } from '@nestjs/common';
import type { Answer } from '../cache/answer';
import type { Post, User, UserRef } from '../tiktok';
import { TikTokClient, TikTokNotFoundError, TikTokShapeChangedError } from '../tiktok';

export interface LikesCountRequest {
  readonly user: UserRef;
  readonly postId: string;
  readonly refresh?: boolean;
}

@Injectable()
export class LikesCountService {
  constructor(private readonly tiktok: TikTokClient) {}

  /** The likes of a post of this very account; a post of somebody else is not found. */
  async likesCount({ user, postId, refresh }: LikesCountRequest): Promise<Answer<number>> {
    const answer = await this.tiktok.post(postId, { refresh });
    await this.assertAuthor(answer.value, user);
    return answer.map(({ stats }) => {
      if (stats.diggCount === undefined) throw new TikTokShapeChangedError('stats.diggCount');
      return stats.diggCount;
    });
  }

  /** TikTok itself ignores the handle in a post's address, so we look at the author that it names. */
  private async assertAuthor(post: Post, ref: UserRef): Promise<void> {
    const { author } = post;
    if (!author) throw new TikTokShapeChangedError('author');
    if (names(ref, author)) return;
    // The account may have another handle by now: then its profile has the author's id.
    const { value: profile } = await this.tiktok.user(ref);
    if (isSameAccount(profile.user, author)) return;
    const asked = ref.handle === undefined ? 'this account' : `@${ref.handle}`;
    throw new TikTokNotFoundError(`Post ${post.id} exists and is not by ${asked}`);
  }
}

function names(ref: UserRef, author: User): boolean {
  if (ref.secUid !== undefined) return ref.secUid === author.secUid;
  return ref.handle === author.uniqueId.toLowerCase();
}

function isSameAccount(one: User, other: User): boolean {
  // Not every surface shows ids, but all show the handle of today.
  if (one.uniqueId.toLowerCase() === other.uniqueId.toLowerCase()) return true;
  if (one.secUid !== undefined && other.secUid !== undefined) return one.secUid === other.secUid;
  return one.id !== undefined && one.id === other.id;
}
