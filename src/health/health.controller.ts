import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OperationCache } from '../cache/operation-cache';
import { ApiHealthProblemsOf, ApiStopping } from '../http/api-problems.decorator';
import { plainHeaders } from '../http/documented-headers';
import type { RedisLink } from '../redis/redis-link';
import { REDIS_LINK } from '../redis/redis.module';
import { TikTokClient } from '../tiktok';
import { HealthDto, UpstreamHealthDto } from './health.dto';
import { Readiness } from './readiness';
import { presentReadiness } from './readiness.presenter';
import { presentUpstreamHealth } from './upstream-health.presenter';

@ApiTags('Health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly readiness: Readiness,
    private readonly cache: OperationCache,
    @Inject(REDIS_LINK) private readonly redis: RedisLink | null,
  ) {}

  @Get('live')
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'getLiveness', summary: 'Whether the process runs' })
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
  })
  @ApiResponse({
    status: 200,
    type: UpstreamHealthDto,
    description: 'Measured health.',
    headers: plainHeaders,
  })
  @ApiHealthProblemsOf(401, 414, 431)
  upstream(): UpstreamHealthDto {
    return presentUpstreamHealth(this.tiktok.health(), {
      ...this.cache.stats(),
      redis: this.redis?.state,
    });
  }
}
