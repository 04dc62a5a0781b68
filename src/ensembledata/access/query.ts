import type { FastifyRequest } from 'fastify';
import type { ParameterFault } from '../ensembledata.errors';

/** The query as the documented API reads it: of a parameter that is given twice the last counts. */
export function queryOf({ query }: FastifyRequest): Record<string, string> {
  const given = typeof query === 'object' && query !== null ? Object.entries(query) : [];
  return Object.fromEntries(
    given.flatMap(([name, value]: [string, unknown]) => {
      const last: unknown = Array.isArray(value) ? value.at(-1) : value;
      return typeof last === 'string' ? [[name, last] as const] : [];
    }),
  );
}

export function missing(parameter: string): ParameterFault {
  return { loc: ['query', parameter], msg: 'field required', type: 'value_error.missing' };
}
