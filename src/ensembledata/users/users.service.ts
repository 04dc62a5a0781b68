import { Injectable } from '@nestjs/common';
import { TikTokClient } from '../../tiktok';
import { Charged } from '../answers/charged';
import type { MobileUserDto } from '../dto/mobile-user.dto';
import type { WebProfileDto } from '../dto/web-user.dto';
import { SearchPositions } from '../paging/search-positions';
import {
  presentMobileUser,
  presentMobileUserWithCategory,
} from '../presenters/mobile-user.presenter';
import { presentWebProfile } from '../presenters/web-user.presenter';
import { accountOf } from './account-of';
import type { UserInfoQueryDto, UsernameQueryDto, UserSearchQueryDto } from './users.query.dto';

export interface WebProfileBody {
  readonly data: WebProfileDto;
}

export interface MobileProfileBody {
  readonly data: { readonly user: MobileUserDto };
}

export interface UserSearchBody {
  readonly data: {
    readonly users: readonly { readonly user_info: MobileUserDto }[];
    readonly nextCursor?: number;
  };
}

const pageSize = 10;

@Injectable()
export class UsersService {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly positions: SearchPositions,
  ) {}

  async info({ username }: UsernameQueryDto): Promise<Charged<WebProfileBody>> {
    const answer = await this.tiktok.user(accountOf(username));
    return new Charged(answer.map(({ user }) => ({ data: presentWebProfile(user) })));
  }

  async infoFromSecUid(query: UserInfoQueryDto): Promise<Charged<MobileProfileBody>> {
    const answer = await this.tiktok.user(accountOf(query.secUid));
    const present = query.alternative_method ? presentMobileUserWithCategory : presentMobileUser;
    return new Charged(answer.map(({ user }) => ({ data: { user: present(user) } })));
  }

  async search({ keyword, cursor }: UserSearchQueryDto): Promise<Charged<UserSearchBody>> {
    const search = { users: keyword };
    const list = this.tiktok.searchUsers({ keyword });
    const answer = await this.positions.read({ search, list, offset: cursor, size: pageSize });
    return new Charged(
      answer.map(({ rows, nextCursor }) => {
        const users = rows.map((user) => ({ user_info: presentMobileUser(user) }));
        return { data: { users, nextCursor } };
      }),
    );
  }
}
