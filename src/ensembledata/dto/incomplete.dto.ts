import { ApiProperty } from '@nestjs/swagger';

/** Why a whole search is not whole; absent when it is. */
export class IncompleteDto {
  @ApiProperty({
    type: 'string',
    description:
      '`limit` for 250 pages, `tiktok.capped` when TikTok says there is more and gives no way to it, else the code of the refusal.',
    example: 'tiktok.blocked',
  })
  code: string;

  @ApiProperty({ type: 'string', description: 'What happened, for a person.' })
  detail: string;
}
