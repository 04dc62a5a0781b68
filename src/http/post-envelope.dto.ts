import { ApiProperty } from '@nestjs/swagger';

const link = {
  type: 'string',
  format: 'uri',
  nullable: true,
} as const;
const linkExample =
  'http://127.0.0.1:3000/media/v1.6943996796519681281.video.tlpwvw.SEAL/name-6943996796519681281.mp4';

/** The sound of a post. */
export class PostSoundDto {
  @ApiProperty({ ...link, description: 'The sound alone; null where the post has none.' })
  music: string | null;
}

/** The sound and the moving picture of a post. */
export class PostMediaDto extends PostSoundDto {
  @ApiProperty({ ...link, description: 'The video without watermark.', example: linkExample })
  no_watermark: string | null;

  @ApiProperty({
    ...link,
    description: "The video with TikTok's watermark; null where TikTok offers no such file.",
  })
  watermark: string | null;
}

/** Who made a post, as `statistic` and `downloader` say it. */
export class PostAuthorDto {
  @ApiProperty({
    description: 'The numeric id, as digits.',
    type: 'string',
    nullable: true,
    example: '6823957236834255877',
  })
  id: string | null;

  @ApiProperty({ description: 'Display name.', type: 'string', nullable: true, example: 'Luna' })
  nickname: string | null;

  @ApiProperty({ ...link, description: "The author's picture." })
  profile: string | null;
}
