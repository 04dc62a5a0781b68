import { Injectable } from '@nestjs/common';
import { Answer } from '../../cache/answer';
import type { Music, MusicDetail } from '../../tiktok';
import { TikTokBlockedError, TikTokClient } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { MusicDto } from '../dto/music.dto';
import { presentMusic } from '../presenters/music.presenter';
import type { MusicSearchQueryDto } from './music.query.dto';
import type { SoundFilter, SoundOrder } from './sound-order';
import { filteredSounds, sortedSounds } from './sound-order';
import { withCounts } from './sound-counts';

export interface MusicSearchBody {
  readonly data: { readonly music: readonly MusicDto[]; readonly nextCursor?: number };
}

const pageSize = 20;
/** Pages of posts whose sounds are looked through. */
const maxPages = 50;
const orders = {
  '0': 'relevance',
  '1': 'most_used',
  '2': 'most_recent',
  '3': 'shortest',
  '4': 'longest',
} as const satisfies Record<MusicSearchQueryDto['sorting'], SoundOrder>;

const filters = {
  '0': 'none',
  '1': 'title',
  '2': 'creator',
} as const satisfies Record<MusicSearchQueryDto['filter_by'], SoundFilter>;

@Injectable()
export class MusicSearchService {
  constructor(private readonly tiktok: TikTokClient) {}

  /**
   * Twenty of the sounds of the posts that TikTok finds. They are looked through from the beginning every time,
   * which the cache mostly has, so that a sound that many posts use comes once.
   */
  async search(query: MusicSearchQueryDto): Promise<Charged<MusicSearchBody>> {
    const { name, cursor } = query;
    const order = orders[query.sorting];
    const filter = filters[query.filter_by];
    // One more than wanted tells whether there is more; an order wants all of them.
    const isAllWanted = order !== 'relevance' || filter !== 'none';
    const answer = await this.soundsFor(name, isAllWanted ? Infinity : cursor + pageSize + 1);
    const found = filteredSounds(answer.value, name, filter);
    const { sounds, meta } =
      order === 'most_used'
        ? await withCounts(this.tiktok, found, answer.meta)
        : { sounds: found, meta: answer.meta };
    const sorted = sortedSounds(sounds, order).slice(cursor);
    return new Charged(new Answer(() => bodyOf(sorted, cursor), meta));
  }

  private async soundsFor(keyword: string, maxItems: number): Promise<Answer<readonly Music[]>> {
    const list = this.tiktok.searchMusic({ keyword });
    const answer = await list.collect({ limits: { maxItems, maxPages } });
    const { completeness, completenessReason = '' } = answer.meta;
    // Half of the sounds in order are in no order, and a later page would give other ones.
    if (completeness === 'partial')
      throw new TikTokBlockedError('inconclusive', completenessReason);
    return answer;
  }
}

function bodyOf(sounds: readonly MusicDetail[], cursor: number): MusicSearchBody {
  const music = sounds.slice(0, pageSize).map(presentMusic);
  const nextCursor = sounds.length > pageSize ? cursor + pageSize : undefined;
  return { data: { music, nextCursor } };
}
