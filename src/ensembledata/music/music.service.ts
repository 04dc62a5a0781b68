import { Injectable } from '@nestjs/common';
import { TikTokClient } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { AwemeDto } from '../dto/aweme.dto';
import type { MusicDto } from '../dto/music.dto';
import type { LinksOf } from '../file-links.decorator';
import { passPage } from '../paging/passed-page';
import { presentAweme } from '../presenters/aweme.presenter';
import { presentMusic } from '../presenters/music.presenter';
import type { MusicDetailsQueryDto, MusicPostsQueryDto } from './music.query.dto';

export interface MusicPostsBody {
  readonly data: { readonly aweme_list: readonly AwemeDto[]; readonly nextCursor?: number };
}

export interface MusicBody {
  readonly data: MusicDto;
}

@Injectable()
export class MusicService {
  constructor(private readonly tiktok: TikTokClient) {}

  /** A page of the posts that use a sound, as TikTok cuts it. */
  async posts(
    { music_id, cursor }: MusicPostsQueryDto,
    linksOf: LinksOf,
  ): Promise<Charged<MusicPostsBody>> {
    const answer = await passPage(await this.tiktok.musicPosts(music_id), cursor);
    return new Charged(
      answer.map(({ page, nextCursor }, meta) => {
        const links = linksOf(meta);
        const aweme_list = page.items.map((post) => presentAweme(post, links));
        return { data: { aweme_list, nextCursor } };
      }),
    );
  }

  async details({ id }: MusicDetailsQueryDto): Promise<Charged<MusicBody>> {
    const answer = await this.tiktok.music(id);
    return new Charged(answer.map((music) => ({ data: presentMusic(music) })));
  }
}
