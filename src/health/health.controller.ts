import { Controller, Get, Header, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import {
  ApiHealthProblemsOf,
  ApiProbeNotAllowed,
  ApiStopping,
} from '../http/api-problems.decorator';
import { HasToken } from '../http/has-token.decorator';
import { plainHeaders } from '../http/documented-headers';
import { HealthDto, UpstreamHealthDto } from './health.dto';
import { Readiness } from './readiness';
import { presentReadiness } from './readiness.presenter';
import { UpstreamHealthService } from './upstream-health.service';
import { UpstreamQueryDto } from './upstream.query.dto';

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly upstreamHealth: UpstreamHealthService,
  ) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'getLiveness',
    summary: 'Whether the process runs',
    description: 'Asks nobody; says nothing about TikTok.',
  })
  @ApiResponse({ status: 200, type: HealthDto, description: 'It runs.', headers: plainHeaders })
  @ApiHealthProblemsOf(414, 431)
  live(): HealthDto {
    return { status: 'ok' };
  }

  @Get('ready')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'getReadiness',
    summary: 'Whether requests are taken',
    description: 'Says nothing about TikTok: a refusing TikTok is no reason to take a server out.',
  })
  @ApiResponse({
    status: 200,
    type: HealthDto,
    description: 'Requests are taken.',
    headers: plainHeaders,
  })
  @ApiHealthProblemsOf(414, 431)
  @ApiStopping()
  ready(): HealthDto {
    return presentReadiness(this.readiness);
  }

  @Get('upstream')
  @Header('cache-control', 'no-store')
  @ApiOperation({
    operationId: 'getUpstreamHealth',
    summary: 'What each surface of TikTok answered lately, per operation',
    description:
      'Of memory, or with `probe=true` after trying out every source now. The answer is 200 however TikTok takes it.',
  })
  @ApiResponse({
    status: 200,
    type: UpstreamHealthDto,
    description: 'Measured health.',
    headers: plainHeaders,
  })
  @ApiHealthProblemsOf(400, 401, 414, 431)
  @ApiProbeNotAllowed()
  @ApiStopping()
  upstream(
    @Query() { probe }: UpstreamQueryDto,
    @HasToken() hasToken: boolean,
  ): Promise<UpstreamHealthDto> {
    return this.upstreamHealth.report({ isProbeWanted: probe, hasToken });
  }
}
