import { Get } from '@nestjs/common';
import { ApiErrorNumbers } from '../access/ensembledata-routes.decorator';
import { QueryParameters } from '../access/query-parameters.decorator';
import { listOf, ApiMethod, nextPageToken, pageOf, total } from '../answers/api-method.decorator';
import type { Charged } from '../answers/charged';
import { TikTokRoutes } from '../answers/tiktok-routes.decorator';
import { MobileUserDto } from '../dto/mobile-user.dto';
import type { FollowsBody } from './follows.service';
import { FollowsService } from './follows.service';
import { FollowsQueryDto } from './users.query.dto';

@TikTokRoutes('user', 'accounts')
@ApiErrorNumbers(463)
export class FollowsController {
  constructor(private readonly follows: FollowsService) {}

  @Get('followers')
  @ApiMethod({
    name: 'user_followers',
    summary: 'Followers of an account',
    description: 'A hundred a page, newest first, 5,000 at most. Costs 1 unit.',
    data: pageOf({ followers: listOf(MobileUserDto, 'The accounts.') }, { total, nextPageToken }),
    models: [MobileUserDto],
  })
  followers(@QueryParameters() query: FollowsQueryDto): Promise<Charged<FollowsBody<'followers'>>> {
    return this.follows.followers(query);
  }

  @Get('followings')
  @ApiMethod({
    name: 'user_followings',
    summary: 'Accounts that an account follows',
    description: 'A hundred a page, newest first. Costs 1 unit.',
    data: pageOf({ followings: listOf(MobileUserDto, 'The accounts.') }, { total, nextPageToken }),
    models: [MobileUserDto],
  })
  followings(
    @QueryParameters() query: FollowsQueryDto,
  ): Promise<Charged<FollowsBody<'followings'>>> {
    return this.follows.followings(query);
  }
}
