import { Module } from '@nestjs/common';
import { DownloadsController } from './downloads.controller';
import { DownloadsService } from './downloads.service';
import { MediaController } from './media.controller';
import { MediaService } from './media.service';

@Module({
  controllers: [DownloadsController, MediaController],
  providers: [DownloadsService, MediaService],
})
export class DownloadsModule {}
