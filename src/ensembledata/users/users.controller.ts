import { Get } from '@nestjs/common';
import { named } from '../../http/named-component';
import { ApiErrorNumbers } from '../access/ensembledata-routes.decorator';
import { QueryParameters } from '../access/query-parameters.decorator';
import { ApiMethod, nextCursor, objectOf, one } from '../answers/api-method.decorator';
import type { Charged } from '../answers/charged';
import { TikTokRoutes } from '../answers/tiktok-routes.decorator';
import { MobileUserDto } from '../dto/mobile-user.dto';
import { WebProfileDto } from '../dto/web-user.dto';
import { UserInfoQueryDto, UsernameQueryDto, UserSearchQueryDto } from './users.query.dto';
import type { MobileProfileBody, UserSearchBody, WebProfileBody } from './users.service';
import { UsersService } from './users.service';

const row = named(
  'schemas',
  'UserSearchRow',
  objectOf({ user_info: one(MobileUserDto, 'The account.') }),
);

@TikTokRoutes('user', 'accounts')
@ApiErrorNumbers(463)
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get('info')
  @ApiMethod({
    name: 'user_info_from_username',
    summary: 'An account by its handle',
    description: "In the names of TikTok's website. Costs 1 unit.",
    data: one(WebProfileDto, 'The account with its counters.'),
    kind: 'one',
    models: [WebProfileDto],
  })
  info(@QueryParameters() query: UsernameQueryDto): Promise<Charged<WebProfileBody>> {
    return this.users.info(query);
  }

  @Get('info-from-secuid')
  @ApiMethod({
    name: 'user_info_from_secuid',
    summary: 'An account by its secUid',
    description: "In the names of TikTok's mobile app. Costs 1 unit.",
    data: objectOf({ user: one(MobileUserDto, 'The account.') }),
    kind: 'one',
    models: [MobileUserDto],
  })
  infoFromSecUid(@QueryParameters() query: UserInfoQueryDto): Promise<Charged<MobileProfileBody>> {
    return this.users.infoFromSecUid(query);
  }

  @Get('search')
  @ApiMethod({
    name: 'user_search',
    summary: 'Accounts by keyword',
    description: 'Ten a page. Costs 1 unit.',
    data: objectOf(
      { users: { type: 'array', description: 'The accounts.', items: row }, nextCursor },
      ['nextCursor'],
    ),
    models: [MobileUserDto],
  })
  search(@QueryParameters() query: UserSearchQueryDto): Promise<Charged<UserSearchBody>> {
    return this.users.search(query);
  }
}
