import { Inject, Injectable } from '@nestjs/common';
import { Answer } from '../../cache/answer';
import type { Post, PostSearch, SearchPeriod } from '../../tiktok';
import { searchPeriods, TikTokClient, wantedOf } from '../../tiktok';
import type { Streamed } from '../answers/streamed';
import { Charged } from '../answers/charged';
import type { AwemeDto } from '../dto/aweme.dto';
import type { LinksOf } from '../file-links.decorator';
import { openFullSearch } from '../full-search/full-search';
import { SearchPositions } from '../paging/search-positions';
import { presentAweme } from '../presenters/aweme.presenter';
import type { UpstreamClock } from '../upstream-clock';
import { secondsAgo, UPSTREAM_CLOCK } from '../upstream-clock';
import { withAuthorStats } from './author-stats';
import type { KeywordPostsQueryDto, KeywordQueryDto } from './keywords.query.dto';

export interface KeywordPostsBody {
  readonly data: {
    readonly data: readonly { readonly type: 1; readonly aweme_info: AwemeDto }[];
    readonly nextCursor?: number;
  };
}

const pageSize = 20;

@Injectable()
export class KeywordsService {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly positions: SearchPositions,
    @Inject(UPSTREAM_CLOCK) private readonly nowMs: UpstreamClock,
  ) {}

  /** Twenty of the found posts; those that are not wanted are left out of them, so there may be fewer. */
  async posts(query: KeywordPostsQueryDto, linksOf: LinksOf): Promise<Charged<KeywordPostsBody>> {
    const { matchExactly, oldestSeconds, ...search } = this.searchOf(query);
    const list = this.tiktok.searchPosts(search);
    const request = { search: { posts: search }, list, offset: query.cursor, size: pageSize };
    const answer = await this.positions.read(request);
    const { rows, nextCursor } = answer.value;
    const found = rows.filter(wantedOf({ ...search, matchExactly, oldestSeconds }) ?? Boolean);
    const { posts, meta } = query.get_author_stats
      ? await withAuthorStats(this.tiktok, found, answer.meta)
      : { posts: found, meta: answer.meta };
    const body = new Answer(() => bodyOf(posts, nextCursor, linksOf(meta)), meta);
    return new Charged(body, query.get_author_stats ? 1 + posts.length : 1);
  }

  /** All posts that TikTok finds, while they are read. */
  async allPosts(query: KeywordQueryDto, linksOf: LinksOf): Promise<Streamed> {
    return openFullSearch({
      list: this.tiktok.searchPosts(this.searchOf(query)),
      opening: '{"data":[',
      // Beside the rows and not below `data`, which is the bare list that the documented API has.
      closing: ({ incomplete }) =>
        incomplete ? `],"incomplete":${JSON.stringify(incomplete)}}` : ']}',
      present: (post, meta) => ({ aweme_info: presentAweme(post, linksOf(meta)) }),
    });
  }

  private searchOf({ name, period, sorting, country, match_exactly }: KeywordQueryDto): PostSearch {
    const days = periodOf(period);
    return {
      keyword: name,
      period: days,
      sorting: sorting === '1' ? 'likes' : 'relevance',
      country,
      matchExactly: match_exactly,
      oldestSeconds: days === 0 ? undefined : secondsAgo(this.nowMs, days),
    };
  }
}

function periodOf(period: string): SearchPeriod {
  return searchPeriods.find((days) => String(days) === period) ?? 0;
}

function bodyOf(
  posts: readonly Post[],
  nextCursor: number | undefined,
  links: ReturnType<LinksOf>,
): KeywordPostsBody {
  const data = posts.map((post) => ({ type: 1 as const, aweme_info: presentAweme(post, links) }));
  return { data: { data, nextCursor } };
}
