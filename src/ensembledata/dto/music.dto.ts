import { Digits, Flag, Id, Nested, Text, Whole } from './described.decorators';
import { LinkListDto } from './link-list.dto';

/** A sound. There is no numeric `id`: its digits would be lost in JavaScript. */
export class MusicDto {
  @Id('Id of the sound, as digits: what `/tt/music/posts` takes.', '6874200777853661442')
  mid: string;

  @Id('Same as mid.', '6874200777853661442')
  id_str: string;

  @Text('Title.')
  title?: string;

  @Text('Who made it.')
  author?: string;

  @Text('Album, for sounds of the catalogue.')
  album?: string;

  @Whole('Seconds.', 60)
  duration?: number;

  @Whole('Posts that use the sound; in `/tt/music/details`.', 1200000)
  user_count?: number;

  @Nested(() => LinkListDto, 'The sound itself.')
  play_url?: LinkListDto;

  @Nested(() => LinkListDto, 'Small cover.')
  cover_thumb?: LinkListDto;

  @Nested(() => LinkListDto, 'Medium cover.')
  cover_medium?: LinkListDto;

  @Nested(() => LinkListDto, 'Large cover.')
  cover_large?: LinkListDto;

  @Flag('Whether it was made with a post, not taken from the catalogue.')
  is_original?: boolean;

  @Flag('Same as is_original.')
  is_original_sound?: boolean;

  @Flag('Whether companies may use it.')
  is_commerce_music?: boolean;

  @Digits('Id of the account that made the sound.', '6784819479778378757')
  owner_id?: string;

  @Text('Handle of the account that made the sound.')
  owner_handle?: string;

  @Text('Display name of the account that made the sound.')
  owner_nickname?: string;

  @Text('Key of the account that made the sound.')
  sec_uid?: string;
}
