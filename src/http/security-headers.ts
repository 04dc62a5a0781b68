import type { FastifyInstance } from 'fastify';
import { routeClassOf } from './route-class';

export interface SecurityHeadersOptions {
  /** Where callers reach this server. */
  readonly publicUrl?: string;
}

/** Data are no page: whatever opens them in a browser runs nothing and is framed by nobody. */
const dataPolicy = "default-src 'none'; frame-ancestors 'none'";

/**
 * Swagger UI brings its scripts with it, writes styles of its own into the page, draws icons from `data:` addresses
 * and asks this server, by its public address where it has one.
 */
function pagePolicy(publicUrl: string | undefined): string {
  const own = publicUrl === undefined ? '' : ` ${new URL(publicUrl).origin}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    `connect-src 'self'${own}`,
    `media-src 'self'${own}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What tells browsers to be careful with data and with pages. Constants: nothing is worked out for a hit. */
export function securityHeaders({ publicUrl }: SecurityHeadersOptions) {
  const isEncrypted = publicUrl?.startsWith('https://') ?? false;
  const common = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...(isEncrypted && { 'strict-transport-security': 'max-age=31536000' }),
  };
  return {
    ofData: { ...common, 'content-security-policy': dataPolicy },
    ofPages: { ...common, 'content-security-policy': pagePolicy(publicUrl) },
  };
}

/** Puts them on every answer. */
export function registerSecurityHeaders(
  fastify: FastifyInstance,
  options: SecurityHeadersOptions,
): void {
  const { ofData, ofPages } = securityHeaders(options);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(routeClassOf(request.routeOptions.url) === 'docs' ? ofPages : ofData);
    done();
  });
}
