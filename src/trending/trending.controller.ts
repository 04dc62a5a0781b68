import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../cache/answer';
import { ApiNotModified, ApiProblems } from '../http/api-problems.decorator';
import { MediaLinks } from '../http/media-links';
import { postLinksResponse } from '../http/post-links.schema';
import { PublicOrigin } from '../http/public-origin';
import type { PostLinks } from '../tiktok';
import { TikTokClient } from '../tiktok';
import { TrendingQueryDto } from './trending.query.dto';

@ApiTags('Trending')
@Controller('api')
export class TrendingController {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly links: MediaLinks,
  ) {}

  @Get('trending_videos')
  @ApiOperation({
    operationId: 'getTrendingVideos',
    summary: 'Trending posts',
    description:
      'What TikTok shows guests as popular now: post id -> link to its media, newest first.',
  })
  @ApiResponse(postLinksResponse('The trending posts.'))
  @ApiNotModified()
  @ApiProblems(403, 404)
  async trendingVideos(
    @Query() { region, count, links: style }: TrendingQueryDto,
    @PublicOrigin() publicOrigin: string,
  ): Promise<Answer<PostLinks>> {
    const trending = this.tiktok.trending({ region });
    return (await trending.collect({ limits: { maxItems: count } })).map(
      this.links.dictionary({ publicOrigin, style }),
    );
  }
}
