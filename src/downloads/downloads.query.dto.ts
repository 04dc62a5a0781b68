import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, Length, ValidateBy } from 'class-validator';
import { WholeNumber } from '../config/whole-number.decorator';
import { LinksQueryDto } from '../http/links.query.dto';
import { patterns } from '../http/parameter-patterns';
import { IsUserId } from '../http/parameters';
import { PostUrl } from '../http/post-url';
import type { VideoCodec, VideoQuality } from '../tiktok';
import { videoCodecs } from '../tiktok';

/** Heights of pictures that TikTok has had, with room on both sides. */
const minHeight = 144;
const maxHeight = 4_320;
const qualityPattern =
  '^(best|worst|14[4-9]|1[5-9][0-9]|[2-9][0-9]{2}|[1-3][0-9]{3}|4[0-2][0-9]{2}|43[01][0-9]|4320)$';

/** What has files of one post behind it. */
class PostFilesQueryDto extends LinksQueryDto {
  @ApiPropertyOptional({
    description:
      '`full` adds `formats` to the data: every file that TikTok has of the post, with a link to each.',
    enum: ['full'],
    example: 'full',
  })
  @IsOptional()
  @IsIn(['full'])
  detail?: 'full';
}

export class SlidesQueryDto extends PostFilesQueryDto {
  @PostUrl('https://www.tiktok.com/@patient_acorn6274/photo/6943996796519680035')
  url: string;
}

export class DownloaderQueryDto extends PostFilesQueryDto {
  @PostUrl()
  url: string;

  @ApiPropertyOptional({
    description: `Of \`no_watermark\`: \`best\`, \`worst\`, or the height next to this one in pixels (${minHeight}-${maxHeight}).`,
    type: 'string',
    pattern: qualityPattern,
    default: 'best',
    example: 'best',
  })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => asHeight(value))
  @ValidateBy({
    name: 'isQuality',
    validator: {
      validate: isQuality,
      defaultMessage: () =>
        `quality must be best, worst or a height in pixels, ${minHeight} to ${maxHeight}`,
    },
  })
  quality?: VideoQuality;

  @ApiPropertyOptional({
    description:
      'Codec of `no_watermark`; where the post has none of it, the other is given. Everything plays H.264.',
    enum: videoCodecs,
    default: 'h264',
    example: 'h264',
  })
  @IsOptional()
  @IsIn(videoCodecs)
  codec?: VideoCodec;

  @ApiPropertyOptional({
    description:
      '`music`: the sound alone, for photo posts too; the members about the video are null.',
    enum: ['music'],
    example: 'music',
  })
  @IsOptional()
  @IsIn(['music'])
  only?: 'music';
}

export class RandomQueryDto extends LinksQueryDto {
  @ApiProperty({
    description: "The account's handle, with or without `@`, or its secUid.",
    pattern: patterns.account,
    example: 'gabrielymayra',
  })
  @IsUserId()
  username: string;

  @ApiPropertyOptional({
    description: 'How many of the newest posts there are to choose from.',
    type: 'integer',
    minimum: 1,
    maximum: 100,
    default: 30,
    example: 30,
  })
  @WholeNumber(1, 100)
  pool: number = 30;

  @ApiPropertyOptional({
    description:
      'Any text of 1-200 characters: the same seed chooses the same post as long as the newest posts are the same.',
    minLength: 1,
    maxLength: 200,
    example: 'tuesday',
  })
  @IsOptional()
  @Length(1, 200)
  seed?: string;
}

function asHeight(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value;
}

function isQuality(value: unknown): boolean {
  if (typeof value === 'number') return value >= minHeight && value <= maxHeight;
  return value === 'best' || value === 'worst';
}
