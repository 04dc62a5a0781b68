import { Get } from '@nestjs/common';
import { ApiErrorNumbers } from '../access/ensembledata-routes.decorator';
import { QueryParameters } from '../access/query-parameters.decorator';
import { listOf, ApiMethod, pageOf } from '../answers/api-method.decorator';
import type { Charged } from '../answers/charged';
import { TikTokRoutes } from '../answers/tiktok-routes.decorator';
import { LiveRoomDto } from '../dto/live-room.dto';
import { LiveSearchQueryDto } from './live.query.dto';
import type { LiveSearchBody } from './live.service';
import { LiveService } from './live.service';

@TikTokRoutes('live', 'live rooms')
@ApiErrorNumbers(466)
export class LiveController {
  constructor(private readonly live: LiveService) {}

  @Get('search')
  @ApiMethod({
    name: 'lives_search',
    summary: 'Running live rooms by keyword',
    description: 'Ten a page. Costs 1 unit.',
    data: pageOf({ data: listOf(LiveRoomDto, 'The rooms.') }),
    models: [LiveRoomDto],
  })
  search(@QueryParameters() query: LiveSearchQueryDto): Promise<Charged<LiveSearchBody>> {
    return this.live.search(query);
  }
}
