import { Keyword } from '../parameters/names.decorators';
import { Choice, Country, Cursor, YesNo } from '../parameters/scalars.decorators';

const periods = ['0', '1', '7', '30', '90', '180'] as const;
const sortings = ['0', '1'] as const;

/** What both searches by keyword take. */
export class KeywordQueryDto {
  @Keyword({ example: 'tesla', rename: 'keyword' })
  name: string;

  @Choice(
    { description: 'How many days old a post may be; 0 for any age.', example: '180' },
    periods,
  )
  period: (typeof periods)[number];

  @Choice({ description: '0 by relevance, 1 by likes.', example: '0', isOptional: true }, sortings)
  sorting: (typeof sortings)[number] = '0';

  @Country()
  country: string = 'US';

  @YesNo('Only posts whose caption holds the keyword as it stands, whatever its case.')
  match_exactly: boolean = false;
}

export class KeywordPostsQueryDto extends KeywordQueryDto {
  @Cursor()
  cursor: number = 0;

  @YesNo('With the counters of each author, for 1 unit more a post.')
  get_author_stats: boolean = false;
}
