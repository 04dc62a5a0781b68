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

/** Puts on every answer what tells browsers to be careful. Constants: nothing is worked out for a hit. */
export function registerSecurityHeaders(
  fastify: FastifyInstance,
  { publicUrl }: SecurityHeadersOptions,
): void {
  const isEncrypted = publicUrl?.startsWith('https://') ?? false;
  const common = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    ...(isEncrypted && { 'strict-transport-security': 'max-age=31536000' }),
  };
  const ofData = { ...common, 'content-security-policy': dataPolicy };
  const ofPages = { ...common, 'content-security-policy': pagePolicy(publicUrl) };
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.headers(routeClassOf(request.routeOptions.url) === 'docs' ? ofPages : ofData);
    done();
  });
}
