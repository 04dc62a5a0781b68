import { Get } from '@nestjs/common';
import { ApiErrorNumbers } from '../access/ensembledata-routes.decorator';
import { QueryParameters } from '../access/query-parameters.decorator';
import { ApiMethod, listOf, nextCursor, pageOf } from '../answers/api-method.decorator';
import type { Charged } from '../answers/charged';
import { TikTokRoutes } from '../answers/tiktok-routes.decorator';
import { AwemeDto } from '../dto/aweme.dto';
import { WebPostDto } from '../dto/web-post.dto';
import type { LinksOf } from '../file-links.decorator';
import { FileLinks } from '../file-links.decorator';
import type { LikedPostsBody, UserPostsBody } from './user-posts.service';
import { UserPostsService } from './user-posts.service';
import {
  LikedPostsQueryDto,
  UserPostsBySecUidQueryDto,
  UserPostsQueryDto,
} from './users.query.dto';

const description =
  'Newest first, pinned posts in front with `is_top` 1. Costs 1 unit for ten posts.';

const posts = 'The posts: in camel case with `new_version`, else in the names of the mobile app.';

@TikTokRoutes('user', 'accounts')
@ApiErrorNumbers(463)
export class UserPostsController {
  constructor(private readonly userPosts: UserPostsService) {}

  @Get('posts')
  @ApiMethod({
    name: 'user_posts_from_username',
    summary: 'Posts of an account by its handle',
    description,
    data: listOf([AwemeDto, WebPostDto], posts),
    beside: { nextCursor },
    models: [AwemeDto, WebPostDto],
    answer: 'UserPostsAnswer',
  })
  posts(
    @QueryParameters() query: UserPostsQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Charged<UserPostsBody>> {
    return this.userPosts.posts(query, linksOf);
  }

  @Get('posts-from-secuid')
  @ApiMethod({
    name: 'user_posts_from_secuid',
    summary: 'Posts of an account by its secUid',
    description,
    data: listOf([AwemeDto, WebPostDto], posts),
    beside: { nextCursor },
    models: [AwemeDto, WebPostDto],
    answer: 'UserPostsAnswer',
  })
  postsFromSecUid(
    @QueryParameters() query: UserPostsBySecUidQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Charged<UserPostsBody>> {
    return this.userPosts.postsFromSecUid(query, linksOf);
  }

  @Get('liked-posts')
  @ApiMethod({
    name: 'user_liked_posts',
    summary: 'Posts that an account liked',
    description: 'Where the account shows them; newest like first. Costs 1 unit.',
    data: pageOf({ liked_posts: listOf(AwemeDto, 'The posts.') }),
    models: [AwemeDto],
  })
  likedPosts(
    @QueryParameters() query: LikedPostsQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Charged<LikedPostsBody>> {
    return this.userPosts.likedPosts(query, linksOf);
  }
}
