import { Injectable } from '@nestjs/common';
import type { Post, UserRef } from '../../tiktok';
import { TikTokClient } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { AwemeDto } from '../dto/aweme.dto';
import type { WebPostDto } from '../dto/web-post.dto';
import type { LinksOf } from '../file-links.decorator';
import { passPage } from '../paging/passed-page';
import { readUserPosts } from '../paging/user-posts';
import { presentAweme } from '../presenters/aweme.presenter';
import { presentPost } from '../presenters/post.presenter';
import { accountOf } from './account-of';
import type {
  LikedPostsQueryDto,
  UserPostsBySecUidQueryDto,
  UserPostsOptionsDto,
  UserPostsQueryDto,
} from './users.query.dto';

export interface UserPostsBody {
  readonly data: readonly (AwemeDto | WebPostDto)[];
  /** Beside `data`, where the SDKs look for it. */
  readonly nextCursor?: number;
}

export interface LikedPostsBody {
  readonly data: { readonly liked_posts: readonly AwemeDto[]; readonly nextCursor?: number };
}

@Injectable()
export class UserPostsService {
  constructor(private readonly tiktok: TikTokClient) {}

  posts(query: UserPostsQueryDto, linksOf: LinksOf): Promise<Charged<UserPostsBody>> {
    return this.postsOf(accountOf(query.username), query, linksOf);
  }

  postsFromSecUid(
    query: UserPostsBySecUidQueryDto,
    linksOf: LinksOf,
  ): Promise<Charged<UserPostsBody>> {
    return this.postsOf(accountOf(query.secUid), query, linksOf);
  }

  async likedPosts(
    { secUid, cursor }: LikedPostsQueryDto,
    linksOf: LinksOf,
  ): Promise<Charged<LikedPostsBody>> {
    const answer = await passPage(await this.tiktok.likedPosts(accountOf(secUid)), cursor);
    return new Charged(
      answer.map(({ page, nextCursor }, meta) => {
        const links = linksOf(meta);
        const liked_posts = page.items.map((post) => presentAweme(post, links));
        return { data: { liked_posts, nextCursor } };
      }),
    );
  }

  private async postsOf(
    account: UserRef,
    query: UserPostsOptionsDto,
    linksOf: LinksOf,
  ): Promise<Charged<UserPostsBody>> {
    const { depth, start_cursor: cursor, oldest_createtime: oldestSeconds } = query;
    const list = await this.tiktok.userPosts(account);
    const answer = await readUserPosts(list, { cursor, depth, oldestSeconds });
    const body = answer.map(({ posts, nextCursor }, meta) => {
      const links = linksOf(meta);
      return { data: posts.map((post: Post) => presentPost(post, links, query)), nextCursor };
    });
    return new Charged(body, Math.max(1, answer.value.chunkCount));
  }
}
