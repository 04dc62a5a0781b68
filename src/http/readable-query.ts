import type { FastifyInstance } from 'fastify';
import type { RequestProblem } from './request.errors';
import { InvalidRequestError } from './request.errors';
import type { RouteClass } from './route-class';
import { routeClassOf } from './route-class';

/** Where every parameter counts; elsewhere the query is whatever others hang on our addresses. */
const readingClasses: readonly RouteClass[] = ['data', 'ensembledata', 'operators'];

/** Refuses queries whose escapes are broken or no UTF-8, which would be read as if `%` stood for itself. */
export function registerReadableQuery(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const query = queryIn(request.raw.url ?? '');
    if (!query.includes('%') || !readingClasses.includes(routeClassOf(request.routeOptions.url)))
      return done();
    const problems = unreadableIn(query);
    done(problems.length > 0 ? new InvalidRequestError(problems) : undefined);
  });
}

function queryIn(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

function unreadableIn(query: string): RequestProblem[] {
  return query
    .split('&')
    .filter((pair) => read(pair) === undefined)
    .map((pair) => {
      const name = pair.split('=', 1)[0] ?? '';
      const parameter = read(name) ?? name;
      return { parameter, message: `${parameter} is not escaped as UTF-8` };
    });
}

function read(escaped: string): string | undefined {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}
