import { Get } from '@nestjs/common';
import { named } from '../../http/named-component';
import { ApiErrorNumbers } from '../access/ensembledata-routes.decorator';
import { QueryParameters } from '../access/query-parameters.decorator';
import { ApiMethod, nextCursor, objectOf, one } from '../answers/api-method.decorator';
import type { Charged } from '../answers/charged';
import type { Streamed } from '../answers/streamed';
import { TikTokRoutes } from '../answers/tiktok-routes.decorator';
import { AwemeDto } from '../dto/aweme.dto';
import { IncompleteDto } from '../dto/incomplete.dto';
import type { LinksOf } from '../file-links.decorator';
import { FileLinks } from '../file-links.decorator';
import { KeywordPostsQueryDto, KeywordQueryDto } from './keywords.query.dto';
import type { KeywordPostsBody } from './keywords.service';
import { KeywordsService } from './keywords.service';

const rowsOf = (name: string, members: Record<string, unknown>) => ({
  type: 'array',
  description: 'The posts.',
  items: named('schemas', name, objectOf(members)),
});
const rowType = { type: 'integer', description: '1: a post.', enum: [1] };

@TikTokRoutes('keyword', 'keywords')
@ApiErrorNumbers(466)
export class KeywordsController {
  constructor(private readonly keywords: KeywordsService) {}

  @Get('search')
  @ApiMethod({
    name: 'keyword_search',
    summary: 'Posts by keyword',
    description: 'Twenty at most a page. Costs 1 unit, and 1 a post with `get_author_stats`.',
    data: objectOf(
      {
        data: rowsOf('KeywordRow', { type: rowType, aweme_info: one(AwemeDto, 'The post.') }),
        nextCursor,
      },
      ['nextCursor'],
    ),
    models: [AwemeDto],
  })
  posts(
    @QueryParameters() query: KeywordPostsQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Charged<KeywordPostsBody>> {
    return this.keywords.posts(query, linksOf);
  }

  @Get('full-search')
  @ApiMethod({
    name: 'full_keyword_search',
    summary: 'All posts by keyword',
    description:
      'Every post that TikTok finds, each once, sent while it is read. Costs a tenth of the pages read, at least 1 unit.',
    data: rowsOf('FullKeywordRow', { aweme_info: one(AwemeDto, 'The post.') }),
    beside: { incomplete: one(IncompleteDto, 'Why the search is not whole; absent where it is.') },
    models: [AwemeDto, IncompleteDto],
    kind: 'streamed',
  })
  allPosts(
    @QueryParameters() query: KeywordQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Streamed> {
    return this.keywords.allPosts(query, linksOf);
  }
}
