import { Module } from '@nestjs/common';
import { LikesCountController } from './likes-count.controller';
import { LikesCountService } from './likes-count.service';

@Module({ controllers: [LikesCountController], providers: [LikesCountService] })
export class PostsModule {}
