import { applyDecorators } from '@nestjs/common';
import type { ApiResponseMetadata } from '@nestjs/swagger';
import { ApiExtraModels, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { STATUS_CODES } from 'node:http';
import type { DocumentedHeaders } from './documented-headers';
import {
  contentRange,
  countedHeaders,
  fileHeaders,
  header,
  keptHeaders,
  plainHeaders,
  retryAfter,
} from './documented-headers';
import { ErrorEnvelopeDto } from './envelope.dto';
import { named } from './named-component';
import { ProblemDto } from './problem.dto';

const descriptions = {
  400: 'A parameter is wrong; `errors` names each (`request.invalid`). TikTok was not asked.',
  401: 'No token, or one that nobody knows, where tokens are configured (`request.unauthorized`).',
  403: 'Private, or not shown here by TikTok (`tiktok.private`, `tiktok.restricted`).',
  404: 'TikTok has no such account or post (`tiktok.not_found`).',
  410: 'The link has expired (`media.link_expired`).',
  413: 'The body is over 64 kB (`request.too_large`).',
  414: 'The address, or a part of its path, is too long (`request.address_too_long`).',
  415: 'The body has a content type that nobody reads here (`request.unsupported_media_type`).',
  416: 'The file ends before the range begins (`media.range_not_satisfiable`); `Content-Range` has its size.',
  422: 'The post is of the other kind (`post.wrong_kind`); the message names the route for it.',
  429: 'Too many requests in this minute (`request.too_many`); `Retry-After` says when to come back.',
  431: 'Over 100 headers, or over 16 kB of them (`request.headers_too_large`).',
  500: 'A fault of ours (`internal.error`).',
  501: 'No configured source can answer (`tiktok.needs_signature`).',
  502: 'TikTok could not be reached or answered something new (`tiktok.unreachable`, `tiktok.shape_changed`, `tiktok.signer_failed`).',
  503: 'TikTok refuses us now (`tiktok.blocked`), or too much is under way (`tiktok.busy`); `Retry-After` says when to come back.',
  504: 'TikTok did not answer in time (`tiktok.timeout`).',
} as const;

export type ProblemStatus = keyof typeof descriptions;

/** How a family of routes words its errors in the document. */
interface Family {
  /** What the names of its responses begin with. */
  readonly prefix: string;
  readonly mediaType: string;
  readonly schema: () => string;
  readonly headers: DocumentedHeaders;
}

const problems: Family = {
  prefix: 'Problem',
  mediaType: 'application/problem+json',
  schema: () => getSchemaPath(ProblemDto),
  headers: countedHeaders,
};

const healthProblems: Family = { ...problems, prefix: 'HealthProblem', headers: plainHeaders };

const envelopes: Family = {
  ...problems,
  prefix: 'EnvelopeError',
  mediaType: 'application/json',
  schema: () => getSchemaPath(ErrorEnvelopeDto),
};

/** What a route that asks TikTok can answer without saying so; only some answer the others. */
const usual: readonly ProblemStatus[] = [
  400, 401, 403, 404, 414, 429, 431, 500, 501, 502, 503, 504,
];

/** What every route that asks TikTok may answer besides its result; `except` leaves out what a route cannot. */
export function ApiProblems(...except: ProblemStatus[]): MethodDecorator {
  return ApiProblemsOf(...usual.filter((status) => !except.includes(status)));
}

/** The same of a route that reads a body. */
export function ApiBodyProblems(...except: ProblemStatus[]): MethodDecorator {
  return applyDecorators(ApiProblems(...except), ApiProblemsOf(413, 415));
}

/** The errors of a route, as problem details. */
export function ApiProblemsOf(...statuses: ProblemStatus[]): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...statuses.map((status) => ApiResponse(responseOf(problems, status))),
  );
}

/** The errors of a route for those who watch the server: its calls are not counted. */
export function ApiHealthProblemsOf(...statuses: ProblemStatus[]): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(ProblemDto),
    ...statuses.map((status) => ApiResponse(responseOf(healthProblems, status))),
  );
}

/** The errors of links to media: most of what is wrong is wrong with the link. */
export function ApiMediaProblems(): MethodDecorator {
  const refused = {
    ...responseOf(problems, 403),
    description:
      'The link was not made here or was changed (`media.link_invalid`), or TikTok does not show the post here (`tiktok.private`, `tiktok.restricted`).',
  };
  const unreadable = {
    ...responseOf(problems, 400),
    description: 'The address cannot be read (`request.invalid`).',
  };
  return applyDecorators(
    ApiResponse(named('responses', 'UnreadableLink', unreadable)),
    ApiResponse(named('responses', 'LinkRefused', refused)),
    ApiProblemsOf(404, 410, 414, 416, 422, 429, 431, 500, 501, 502, 503, 504),
  );
}

/** That the server is about to end. */
export function ApiStopping(): MethodDecorator {
  const response = {
    ...responseOf(healthProblems, 503),
    description: 'This server is about to end (`server.stopping`); ask another one.',
  };
  return ApiResponse(named('responses', 'ServerStopping', response));
}

/** That probing TikTok is for those with a token. */
export function ApiProbeNotAllowed(): MethodDecorator {
  const response = {
    ...responseOf(healthProblems, 403),
    description: 'Probing wants a token, and this server has none (`request.forbidden`).',
  };
  return ApiResponse(named('responses', 'ProbeNotAllowed', response));
}

/** The errors of a route under `/api/tiktok`, in its envelope. */
export function ApiEnvelopeErrors(...except: ProblemStatus[]): MethodDecorator {
  const statuses = ([...usual, 422] as const).filter((status) => !except.includes(status));
  return applyDecorators(
    ApiExtraModels(ErrorEnvelopeDto),
    ...statuses.map((status) => ApiResponse(responseOf(envelopes, status))),
  );
}

/** The answer to whoever has the body already. */
export function ApiNotModified(): MethodDecorator {
  return ApiResponse(notModified('NotModified', keptHeaders));
}

/** The same of files, which the cache of answers knows nothing of. */
export function ApiFileNotModified(): MethodDecorator {
  return ApiResponse(notModified('FileNotModified', fileHeaders));
}

function notModified(name: string, headers: DocumentedHeaders): ApiResponseMetadata {
  const description = 'The caller has this body already (`If-None-Match`).';
  return named('responses', name, { status: 304, description, headers });
}

function responseOf(family: Family, status: ProblemStatus): ApiResponseMetadata {
  const response = {
    status,
    description: descriptions[status],
    headers: { ...family.headers, ...more[status] },
    content: { [family.mediaType]: { schema: { $ref: family.schema() } } },
  };
  return named('responses', family.prefix + phraseOf(status), response);
}

const more: Partial<Record<ProblemStatus, DocumentedHeaders>> = {
  401: header('WWW-Authenticate', 'How a token is shown (RFC 6750).'),
  416: contentRange,
  429: retryAfter,
  503: retryAfter,
};

/** `Not Found` -> `NotFound`. */
function phraseOf(status: number): string {
  return (STATUS_CODES[status] ?? String(status)).replace(/[^A-Za-z]/g, '');
}
