import type { DynamicModule } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { UpstreamProbe } from '../tiktok';
import { HealthController } from './health.controller';
import type { ProbeRules } from './probe/upstream-probes';
import { UpstreamProbes } from './probe/upstream-probes';
import { Readiness } from './readiness';
import { UpstreamHealthService } from './upstream-health.service';

@Module({})
export class HealthModule {
  static forRoot(rules: ProbeRules): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [
        Readiness,
        UpstreamHealthService,
        {
          provide: UpstreamProbes,
          useFactory: (probe: UpstreamProbe) => new UpstreamProbes(probe, rules),
          inject: [UpstreamProbe],
        },
      ],
    };
  }
}
