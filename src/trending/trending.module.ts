import { Module } from '@nestjs/common';
import { TrendingController } from './trending.controller';

@Module({ controllers: [TrendingController] })
export class TrendingModule {}
