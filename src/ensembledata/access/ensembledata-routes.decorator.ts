import { applyDecorators, Controller, UseGuards } from '@nestjs/common';
import { ApiExtraModels, ApiQuery, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { ErrorNumber } from '../error-numbers';
import { errorNumbers, subjectOf } from '../error-numbers';
import { ErrorDetailDto } from './error-detail.dto';
import { TokenGuard } from './token.guard';

const ofEveryRoute: readonly ErrorNumber[] = [422, 429, 491, 500];
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
    ApiExtraModels(ErrorDetailDto),
    ApiErrorNumbers(...ofEveryRoute, ...(isPaid ? ofPaidRoutes : []), ...ofSubject),
  );
}

/** Further errors of a group or of one route, e.g. `462` where there is a `url`. */
export function ApiErrorNumbers(...statuses: ErrorNumber[]): ClassDecorator & MethodDecorator {
  const schema = { $ref: getSchemaPath(ErrorDetailDto) };
  return applyDecorators(
    ...[...new Set(statuses)].map((status) =>
      ApiResponse({
        status,
        description: errorNumbers[status],
        content: { 'application/json': { schema } },
      }),
    ),
  );
}
