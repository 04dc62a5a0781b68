import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../cache/answer';
import { ApiBodyProblems, ApiNotModified, ApiProblems } from '../http/api-problems.decorator';
import { keptHeaders } from '../http/documented-headers';
import { LinksQueryDto } from '../http/links.query.dto';
import { MediaLinks } from '../http/media-links';
import { userRef } from '../http/parameters';
import { postLinksResponse } from '../http/post-links.schema';
import { PublicOrigin } from '../http/public-origin';
import { TakesNoQuery } from '../http/takes-no-query.decorator';
import type { PostLinks } from '../tiktok';
import { TikTokClient } from '../tiktok';
import { UserInfoDto } from './user-info.dto';
import { presentUserInfo } from './user-info.presenter';
import { UserPathDto, UserVideosBodyDto, UserVideosQueryDto } from './user.dto';

@ApiTags('Users')
@Controller('api/user')
export class UsersController {
  constructor(
    private readonly tiktok: TikTokClient,
    private readonly links: MediaLinks,
  ) {}

  @Get(':user_id/info')
  @TakesNoQuery()
  @ApiOperation({
    operationId: 'getUserInfo',
    summary: 'Profile of an account',
    description: 'The profile with its counters, exact where TikTok gives exact ones.',
  })
  @ApiResponse({
    status: 200,
    type: UserInfoDto,
    description: 'The profile.',
    headers: keptHeaders,
  })
  @ApiNotModified()
  @ApiProblems()
  async info(@Param() { user_id }: UserPathDto): Promise<Answer<UserInfoDto>> {
    return (await this.tiktok.publicUser(userRef(user_id))).map(presentUserInfo);
  }

  @Get(':user_id/videos')
  @ApiOperation({
    operationId: 'getUserVideos',
    summary: 'Posts of an account',
    description:
      'The newest posts: post id -> link to its media, newest first. `X-TikTok-Completeness` says whether there are more.',
  })
  @ApiResponse(postLinksResponse('The posts.'))
  @ApiNotModified()
  @ApiProblems()
  async videos(
    @Param() { user_id }: UserPathDto,
    @Query() { count, links: style }: UserVideosQueryDto,
    @PublicOrigin() publicOrigin: string,
  ): Promise<Answer<PostLinks>> {
    const write = this.links.dictionary({ publicOrigin, style });
    return (await this.tiktok.newestPosts(userRef(user_id), { count })).map(write);
  }

  @Post('videos')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'refreshUserVideos',
    summary: 'Posts of an account, fetched anew on request',
    description:
      'The same answer as the GET route; `update_cache` true renews what that route serves.',
  })
  @ApiResponse(postLinksResponse('The posts.'))
  @ApiBodyProblems()
  async refreshVideos(
    @Body() body: UserVideosBodyDto,
    @Query() { links: style }: LinksQueryDto,
    @PublicOrigin() publicOrigin: string,
  ): Promise<Answer<PostLinks>> {
    const options = { count: new UserVideosQueryDto().count, refresh: body.update_cache };
    const write = this.links.dictionary({ publicOrigin, style });
    return (await this.tiktok.newestPosts(userRef(body.user_id), options)).map(write);
  }
}
