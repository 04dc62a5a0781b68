import { Inject, Injectable } from '@nestjs/common';
import type { Page, Post } from '../../tiktok';
import { TikTokClient } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { Streamed } from '../answers/streamed';
import type { AwemeDto } from '../dto/aweme.dto';
import type { LinksOf } from '../file-links.decorator';
import type { FullSearch } from '../full-search/full-search';
import { openFullSearch } from '../full-search/full-search';
import type { SearchEnding } from '../full-search/search-ending';
import { passPage } from '../paging/passed-page';
import { presentAweme } from '../presenters/aweme.presenter';
import { presentRemappedPost } from '../presenters/remapped-post.presenter';
import type { UpstreamClock } from '../upstream-clock';
import { secondsAgo, UPSTREAM_CLOCK } from '../upstream-clock';
import type { FullHashtagQueryDto, HashtagPostsQueryDto } from './hashtags.query.dto';

export interface HashtagPostsBody {
  readonly data: { readonly data: readonly AwemeDto[]; readonly nextCursor?: number };
}

@Injectable()
export class HashtagsService {
  constructor(
    private readonly tiktok: TikTokClient,
    @Inject(UPSTREAM_CLOCK) private readonly nowMs: UpstreamClock,
  ) {}

  /** A page of a hashtag's posts as TikTok ranks and cuts it. */
  async posts(
    { name, cursor }: HashtagPostsQueryDto,
    linksOf: LinksOf,
  ): Promise<Charged<HashtagPostsBody>> {
    const answer = await passPage(await this.tiktok.hashtagPosts(name), cursor);
    return new Charged(
      answer.map(({ page, nextCursor }, meta) => {
        const links = linksOf(meta);
        return { data: { data: page.items.map((post) => presentAweme(post, links)), nextCursor } };
      }),
    );
  }

  /** All posts of a hashtag that TikTok gives, of the last days, while they are read. */
  async recentPosts(query: FullHashtagQueryDto, linksOf: LinksOf): Promise<Streamed> {
    const { name, days, max_cursor: maxCursor = Infinity } = query;
    const oldestSeconds = days === undefined ? 0 : secondsAgo(this.nowMs, days);
    return openFullSearch({
      ...frameOf(query, linksOf),
      list: await this.tiktok.hashtagPosts(name),
      keep: ({ createdAtSeconds = Infinity }: Post) => createdAtSeconds >= oldestSeconds,
      isEnough: ({ cursor }: Page<Post>) => Number(cursor) >= maxCursor,
    });
  }
}

type Frame = Pick<FullSearch, 'opening' | 'closing' | 'present'>;

function frameOf({ remap_output }: FullHashtagQueryDto, linksOf: LinksOf): Frame {
  const present = remap_output ? presentRemappedPost : presentAweme;
  return {
    opening: `{"data":{"${remap_output ? 'posts' : 'data'}":[`,
    closing: (ending) => `]${membersOf(ending)}}}`,
    present: (post, meta) => present(post, linksOf(meta)),
  };
}

/** Where the documented answer has its `nextCursor`, below `data`. */
function membersOf({ incomplete, nextCursor }: SearchEnding): string {
  const members = {
    ...(nextCursor !== undefined && { nextCursor: Number(nextCursor) }),
    ...(incomplete && { incomplete }),
  };
  return Object.entries(members)
    .map(([name, value]) => `,${JSON.stringify(name)}:${JSON.stringify(value)}`)
    .join('');
}
