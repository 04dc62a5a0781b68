import { Get } from '@nestjs/common';
import { QueryParameters } from '../access/query-parameters.decorator';
import { listOf, ApiMethod, one, pageOf } from '../answers/api-method.decorator';
import type { Charged } from '../answers/charged';
import { TikTokRoutes } from '../answers/tiktok-routes.decorator';
import { AwemeDto } from '../dto/aweme.dto';
import { MusicDto } from '../dto/music.dto';
import type { LinksOf } from '../file-links.decorator';
import { FileLinks } from '../file-links.decorator';
import type { MusicSearchBody } from './music-search.service';
import { MusicSearchService } from './music-search.service';
import { MusicDetailsQueryDto, MusicPostsQueryDto, MusicSearchQueryDto } from './music.query.dto';
import type { MusicBody, MusicPostsBody } from './music.service';
import { MusicService } from './music.service';

@TikTokRoutes('music', 'sounds')
export class MusicController {
  constructor(
    private readonly music: MusicService,
    private readonly musicSearch: MusicSearchService,
  ) {}

  @Get('info')
  @ApiMethod({
    name: 'music_search',
    summary: 'Sounds by keyword',
    description:
      "Twenty a page. TikTok's web has no search for sounds: these are the sounds of the posts that it finds. Costs 1 unit.",
    data: pageOf({ music: listOf(MusicDto, 'The sounds.') }),
    models: [MusicDto],
  })
  search(@QueryParameters() query: MusicSearchQueryDto): Promise<Charged<MusicSearchBody>> {
    return this.musicSearch.search(query);
  }

  @Get('posts')
  @ApiMethod({
    name: 'music_posts',
    summary: 'Posts that use a sound',
    description: 'Thirty a page. Costs 1 unit.',
    data: pageOf({ aweme_list: listOf(AwemeDto, 'The posts.') }),
    models: [AwemeDto],
  })
  posts(
    @QueryParameters() query: MusicPostsQueryDto,
    @FileLinks() linksOf: LinksOf,
  ): Promise<Charged<MusicPostsBody>> {
    return this.music.posts(query, linksOf);
  }

  @Get('details')
  @ApiMethod({
    name: 'music_details',
    summary: 'A sound by its id',
    description: 'With the number of posts that use it. Costs 1 unit.',
    data: one(MusicDto, 'The sound.'),
    kind: 'one',
    models: [MusicDto],
  })
  details(@QueryParameters() query: MusicDetailsQueryDto): Promise<Charged<MusicBody>> {
    return this.music.details(query);
  }
}
