import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../cache/answer';
import { ApiEnvelopeErrors, ApiNotModified } from '../http/api-problems.decorator';
import { keptHeaders } from '../http/documented-headers';
import type { Envelope } from '../http/envelope';
import { inEnvelope } from '../http/envelope';
import { MediaLinks } from '../http/media-links';
import { postByUrl } from '../http/post-url';
import { PublicOrigin } from '../http/public-origin';
import { TikTokClient } from '../tiktok';
import { StatisticDto, StatisticEnvelopeDto, StatisticQueryDto } from './statistic.dto';
import { presentStatistic } from './statistic.presenter';

@ApiTags('Posts')
@Controller('api/tiktok')
export class StatisticController {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly links: MediaLinks,
  ) {}

  @Get('statistic')
  @ApiOperation({
    operationId: 'getStatistic',
    summary: 'A post with its counters',
    description: 'Counters are exact where TikTok gives exact ones; what it does not say is null.',
  })
  @ApiResponse({
    status: 200,
    type: StatisticEnvelopeDto,
    description: 'The post.',
    headers: keptHeaders,
  })
  @ApiNotModified()
  @ApiEnvelopeErrors(422)
  async statistic(
    @Query() { url, links }: StatisticQueryDto,
    @PublicOrigin() publicOrigin: string,
  ): Promise<Answer<Envelope<StatisticDto>>> {
    return (await postByUrl(this.tiktok, url)).map((post, meta) =>
      inEnvelope(
        presentStatistic(post, this.links.writer({ publicOrigin, style: links }, meta)),
        publicOrigin,
      ),
    );
  }
}
