import { applyDecorators, Controller, UseGuards } from '@nestjs/common';
import type { ApiResponseMetadata } from '@nestjs/swagger';
import { ApiExtraModels, ApiQuery, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { countedHeaders, retryAfter } from '../../http/documented-headers';
import { named } from '../../http/named-component';
import type { ErrorNumber } from '../error-numbers';
import { errorNumbers, subjectOf } from '../error-numbers';
import { ErrorDetailDto, ParameterFaultDto } from './error-detail.dto';
import { TokenGuard } from './token.guard';
import { unitsCharged } from './units-charged.header';

const ofEveryRoute: readonly ErrorNumber[] = [414, 422, 429, 431, 491, 500];
const ofPaidRoutes: readonly ErrorNumber[] = [495, 501, 502, 503, 504];

/**
 * A controller under `/apis`: the token is asked for, errors are as there.
 * @param path behind `/apis/`, e.g. `tt/hashtag`
 * @param label of the group in Swagger UI
 */
export function EnsembleDataRoutes(path: string, label: string): ClassDecorator {
  const isPaid = path.startsWith('tt/');
  const { numbers, byTikTokCode = new Map<number, ErrorNumber>() } = subjectOf(`${path}/`);
  const ofSubject = isPaid ? [...Object.values(numbers), ...byTikTokCode.values()] : [];
  return applyDecorators(
    Controller(`apis/${path}`),
    UseGuards(TokenGuard),
    ApiTags(`EnsembleData: ${label}`),
    ApiQuery({
      name: 'token',
      description: 'One of the configured tokens; any where none are configured.',
      type: String,
      example: 'my-token',
    }),
    ApiExtraModels(ErrorDetailDto, ParameterFaultDto),
    ApiErrorNumbers(...ofEveryRoute, ...(isPaid ? ofPaidRoutes : []), ...ofSubject),
  );
}

/** Further errors of a group or of one route, e.g. `462` where there is a `url`. */
export function ApiErrorNumbers(...statuses: ErrorNumber[]): ClassDecorator & MethodDecorator {
  return applyDecorators(
    ...[...new Set(statuses)].map((status) => ApiResponse(errorResponse(status))),
  );
}

function errorResponse(status: ErrorNumber): ApiResponseMetadata {
  const schema = { $ref: getSchemaPath(ErrorDetailDto) };
  const response = {
    status,
    description: errorNumbers[status],
    headers: {
      ...countedHeaders,
      ...unitsCharged,
      ...((status === 429 || status === 503) && retryAfter),
    },
    content: { 'application/json': { schema } },
  };
  return named('responses', `EnsembleDataError${status}`, response);
}
