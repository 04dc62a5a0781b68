import type { ApiResponseOptions } from '@nestjs/swagger';
import { listHeaders } from './documented-headers';
import { named } from './named-component';

const postLinks = {
  type: 'object',
  description:
    'Post id -> link to its video, or to a zip of all pictures of a photo post. Ids stand newest first.',
  additionalProperties: { type: 'string', format: 'uri' },
} as const;

/** The documented dictionary: post id -> link, newest first. */
export function postLinksResponse(description: string): ApiResponseOptions {
  return {
    status: 200,
    description,
    headers: listHeaders,
    content: { 'application/json': { schema: named('schemas', 'PostLinks', postLinks) } },
  };
}
