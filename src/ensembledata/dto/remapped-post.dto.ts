import { ApiProperty } from '@nestjs/swagger';
import {
  Digits,
  Flag,
  Id,
  ManyAlways,
  Nested,
  NestedAlways,
  Text,
  TextAlways,
  Whole,
} from './described.decorators';

export class VideoMetaDto {
  @Whole('Seconds.', 15)
  duration?: number;

  @Whole('Pixels.', 576)
  width?: number;

  @Whole('Pixels.', 1024)
  height?: number;
}

export class RemappedVideoDto {
  @ManyAlways('string', 'Addresses of the file.')
  urls: string[];

  @NestedAlways(() => VideoMetaDto, 'Length and size.')
  videoMeta: VideoMetaDto;
}

export class ItemInfosDto {
  @Id('Id of the post.')
  id: string;

  @ApiProperty({ type: 'string', description: 'Caption.' })
  text: string;

  @Text('Unix seconds, as digits.', '1713600000')
  createTime?: string;

  @Whole('Likes.', 250000)
  diggCount?: number;

  @Whole('Comments.', 1200)
  commentCount?: number;

  @Whole('Shares.', 900)
  shareCount?: number;

  @Whole('Plays.', 5000000)
  playCount?: number;

  @ManyAlways('string', 'Addresses of the cover.')
  covers: string[];

  @Nested(() => RemappedVideoDto, 'The moving picture.')
  video?: RemappedVideoDto;
}

export class AuthorInfosDto {
  @Digits('Id of the account.', '6784819479778378757')
  userId?: string;

  @TextAlways('Handle.', 'zachking')
  uniqueId: string;

  @Text('Display name.')
  nickName?: string;

  @Text('Key of the account.')
  secUid?: string;

  @Flag('Whether it is verified.')
  verified?: boolean;

  @Text('What the account says about itself.')
  signature?: string;

  @ManyAlways('string', 'Addresses of its picture.')
  covers: string[];
}

export class MusicInfosDto {
  @Id('Id of the sound.', '6874200777853661442')
  musicId: string;

  @Text('Title.')
  musicName?: string;

  @Text('Who made it.')
  authorName?: string;

  @ManyAlways('string', 'Addresses of its cover.')
  covers: string[];
}

export class ChallengeInfoDto {
  @Digits('Id of the hashtag.', '229207')
  challengeId?: string;

  @TextAlways('Name, without `#`.', 'magic')
  challengeName: string;
}

/** A post in the shape that TikTok's website had in 2019 and 2020. */
export class RemappedPostDto {
  @ApiProperty({ type: () => ItemInfosDto, description: 'The post itself.' })
  itemInfos: ItemInfosDto;

  @Nested(() => AuthorInfosDto, 'Who posted it.')
  authorInfos?: AuthorInfosDto;

  @Nested(() => MusicInfosDto, 'Its sound.')
  musicInfos?: MusicInfosDto;

  @ManyAlways(() => ChallengeInfoDto, 'Hashtags.')
  challengeInfoList: ChallengeInfoDto[];
}
