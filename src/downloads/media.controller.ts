import { applyDecorators, Controller, Get, Head, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ApiFileNotModified, ApiMediaProblems } from '../http/api-problems.decorator';
import { contentRange, fileHeaders } from '../http/documented-headers';
import { AskedMedia } from './asked-media.decorator';
import { sendMedia } from './media-reply';
import type { MediaRequest } from './media.service';
import { MediaService } from './media.service';

const links =
  'Links come from the other routes, with every post that they give; they are signed and expire, so that none can stand here as an example.';

/** What both ways of asking a link have in common. */
function ApiMedia(): MethodDecorator {
  return applyDecorators(
    ApiParam({
      name: 'token',
      description: 'Names the file and the end of the link; made by the other routes only.',
      schema: { type: 'string' },
    }),
    ApiParam({
      name: 'name',
      description: 'The name of the file, part of what is signed.',
      schema: { type: 'string' },
    }),
    ApiQuery({
      name: 'download',
      required: false,
      description: '`1`: browsers save the file instead of showing it.',
      schema: { type: 'string', enum: ['1'], example: '1' },
    }),
    ApiFileNotModified(),
    ApiMediaProblems(),
  );
}

@ApiTags('Downloads')
@Controller('media')
export class MediaController {
  constructor(private readonly service: MediaService) {}

  // Before the GET route: Fastify would make one of its own that reads the whole file.
  @Head(':token/:name')
  @ApiOperation({
    operationId: 'describeMediaFile',
    summary: 'Size, type and tag of a file behind a link of ours',
    description: links,
  })
  @ApiMedia()
  @ApiResponse({ status: 200, description: 'The headers that GET has.', headers: fileHeaders })
  async describe(@AskedMedia() asked: MediaRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendMedia(reply, (signal) => this.service.answer(asked, signal));
  }

  @Get(':token/:name')
  @ApiOperation({
    operationId: 'getMediaFile',
    summary: 'A file behind a link of ours',
    description:
      links +
      ' Streams the bytes from TikTok. One range at a time, also of the last bytes; `If-Range`. A photo post as a zip has no ranges, and `X-File-Count` and `X-Failed-Files` in the trailer.',
  })
  @ApiHeader({
    name: 'Range',
    required: false,
    description: 'One range of bytes; several are answered with the whole file.',
    example: 'bytes=0-1023',
  })
  @ApiMedia()
  @ApiResponse({
    status: 200,
    description: 'The file.',
    headers: fileHeaders,
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiResponse({
    status: 206,
    description: 'The part of the file that `Content-Range` says.',
    headers: { ...fileHeaders, ...contentRange },
    content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
  })
  async stream(@AskedMedia() asked: MediaRequest, @Res() reply: FastifyReply): Promise<void> {
    await sendMedia(reply, (signal) => this.service.answer(asked, signal));
  }
}
