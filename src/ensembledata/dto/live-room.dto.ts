import { ApiPropertyOptional } from '@nestjs/swagger';
import { Id, Nested, Text, Whole } from './described.decorators';
import { LinkListDto } from './link-list.dto';
import { MobileUserDto } from './mobile-user.dto';

const addresses = { type: 'object', additionalProperties: { type: 'string' } } as const;

export class LiveStreamUrlDto {
  @ApiPropertyOptional({ ...addresses, description: 'Quality -> address, as FLV.' })
  flv_pull_url: Record<string, string>;

  @ApiPropertyOptional({ ...addresses, description: 'Quality -> address, as HLS.' })
  hls_pull_url_map: Record<string, string>;
}

/** A live room. */
export class LiveRoomDto {
  @Id('Id of the room, as digits.')
  id_str: string;

  @Text('Title.')
  title?: string;

  @Whole('2 while it is live, 4 once it has ended.', 2)
  status?: number;

  @Whole('When it began, Unix seconds.', 1790000000)
  create_time?: number;

  @Whole('Watching now.', 1200)
  user_count?: number;

  @Whole('Came in since the start.', 56000)
  enter_count?: number;

  @Whole('Likes.', 9000)
  like_count?: number;

  @Nested(() => LinkListDto, 'Cover.')
  cover?: LinkListDto;

  @Text('Topic of the room.')
  hashtag_name?: string;

  @Nested(() => MobileUserDto, 'Whose room it is.')
  owner?: MobileUserDto;

  @Nested(() => LiveStreamUrlDto, 'Addresses of the picture.')
  stream_url?: LiveStreamUrlDto;
}
