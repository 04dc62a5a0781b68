import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../cache/answer';
import { ApiProblems } from '../http/api-problems.decorator';
import { postLinksResponse } from '../http/post-links.schema';
import type { PostLinks } from '../tiktok';
import { linksById, TikTokClient } from '../tiktok';
import { TrendingQueryDto } from './trending.query.dto';

@ApiTags('Trending')
@Controller('api')
export class TrendingController {
  constructor(private readonly tiktok: TikTokClient) {}

  @Get('trending_videos')
  @ApiOperation({
    operationId: 'getTrendingVideos',
    summary: 'Trending posts',
    description:
      'What TikTok shows guests as popular now: post id -> link to its media, newest first.',
  })
  @ApiResponse(postLinksResponse('The trending posts.'))
  @ApiProblems(403, 404, 413, 414, 415)
  async trendingVideos(@Query() { region, count }: TrendingQueryDto): Promise<Answer<PostLinks>> {
    const trending = this.tiktok.trending({ region });
    return (await trending.collect({ limits: { maxItems: count } })).map(linksById);
  }
}
