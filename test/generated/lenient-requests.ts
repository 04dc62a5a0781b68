import * as fc from 'fast-check';
import type { GeneratedRequest } from './generated-request';
import { encoded } from './generated-request';
import { goodRequests, type KnownValues } from './good-requests';
import type { Operation } from './openapi-document';
import { reservedNames } from './wrong-values';

/**
 * Good requests with what this family of routes passes over: parameters that nobody knows, and under `/apis` earlier
 * values of one that comes again.
 */
export function lenientRequests(
  operation: Operation,
  known: KnownValues,
): fc.Arbitrary<GeneratedRequest> {
  const { template } = operation;
  const strangers = fc.tuple(names, fc.string({ unit: 'binary', maxLength: 20 }).map(encoded));
  const good = goodRequests(operation, { certainty: 'surely', known });
  return fc
    .tuple(good, fc.array(strangers, { minLength: 1, maxLength: 3 }), wrongEarlier(template))
    .map(([request, others, spoil]) => ({
      ...request,
      query: [...spoil(request.query), ...request.query, ...others],
    }));
}

type Query = GeneratedRequest['query'];

const names = fc
  .oneof(
    fc.constantFrom('foo', 'fbclid', '$where', 'a[b]', ...reservedNames),
    fc.string({ maxLength: 8 }),
  )
  // Whatever is made up must not be a parameter that the route does know.
  .map((name) => encoded(reservedNames.includes(name) ? name : `x-${name}`));

function wrongEarlier(template: string): fc.Arbitrary<(query: Query) => Query> {
  if (!template.startsWith('/apis/')) return fc.constant(() => []);
  return fc.constantFrom('', 'wrong', '-1', '%00').map(
    (value) =>
      (query: Query): Query =>
        query.map(([name]) => [name, value] as const),
  );
}
