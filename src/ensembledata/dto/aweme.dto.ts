import { ApiProperty } from '@nestjs/swagger';
import { AwemeVideoDto } from './aweme-video.dto';
import {
  Digits,
  Flag,
  FlagAlways,
  Id,
  ManyAlways,
  Nested,
  NestedAlways,
  Text,
  TextAlways,
  Whole,
} from './described.decorators';
import { LinkListDto } from './link-list.dto';
import { MobileUserDto } from './mobile-user.dto';
import { MusicDto } from './music.dto';
import { TextPartDto } from './text-part.dto';

/** Counters; one that the answering surface does not give is absent. */
export class AwemeStatisticsDto {
  @Id('Id of the post once more.')
  aweme_id: string;

  @Whole('Plays.', 5000000)
  play_count?: number;

  @Whole('Likes.', 250000)
  digg_count?: number;

  @Whole('Comments.', 1200)
  comment_count?: number;

  @Whole('Shares.', 900)
  share_count?: number;

  @Whole('Saves.', 4000)
  collect_count?: number;

  @Whole('Reposts.', 300)
  repost_count?: number;

  @Whole('Downloads.')
  download_count?: number;

  @Whole('Forwards.')
  forward_count?: number;

  @Whole('Shares over WhatsApp.')
  whatsapp_share_count?: number;
}

export class AwemeStatusDto {
  @FlagAlways('Whether it was deleted.')
  is_delete: boolean;

  @FlagAlways('Whether TikTok took it down.')
  is_prohibited: boolean;

  @FlagAlways('Whether only its author sees it.')
  is_private: boolean;

  @FlagAlways('Whether TikTok is still looking at it.')
  in_reviewing: boolean;

  @Flag('Whether it may be shared.')
  allow_share?: boolean;
}

export class ChallengeDto {
  @Digits('Id of the hashtag.', '229207')
  cid?: string;

  @TextAlways('Name, without `#`.', 'magic')
  cha_name: string;

  @Text('What TikTok says about it.')
  desc?: string;
}

export class PostImageDto {
  @NestedAlways(() => LinkListDto, 'The picture.')
  display_image: LinkListDto;
}

export class ImagePostInfoDto {
  @ManyAlways(() => PostImageDto, 'The pictures, in order.')
  images: PostImageDto[];

  @Nested(() => PostImageDto, 'The picture shown first.')
  image_post_cover?: PostImageDto;

  @Text('Title of the pictures.')
  title?: string;
}

export class CaptionInfoDto {
  @Text('Language.', 'eng-US')
  lang?: string;

  @TextAlways('Address of the subtitles.')
  url: string;

  @ManyAlways('string', 'The same address in a list.')
  url_list: string[];

  @Text('Format.', 'webvtt')
  caption_format?: string;

  @Flag('Whether a machine heard or translated them.')
  is_auto_generated?: boolean;

  @Whole('When the address dies, Unix seconds.')
  expire?: number;
}

export class ClaInfoDto {
  @ManyAlways(() => CaptionInfoDto, 'One entry a language.')
  caption_infos: CaptionInfoDto[];
}

/** A post with underscores in its names, as TikTok's mobile app has it. */
export class AwemeDto {
  @Id('Id of the post, as digits.')
  aweme_id: string;

  @ApiProperty({ type: 'string', description: 'Caption.', example: 'how did it vanish? #magic' })
  desc: string;

  @Whole('Unix seconds.', 1668297600)
  create_time?: number;

  @Text('Two-letter country of the upload, where TikTok says it.', 'US')
  region?: string;

  @ApiProperty({ type: 'integer', description: '0 for a video, 2 for a photo post.', example: 0 })
  aweme_type: number;

  @ApiProperty({ type: 'integer', description: '1 for a pinned post, else 0.', example: 0 })
  is_top: number;

  @ApiProperty({
    type: 'string',
    description: 'Address of its page.',
    example: 'https://www.tiktok.com/@zachking/video/7165262254722534698',
  })
  share_url: string;

  @Text('Language of the caption.', 'en')
  desc_language?: string;

  @ApiProperty({ type: 'string', description: '`video` or `multi_photo`.', example: 'video' })
  content_type: string;

  @Id('Same as aweme_id.')
  group_id: string;

  @Flag('Whether it is an advertisement.')
  is_ads?: boolean;

  @Nested(() => MobileUserDto, 'Who posted it.')
  author?: MobileUserDto;

  @ApiProperty({ type: () => AwemeStatisticsDto, description: 'Counters.' })
  statistics: AwemeStatisticsDto;

  @ApiProperty({ type: () => AwemeStatusDto, description: 'Who may see it.' })
  status: AwemeStatusDto;

  @ApiProperty({ type: () => TextPartDto, isArray: true, description: 'Hashtags and names.' })
  text_extra: TextPartDto[];

  @ApiProperty({ type: () => ChallengeDto, isArray: true, description: 'Hashtags.' })
  cha_list: ChallengeDto[];

  @Nested(() => MusicDto, 'Its sound.')
  music?: MusicDto;

  @Nested(() => AwemeVideoDto, 'Its moving picture; absent where TikTok shows none to guests.')
  video?: AwemeVideoDto;

  @Nested(() => ImagePostInfoDto, 'Pictures; photo posts only.')
  image_post_info?: ImagePostInfoDto;

  @Nested(() => ClaInfoDto, 'Subtitles; user posts with `alternative_method` only.')
  cla_info?: ClaInfoDto;
}
