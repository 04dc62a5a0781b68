import { Injectable } from '@nestjs/common';
import type { Answer } from '../../cache/answer';
import type { List, User } from '../../tiktok';
import { TikTokClient, TikTokShapeChangedError } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { MobileUserDto } from '../dto/mobile-user.dto';
import { readChunk } from '../paging/chunk';
import type { FollowPosition } from '../paging/follow-cursor';
import { readFollowCursor, writeFollowCursor } from '../paging/follow-cursor';
import { presentMobileUser } from '../presenters/mobile-user.presenter';
import { accountOf } from './account-of';
import type { FollowsQueryDto } from './users.query.dto';

interface FollowsData {
  readonly users: readonly MobileUserDto[];
  readonly total?: number;
  readonly nextCursor?: number;
  /** The cursor once more: callers hand back both. */
  readonly nextPageToken?: string;
}

export type FollowsBody<Key extends string> = {
  readonly data: Readonly<Record<Key, readonly MobileUserDto[]>> & Omit<FollowsData, 'users'>;
};

const pageSize = 100;
const maxFollowers = 5_000;

@Injectable()
export class FollowsService {
  constructor(private readonly tiktok: TikTokClient) {}

  /** A hundred followers, newest first, up to 5,000. */
  async followers(query: FollowsQueryDto): Promise<Charged<FollowsBody<'followers'>>> {
    const list = await this.tiktok.followers(accountOf(query.secUid));
    const answer = await pageOf(list, query, maxFollowers);
    return new Charged(
      answer.map(({ users, ...more }) => ({ data: { followers: users, ...more } })),
    );
  }

  /** A hundred accounts that this one follows, newest first. */
  async followings(query: FollowsQueryDto): Promise<Charged<FollowsBody<'followings'>>> {
    const list = await this.tiktok.followings(accountOf(query.secUid));
    const answer = await pageOf(list, query, Infinity);
    return new Charged(
      answer.map(({ users, ...more }) => ({ data: { followings: users, ...more } })),
    );
  }
}

async function pageOf(
  list: Pick<List<User>, 'page'>,
  { cursor, page_token: token = '' }: FollowsQueryDto,
  maxRows: number,
): Promise<Answer<FollowsData>> {
  const from = readFollowCursor(cursor === 0 && /^\d{1,16}$/.test(token) ? Number(token) : cursor);
  const size = Math.min(pageSize, Math.max(0, maxRows - from.given));
  const answer = await readChunk(list, { from, size });
  const { rows, next, lastPage } = answer.value;
  const given = from.given + rows.length;
  const nextCursor = next && given < maxRows ? cursorOf({ ...next, given }) : undefined;
  return answer
    .map(() => ({
      users: rows.map(presentMobileUser),
      total: lastPage.total,
      nextCursor,
      nextPageToken: nextCursor?.toString(),
    }))
    .with(given >= maxRows && (lastPage.total ?? Infinity) > given ? cappedAt(maxRows) : {});
}

function cursorOf(position: FollowPosition): number {
  const cursor = writeFollowCursor(position);
  if (cursor !== undefined) return cursor;
  throw new TikTokShapeChangedError('minCursor');
}

function cappedAt(maxRows: number) {
  const completenessReason = `no more than ${maxRows} are given`;
  return { completeness: 'capped', completenessReason } as const;
}
