import { Inject, Injectable } from '@nestjs/common';
import { OperationCache } from '../cache/operation-cache';
import type { RedisLink } from '../redis/redis-link';
import { REDIS_LINK } from '../redis/redis.module';
import { TikTokClient } from '../tiktok';
import type { UpstreamHealthDto } from './health.dto';
import { presentProbe } from './probe/probe.presenter';
import { UpstreamProbes } from './probe/upstream-probes';
import { presentUpstreamHealth } from './upstream-health.presenter';

export interface HealthQuestion {
  /** Whether sources are to be tried out, and not only remembered. */
  readonly isProbeWanted: boolean;
  readonly hasToken: boolean;
}

@Injectable()
export class UpstreamHealthService {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly cache: OperationCache,
    @Inject(REDIS_LINK) private readonly redis: RedisLink | null,
    private readonly probes: UpstreamProbes,
  ) {}

  async report({ isProbeWanted, hasToken }: HealthQuestion): Promise<UpstreamHealthDto> {
    const run = isProbeWanted ? await this.probes.latest(hasToken) : undefined;
    const cache = { ...this.cache.stats(), redis: this.redis?.state };
    const health = presentUpstreamHealth(this.tiktok.health(), cache);
    return run ? { ...health, probe: presentProbe(run) } : health;
  }
}
