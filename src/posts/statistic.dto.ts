import { ApiProperty } from '@nestjs/swagger';
import { envelopeOf } from '../http/envelope.dto';
import { LinksQueryDto } from '../http/links.query.dto';
import { PostAuthorDto, PostMediaDto } from '../http/post-envelope.dto';
import { PostUrl } from '../http/post-url';

export class StatisticQueryDto extends LinksQueryDto {
  @PostUrl()
  url: string;
}

const counter = { type: 'integer', nullable: true } as const;

/** A post with its counters, as the documented API shows it. */
export class StatisticDto {
  @ApiProperty({
    ...counter,
    description: 'Seconds; null for a photo post.',
    example: 15,
  })
  duration: number | null;

  @ApiProperty({ description: 'Names without `#`.', type: [String], example: ['catsoftiktok'] })
  hashtags: string[];

  @ApiProperty({ description: 'Links to the files.', type: PostMediaDto })
  media: PostMediaDto;

  @ApiProperty({ description: 'Who made the post.', type: PostAuthorDto })
  post_author: PostAuthorDto;

  @ApiProperty({
    description: 'Two-letter country of the upload.',
    type: 'string',
    nullable: true,
    example: 'RU',
  })
  region: string | null;

  @ApiProperty({
    description: 'Keywords that TikTok files the post under; empty where it gives none.',
    type: [String],
    example: ['Pets'],
  })
  tags: string[];

  @ApiProperty({
    description: 'The cover.',
    type: 'string',
    format: 'uri',
    nullable: true,
  })
  thumbnail: string | null;

  @ApiProperty({ description: 'The caption.', example: 'Luna is asleep #catsoftiktok' })
  title: string;

  @ApiProperty({ ...counter, description: 'Comments.', example: 12_034 })
  total_comment: number | null;

  @ApiProperty({
    ...counter,
    description: 'Downloads; the web mostly does not say.',
    example: null,
  })
  total_download: number | null;

  @ApiProperty({ ...counter, description: 'Plays.', example: 98_000_000 })
  total_play: number | null;

  @ApiProperty({ ...counter, description: 'Shares.', example: 51_200 })
  total_share: number | null;
}

export const StatisticEnvelopeDto = envelopeOf(StatisticDto);
