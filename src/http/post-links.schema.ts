import type { ApiResponseOptions } from '@nestjs/swagger';

/** The documented dictionary: post id -> link, newest first. */
export function postLinksResponse(description: string): ApiResponseOptions {
  return {
    status: 200,
    description,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          description: 'Post id -> link to its media. Ids stand newest first.',
          additionalProperties: { type: 'string', format: 'uri' },
        },
        example: {
          '7580000000000000001':
            'https://v16-webapp-prime.us.tiktok.com/video/tos/useast5/example/?expire=1800000000',
        },
      },
    },
  };
}
