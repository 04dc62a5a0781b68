import type { DynamicModule, OnApplicationShutdown } from '@nestjs/common';
import { Module } from '@nestjs/common';
import { EventLoop } from './event-loop';

/** Watches whether the process keeps up with its work. */
@Module({})
export class StrainModule implements OnApplicationShutdown {
  constructor(private readonly eventLoop: EventLoop) {}

  static forRoot(eventLoop: EventLoop): DynamicModule {
    return {
      module: StrainModule,
      global: true,
      providers: [{ provide: EventLoop, useValue: eventLoop }],
      exports: [EventLoop],
    };
  }

  onApplicationShutdown(): void {
    this.eventLoop.close();
  }
}
