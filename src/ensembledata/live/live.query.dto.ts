import { Keyword } from '../parameters/names.decorators';
import { Country, Cursor } from '../parameters/scalars.decorators';

export class LiveSearchQueryDto {
  @Keyword({ example: 'gaming' })
  keyword: string;

  @Cursor()
  cursor: number = 0;

  @Country()
  country: string = 'US';
}
