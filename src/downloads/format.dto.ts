import { ApiProperty } from '@nestjs/swagger';
import type { MediaKind } from '../tiktok';

const kinds: readonly MediaKind[] = ['video', 'image', 'music', 'cover', 'avatar', 'subtitle'];
const number = { type: 'integer', nullable: true } as const;

/** One file that a post can be had as. What TikTok does not say is null. */
export class FormatDto {
  @ApiProperty({
    description: 'What kind of file it is.',
    enum: kinds,
    enumName: 'MediaKind',
    example: 'video',
  })
  kind: MediaKind;

  @ApiProperty({
    description:
      "TikTok's name of a version of the video, the number of a picture, the language of subtitles, or the kind.",
    example: 'normal_720_0',
  })
  name: string;

  @ApiProperty({ description: 'What the file is likely to end in.', example: 'mp4' })
  extension: string;

  @ApiProperty({
    description: 'Codec of a video.',
    enum: ['h264', 'h265'],
    type: 'string',
    nullable: true,
    example: 'h264',
  })
  codec: string | null;

  @ApiProperty({ ...number, description: 'Pixels.', example: 720 })
  width: number | null;

  @ApiProperty({ ...number, description: 'Pixels.', example: 1280 })
  height: number | null;

  @ApiProperty({ ...number, description: 'Bits per second.', example: 812_044 })
  bitrate: number | null;

  @ApiProperty({ ...number, description: 'Bytes.', example: 1_522_583 })
  size_bytes: number | null;

  @ApiProperty({
    description:
      "When TikTok's own link dies. A link of ours has its own end, and finds a fresh one of TikTok's.",
    type: 'string',
    format: 'date-time',
    nullable: true,
    example: '2026-11-22T12:00:00.000Z',
  })
  expires_at: string | null;

  @ApiProperty({ description: 'Whether TikTok has put its watermark into it.', example: false })
  has_watermark: boolean;

  @ApiProperty({
    description: "Null where there is no such link of TikTok's own (`links=upstream`).",
    type: 'string',
    format: 'uri',
    nullable: true,
  })
  link: string | null;
}
