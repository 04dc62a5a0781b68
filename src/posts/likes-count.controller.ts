import {
  applyDecorators,
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Param,
  Post,
} from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Answer } from '../cache/answer';
import { AcceptedType } from '../http/accepted-type.decorator';
import { ApiBodyProblems, ApiNotModified, ApiProblems } from '../http/api-problems.decorator';
import { keptHeaders } from '../http/documented-headers';
import { userRef } from '../http/parameters';
import { TakesNoQuery } from '../http/takes-no-query.decorator';
import { LikesCountBodyDto, LikesCountDto, LikesCountPathDto } from './likes-count.dto';
import { presentLikesCount } from './likes-count.presenter';
import { LikesCountService } from './likes-count.service';

const types = ['text/plain', 'application/json'];

/** What both likes routes answer, and that the answer depends on `Accept`. */
function ApiLikesCount(): MethodDecorator {
  return applyDecorators(
    Header('vary', 'Accept'),
    ApiResponse({
      status: 200,
      description: 'A sentence, or JSON for callers who ask for it (`Accept: application/json`).',
      headers: keptHeaders,
      content: {
        'application/json': { schema: { $ref: getSchemaPath(LikesCountDto) } },
        'text/plain': { schema: { type: 'string' } },
      },
    }),
  );
}

@ApiTags('Posts')
@Controller('api/user')
export class LikesCountController {
  constructor(private readonly service: LikesCountService) {}

  @Get(':user_id/:video_id/likes_count')
  @TakesNoQuery()
  @ApiOperation({
    operationId: 'getLikesCount',
    summary: 'Likes of a post',
    description: 'The post must be one of this account.',
  })
  @ApiLikesCount()
  @ApiNotModified()
  @ApiProblems()
  async likesCount(
    @Param() { user_id, video_id }: LikesCountPathDto,
    @AcceptedType(types) accepted: string,
  ): Promise<Answer<string | LikesCountDto>> {
    const likes = await this.service.likesCount({ user: userRef(user_id), postId: video_id });
    return likes.map(presentLikesCount({ user_id, video_id, accepted }));
  }

  @Post('likes_count')
  @TakesNoQuery()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'refreshLikesCount',
    summary: 'Likes of a post, fetched anew on request',
    description:
      'The same answer as the GET route; `update_cache` true renews what that route serves.',
  })
  @ApiLikesCount()
  @ApiBodyProblems()
  async refreshLikesCount(
    @Body() { user_id, video_id, update_cache }: LikesCountBodyDto,
    @AcceptedType(types) accepted: string,
  ): Promise<Answer<string | LikesCountDto>> {
    const request = { user: userRef(user_id), postId: video_id, refresh: update_cache };
    const likes = await this.service.likesCount(request);
    return likes.map(presentLikesCount({ user_id, video_id, accepted }));
  }
}
