import { Keyword, ObjectId } from '../parameters/names.decorators';
import { Choice, Cursor } from '../parameters/scalars.decorators';

const sortings = ['0', '1', '2', '3', '4'] as const;
const filters = ['0', '1', '2'] as const;

export class MusicSearchQueryDto {
  @Keyword({ example: 'swan lantern', rename: 'keyword' })
  name: string;

  @Cursor()
  cursor: number = 0;

  @Choice(
    {
      description: '0 by relevance, 1 most used, 2 most recent, 3 shortest, 4 longest.',
      example: '0',
      isOptional: true,
    },
    sortings,
  )
  sorting: (typeof sortings)[number] = '0';

  @Choice(
    {
      description:
        'Where the keyword must stand: 0 anywhere, 1 in the title, 2 in the name of who made it.',
      example: '0',
      isOptional: true,
    },
    filters,
  )
  filter_by: (typeof filters)[number] = '0';
}

const soundId = '6874200777853661442';

export class MusicPostsQueryDto {
  @ObjectId({ description: '`mid` of the sound.', example: soundId })
  music_id: string;

  @Cursor()
  cursor?: number;
}

export class MusicDetailsQueryDto {
  @ObjectId({ description: '`mid` of the sound.', example: soundId, rename: 'music_id' })
  id: string;
}
