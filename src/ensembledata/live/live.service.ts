import { Injectable } from '@nestjs/common';
import { TikTokClient } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { LiveRoomDto } from '../dto/live-room.dto';
import { SearchPositions } from '../paging/search-positions';
import { presentLiveRoom } from '../presenters/live-room.presenter';
import type { LiveSearchQueryDto } from './live.query.dto';

export interface LiveSearchBody {
  readonly data: { readonly data: readonly LiveRoomDto[]; readonly nextCursor?: number };
}

const pageSize = 10;

@Injectable()
export class LiveService {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly positions: SearchPositions,
  ) {}

  async search({ keyword, country, cursor }: LiveSearchQueryDto): Promise<Charged<LiveSearchBody>> {
    const search = { live: keyword, country };
    const list = this.tiktok.searchLive({ keyword, country });
    const answer = await this.positions.read({ search, list, offset: cursor, size: pageSize });
    return new Charged(
      answer.map(({ rows, nextCursor }) => ({
        data: { data: rows.map(presentLiveRoom), nextCursor },
      })),
    );
  }
}
