import type { ApiResponseOptions } from '@nestjs/swagger';
import { named } from './named-component';

export type DocumentedHeaders = NonNullable<ApiResponseOptions['headers']>;

/** One response header, kept under its own name. */
export function header(
  name: string,
  description: string,
  type: 'string' | 'integer' = 'string',
): DocumentedHeaders {
  return { [name]: named('headers', name, { description, schema: { type } }) };
}

export const requestId = header(
  'X-Request-Id',
  'Names the request in the log. What the caller sends under this name is kept.',
);

export const cacheControl = header(
  'Cache-Control',
  'Who may keep the answer, for how many seconds.',
);

/** On the answers of routes whose calls are counted. */
const standing = {
  ...header(
    'RateLimit',
    'Calls left in this minute, and the seconds of it that are left: `"minute";r=CALLS;t=SECONDS`. Where `RATE_LIMIT_PER_MINUTE` is set.',
  ),
  ...header(
    'RateLimit-Policy',
    'Calls that may be made in a minute: `"minute";q=CALLS;w=60`. Where `RATE_LIMIT_PER_MINUTE` is set.',
  ),
};

export const retryAfter = header('Retry-After', 'Seconds after which to come back.', 'integer');

/** What routes say that ask nobody but this server. */
export const plainHeaders = { ...requestId, ...cacheControl };

/** What every route says whose calls are counted. */
export const countedHeaders = { ...plainHeaders, ...standing };

export const etag = header(
  'ETag',
  'Tag of this body: with it in `If-None-Match` the answer is 304 as long as the body is the same.',
);

export const source = header(
  'X-TikTok-Source',
  'The surface of TikTok that answered (docs/sources.md), with `sandbox:` in front where it was not TikTok.',
);

/** What is said of files, whether they are sent or not. */
export const fileHeaders = {
  ...countedHeaders,
  ...etag,
  ...header('Content-Disposition', 'The name of the file, and whether browsers show or save it.'),
  ...header('Accept-Ranges', '`bytes`: parts of the file can be asked for.'),
};

export const contentRange = header(
  'Content-Range',
  'The bytes of the file that the answer has, and how many the file has in all.',
);

/** What answers out of the cache say: where they are from, and how old they are. */
export const keptHeaders = {
  ...countedHeaders,
  ...etag,
  ...source,
  ...header('Age', 'Seconds since TikTok was asked.', 'integer'),
  ...header(
    'Cache-Status',
    'Whether the answer was kept (RFC 9211); `ttl` is for how many seconds more it is fresh.',
  ),
  ...header('Vary', 'Headers of the request that the body depends on.'),
};

/** The same of lists. */
export const listHeaders = {
  ...keptHeaders,
  ...header(
    'X-TikTok-Completeness',
    '`complete`, `more` where pages follow, `capped` where TikTok gives no more, `partial` where a page failed.',
  ),
  ...header('X-TikTok-Completeness-Reason', 'Why the list is not whole, for a person.'),
};
