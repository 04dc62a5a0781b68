import { Get } from '@nestjs/common';
import { QueryParameters } from '../access/query-parameters.decorator';
import { ApiMethod, listOf, nextCursor, objectOf, pageOf } from '../answers/api-method.decorator';
import type { Charged } from '../answers/charged';
import type { Streamed } from '../answers/streamed';
import { TikTokRoutes } from '../answers/tiktok-routes.decorator';
import { AwemeDto } from '../dto/aweme.dto';
import { IncompleteDto } from '../dto/incomplete.dto';
import { RemappedPostDto } from '../dto/remapped-post.dto';
import type { LinksOf } from '../file-links.decorator';
import { FileLinks } from '../file-links.decorator';
import { one } from '../answers/api-method.decorator';
import { FullHashtagQueryDto, HashtagPostsQueryDto } from './hashtags.query.dto';
import type { HashtagPostsBody } from './hashtags.service';
import { HashtagsService } from './hashtags.service';

const fullHashtag = {
  posts: listOf(RemappedPostDto, 'The posts, with `remap_output` true.'),
  data: listOf(AwemeDto, 'The posts, with `remap_output` false.'),
  nextCursor,
  incomplete: one(IncompleteDto, 'Why the search is not whole; absent where it is.'),
};

@TikTokRoutes('hashtag', 'hashtags')
export class HashtagsController {
  constructor(private readonly hashtags: HashtagsService) {}

  @Get('posts')
  @ApiMethod({
    name: 'hashtag_search',
    summary: 'Posts of a hashtag',
    description: 'Twenty a page, in the ranking of TikTok, which is not by time. Costs 1 unit.',
    data: pageOf({ data: listOf(AwemeDto, 'The posts.') }),
    models: [AwemeDto],
  })
  posts(
    @QueryParameters() query: HashtagPostsQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Charged<HashtagPostsBody>> {
    return this.hashtags.posts(query, linksOf);
  }

  @Get('recent-posts')
  @ApiMethod({
    name: 'full_hashtag_search',
    summary: 'All posts of a hashtag',
    description:
      'Every post that TikTok gives, each once, sent while it is read: 250 pages at most. Costs a tenth of the pages read, at least 1 unit.',
    data: objectOf(fullHashtag, Object.keys(fullHashtag)),
    models: [RemappedPostDto, AwemeDto, IncompleteDto],
    kind: 'streamed',
  })
  recentPosts(
    @QueryParameters() query: FullHashtagQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Streamed> {
    return this.hashtags.recentPosts(query, linksOf);
  }
}
