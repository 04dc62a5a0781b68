import { ApiProperty } from '@nestjs/swagger';
import { Text, Whole } from './described.decorators';

/** A picture, a sound or a video by its addresses. */
export class LinkListDto {
  @Text("TikTok's internal name of the file.", 'v12044gd0000')
  uri?: string;

  @ApiProperty({
    type: 'string',
    isArray: true,
    description: 'Addresses of the same file, the one to take first.',
    example: ['https://p16-sign-va.tiktokcdn.com/obj/tos-maliva-p-0068/cover.jpeg'],
  })
  url_list: string[];

  @Whole('Pixels.', 720)
  width?: number;

  @Whole('Pixels.', 1280)
  height?: number;

  @Whole('Bytes.', 1048576)
  data_size?: number;

  @Text('Hash of the file.')
  file_hash?: string;

  @Text('Quality and codec in one word.')
  url_key?: string;
}
