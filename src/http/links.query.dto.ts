import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';

export const linkStyles = ['own', 'upstream'] as const;

/** Links of this server, which stream the file, or TikTok's, which mostly open for nobody else. */
export type LinkStyle = (typeof linkStyles)[number];

/** For every route whose answer has links to media. */
export class LinksQueryDto {
  @ApiPropertyOptional({
    description:
      "`own`: links of this server, which work anywhere until they expire; `upstream`: TikTok's own, which mostly answer 403 to others. `MEDIA_LINKS` says which without it.",
    enum: linkStyles,
    example: 'own',
  })
  @IsOptional()
  @IsIn(linkStyles)
  links?: LinkStyle;
}
