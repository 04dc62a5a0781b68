import { HashtagName } from '../parameters/names.decorators';
import { Cursor, WholeParameter, YesNo } from '../parameters/scalars.decorators';

export class HashtagPostsQueryDto {
  @HashtagName()
  name: string;

  @Cursor()
  cursor?: number;
}

export class FullHashtagQueryDto {
  @HashtagName()
  name: string;

  @WholeParameter(
    {
      description: 'Posts made in the last so many days only; of any age when it is not given.',
      example: 30,
      isOptional: true,
    },
    { min: 0, max: 36_500 },
  )
  days?: number;

  @YesNo('`posts` in the shape of 2019 (true), or `data` as everywhere else (false).', true)
  remap_output: boolean = true;

  @WholeParameter(
    {
      description: 'No page behind this cursor is read: 2000 for the first 2,000 rows.',
      example: 200,
      isOptional: true,
    },
    { min: 0, max: Number.MAX_SAFE_INTEGER },
  )
  max_cursor?: number;
}
