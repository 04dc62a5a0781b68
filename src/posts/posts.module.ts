import { Module } from '@nestjs/common';
import { LikesCountController } from './likes-count.controller';
import { LikesCountService } from './likes-count.service';
import { StatisticController } from './statistic.controller';

@Module({
  controllers: [LikesCountController, StatisticController],
  providers: [LikesCountService],
})
export class PostsModule {}
