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
          description:
            'Post id -> link to its video, or to a zip of all pictures of a photo post. Ids stand newest first.',
          additionalProperties: { type: 'string', format: 'uri' },
        },
        example: {
          '7580000000000000001':
            'http://127.0.0.1:3000/media/v1.7580000000000000001.video.tlpwvw.SEAL/7580000000000000001.mp4',
        },
      },
    },
  };
}
