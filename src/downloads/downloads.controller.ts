import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../cache/answer';
import { ApiEnvelopeErrors, ApiNotModified } from '../http/api-problems.decorator';
import { keptHeaders } from '../http/documented-headers';
import type { Envelope } from '../http/envelope';
import { PublicOrigin } from '../http/public-origin';
import type { DownloaderDto, RandomPostDto, SlidesDto } from './downloads.dto';
import { DownloaderEnvelopeDto, RandomPostEnvelopeDto, SlidesEnvelopeDto } from './downloads.dto';
import { DownloaderQueryDto, RandomQueryDto, SlidesQueryDto } from './downloads.query.dto';
import { DownloadsService } from './downloads.service';

@ApiTags('Downloads')
@Controller('api/tiktok')
export class DownloadsController {
  constructor(private readonly service: DownloadsService) {}

  @Get('downloader')
  @ApiOperation({
    operationId: 'getDownloads',
    summary: 'Files of a video post',
    description: 'Links to the video without and with watermark, to its sound and its cover.',
  })
  @ApiResponse({
    status: 200,
    type: DownloaderEnvelopeDto,
    description: 'The files.',
    headers: keptHeaders,
  })
  @ApiNotModified()
  @ApiEnvelopeErrors()
  async downloader(
    @Query() query: DownloaderQueryDto,
    @PublicOrigin() publicOrigin: string,
  ): Promise<Answer<Envelope<DownloaderDto>>> {
    return this.service.downloader(query, publicOrigin);
  }

  @Get('slides')
  @ApiOperation({
    operationId: 'getSlides',
    summary: 'Pictures of a photo post',
    description: 'Links to the pictures in order and to the sound.',
  })
  @ApiResponse({
    status: 200,
    type: SlidesEnvelopeDto,
    description: 'The pictures.',
    headers: keptHeaders,
  })
  @ApiNotModified()
  @ApiEnvelopeErrors()
  async slides(
    @Query() query: SlidesQueryDto,
    @PublicOrigin() publicOrigin: string,
  ): Promise<Answer<Envelope<SlidesDto>>> {
    return this.service.slides(query, publicOrigin);
  }

  @Get('random')
  @ApiOperation({
    operationId: 'getRandomPost',
    summary: 'Files of a random post of an account',
    description:
      'One of the newest posts, each as likely as any other; every request chooses anew unless it has a `seed`.',
  })
  @ApiResponse({
    status: 200,
    type: RandomPostEnvelopeDto,
    description: 'The post.',
    headers: keptHeaders,
  })
  @ApiNotModified()
  @ApiEnvelopeErrors(422)
  async random(
    @Query() query: RandomQueryDto,
    @PublicOrigin() publicOrigin: string,
  ): Promise<Answer<Envelope<RandomPostDto>>> {
    return this.service.random(query, publicOrigin);
  }
}
