import { Get } from '@nestjs/common';
import { ApiErrorNumbers } from '../access/ensembledata-routes.decorator';
import { QueryParameters } from '../access/query-parameters.decorator';
import { ApiMethod, listOf, pageOf, total } from '../answers/api-method.decorator';
import type { Charged } from '../answers/charged';
import { TikTokRoutes } from '../answers/tiktok-routes.decorator';
import { AwemeDto } from '../dto/aweme.dto';
import { CommentDto } from '../dto/comment.dto';
import { MissingPostDto } from '../dto/missing-post.dto';
import { WebPostDto } from '../dto/web-post.dto';
import type { LinksOf } from '../file-links.decorator';
import { FileLinks } from '../file-links.decorator';
import type { CommentsBody } from './comments.service';
import { CommentsService } from './comments.service';
import type { MultiPostsBody, PostsBody } from './posts.service';
import { PostsService } from './posts.service';
import {
  MultiPostInfoQueryDto,
  PostCommentsQueryDto,
  PostInfoQueryDto,
  PostRepliesQueryDto,
} from './posts.query.dto';

const posts = 'The posts: in camel case with `new_version`, else in the names of the mobile app.';

@TikTokRoutes('post', 'posts')
export class PostsController {
  constructor(
    private readonly posts: PostsService,
    private readonly comments: CommentsService,
  ) {}

  @Get('info')
  @ApiErrorNumbers(462)
  @ApiMethod({
    name: 'post_info',
    summary: 'A post by its address',
    description: 'A list of one. Costs 1 unit.',
    data: listOf([AwemeDto, WebPostDto], posts),
    models: [AwemeDto, WebPostDto],
    kind: 'one',
  })
  info(
    @QueryParameters() query: PostInfoQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Charged<PostsBody>> {
    return this.posts.info(query, linksOf);
  }

  @Get('multi-info')
  @ApiErrorNumbers(464)
  @ApiMethod({
    name: 'multi_post_info',
    summary: 'Up to a hundred posts by their ids',
    description: 'In the order of the ids; `missing` names those not to be had. Costs 1 unit.',
    data: listOf([AwemeDto, WebPostDto], posts),
    beside: {
      missing: listOf(MissingPostDto, 'The posts that were not to be had; absent where all were.'),
    },
    models: [AwemeDto, WebPostDto, MissingPostDto],
    kind: 'one',
  })
  multiInfo(
    @QueryParameters() query: MultiPostInfoQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Charged<MultiPostsBody>> {
    return this.posts.multiInfo(query, linksOf);
  }

  @Get('comments')
  @ApiMethod({
    name: 'post_comments',
    summary: 'Comments of a post',
    description: 'Thirty a page, in the order of TikTok. Costs 1 unit.',
    data: pageOf({ comments: listOf(CommentDto, 'The comments.') }, { total }),
    models: [CommentDto],
    answer: 'PostCommentsAnswer',
  })
  postComments(@QueryParameters() query: PostCommentsQueryDto): Promise<Charged<CommentsBody>> {
    return this.comments.comments(query);
  }

  @Get('comments-replies')
  @ApiMethod({
    name: 'post_comment_replies',
    summary: 'Replies to a comment',
    description: 'Thirty a page, oldest first. Costs 1 unit.',
    data: pageOf({ comments: listOf(CommentDto, 'The comments.') }, { total }),
    models: [CommentDto],
    answer: 'PostCommentsAnswer',
  })
  replies(@QueryParameters() query: PostRepliesQueryDto): Promise<Charged<CommentsBody>> {
    return this.comments.replies(query);
  }
}
