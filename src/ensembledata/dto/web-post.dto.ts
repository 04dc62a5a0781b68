import { ApiProperty } from '@nestjs/swagger';
import {
  Digits,
  Flag,
  Id,
  Many,
  ManyAlways,
  Nested,
  Text,
  TextAlways,
  Whole,
} from './described.decorators';

export class WebPostVideoDto {
  @Text("TikTok's internal name of the file.")
  video_id?: string;

  @Text('Address of the file; with `download_video` only.')
  download_addr?: string;

  @Text('Address without watermark; with `download_video` only.')
  play_addr?: string;

  @Text('Cookies that the address wants: none, where the address is ours.')
  cookie_download?: string;

  @Whole('Bytes.', 1048576)
  size?: number;

  @Text('Quality.', '720p')
  definition?: string;

  @Whole('Seconds.', 15)
  duration?: number;

  @Whole('Pixels.', 576)
  width?: number;

  @Whole('Pixels.', 1024)
  height?: number;

  @Text('Address of the cover.')
  cover?: string;
}

export class WebPostAuthorDto {
  @Digits('Id of the account.', '6784819479778378757')
  id?: string;

  @TextAlways('Handle.', 'zachking')
  uniqueId: string;

  @Text('Display name.')
  nickname?: string;

  @Text('Key of the account.')
  secUid?: string;

  @Text('What the account says about itself.')
  signature?: string;

  @Flag('Whether it is verified.')
  verified?: boolean;

  @Text('Address of its picture.')
  avatarThumb?: string;
}

export class WebPostStatsDto {
  @Whole('Plays.', 5000000)
  playCount?: number;

  @Whole('Likes.', 250000)
  diggCount?: number;

  @Whole('Comments.', 1200)
  commentCount?: number;

  @Whole('Shares.', 900)
  shareCount?: number;

  @Whole('Saves.', 4000)
  collectCount?: number;
}

export class WebPostMusicDto {
  @Id('Id of the sound.', '6874200777853661442')
  id: string;

  @Text('Title.')
  title?: string;

  @Text('Who made it.')
  authorName?: string;

  @Whole('Seconds.', 60)
  duration?: number;

  @Text('Address of the sound.')
  playUrl?: string;
}

/** A post in camel case: what `new_version` gives. */
export class WebPostDto {
  @Id('Id of the post.')
  id: string;

  @ApiProperty({ type: 'string', description: 'Caption.' })
  desc: string;

  @Whole('Unix seconds.', 1668297600)
  createTime?: number;

  @Nested(() => WebPostAuthorDto, 'Who posted it.')
  author?: WebPostAuthorDto;

  @ApiProperty({ type: () => WebPostStatsDto, description: 'Counters.' })
  stats: WebPostStatsDto;

  @Nested(() => WebPostVideoDto, 'The moving picture; absent for a photo post.')
  video?: WebPostVideoDto;

  @Nested(() => WebPostMusicDto, 'Its sound.')
  music?: WebPostMusicDto;

  @Many('string', 'Addresses of the pictures; photo posts only.')
  images?: string[];

  @ManyAlways('string', 'Hashtags, without `#`.')
  challenges: string[];
}
