import { Flag, Many, Nested, Text, Whole } from './described.decorators';
import { LinkListDto } from './link-list.dto';

/** One encoded version of a video. */
export class BitRateDto {
  @Text('Name of the quality.', 'normal_720_0')
  gear_name?: string;

  @Whole('Bits a second.', 1200000)
  bit_rate?: number;

  @Whole('Frames a second.', 30)
  FPS?: number;

  @Whole('1 for H.265, 0 for H.264.', 0)
  is_bytevc1?: number;

  @Text('Container.', 'mp4')
  format?: string;

  @Nested(() => LinkListDto, 'Its file.')
  play_addr?: LinkListDto;
}

/** The moving picture of a post; a photo post has covers and no addresses here. */
export class AwemeVideoDto {
  @Whole('Milliseconds.', 15000)
  duration?: number;

  @Whole('Pixels.', 576)
  width?: number;

  @Whole('Pixels.', 1024)
  height?: number;

  @Text('Lines.', '720p')
  ratio?: string;

  @Nested(() => LinkListDto, 'Cover.')
  cover?: LinkListDto;

  @Nested(() => LinkListDto, 'First frame.')
  origin_cover?: LinkListDto;

  @Nested(() => LinkListDto, 'Moving cover.')
  dynamic_cover?: LinkListDto;

  @Nested(() => LinkListDto, 'Without watermark.')
  play_addr?: LinkListDto;

  @Nested(() => LinkListDto, 'Without watermark, in a codec that everything plays.')
  play_addr_h264?: LinkListDto;

  @Nested(() => LinkListDto, "With TikTok's watermark, where TikTok gives such a file.")
  download_addr?: LinkListDto;

  @Many(() => BitRateDto, 'Every version that TikTok has.')
  bit_rate?: BitRateDto[];

  @Flag('Whether TikTok gives a file with its watermark.')
  has_watermark?: boolean;
}
