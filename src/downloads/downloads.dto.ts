import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { envelopeOf } from '../http/envelope.dto';
import { PostAuthorDto, PostMediaDto, PostSoundDto } from '../http/post-envelope.dto';
import { FormatDto } from './format.dto';

const link = { type: 'string', format: 'uri', nullable: true } as const;
const formatsNote = {
  description: 'Every file that TikTok has of the post; only with `detail=full`.',
  type: () => [FormatDto],
};

/** The files of a video post. */
export class DownloaderDto {
  @ApiProperty({ description: 'Links to the files.', type: PostMediaDto })
  media: PostMediaDto;

  @ApiProperty({ description: 'Who made the post.', type: PostAuthorDto })
  post_author: PostAuthorDto;

  @ApiProperty({ ...link, description: 'The cover.' })
  thumbnail: string | null;

  @ApiPropertyOptional(formatsNote)
  formats?: FormatDto[];
}

/** Who made a post, as `slides` and `random` say it. */
export class SlidesAuthorDto {
  @ApiProperty({ ...link, description: "The author's picture." })
  avatar: string | null;

  @ApiProperty({ description: 'The numeric id, as digits.', type: 'string', nullable: true })
  id: string | null;

  @ApiProperty({ description: 'Display name.', type: 'string', nullable: true })
  nickname: string | null;

  @ApiProperty({
    description: 'The handle.',
    type: 'string',
    nullable: true,
    example: 'gabrielymayra',
  })
  unique_id: string | null;
}

/** What a photo post has, and a video leaves empty. */
class PicturesDto {
  @ApiProperty({ ...link, description: 'The cover.' })
  cover: string | null;

  @ApiProperty({
    description: 'The pictures in order.',
    type: 'array',
    items: { type: 'string', format: 'uri' },
  })
  images: string[];

  @ApiProperty({ description: 'Who made the post.', type: SlidesAuthorDto })
  post_author: SlidesAuthorDto;
}

/** The files of a photo post. */
export class SlidesDto extends PicturesDto {
  @ApiProperty({ description: 'Link to the sound.', type: PostSoundDto })
  media: PostSoundDto;

  @ApiPropertyOptional({
    ...link,
    description:
      'All pictures and the sound as one zip; only with `detail=full`, and null with `links=upstream`.',
  })
  archive?: string | null;

  @ApiPropertyOptional(formatsNote)
  formats?: FormatDto[];
}

/** The sound of a post; of a video, the moving picture too. */
export class RandomMediaDto extends PostSoundDto {
  @ApiPropertyOptional({ ...link, description: 'The video without watermark; videos only.' })
  no_watermark?: string | null;

  @ApiPropertyOptional({
    ...link,
    description:
      "The video with TikTok's watermark, null where TikTok offers no such file; videos only.",
  })
  watermark?: string | null;
}

/** One of the newest posts of an account: a photo post, or a video with no pictures. */
export class RandomPostDto extends PicturesDto {
  @ApiProperty({ description: 'The sound, and for a video the video too.', type: RandomMediaDto })
  media: RandomMediaDto;
}

export const DownloaderEnvelopeDto = envelopeOf(DownloaderDto);
export const SlidesEnvelopeDto = envelopeOf(SlidesDto);
export const RandomPostEnvelopeDto = envelopeOf(RandomPostDto);
