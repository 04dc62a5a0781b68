import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Socket } from 'node:net';

export interface PublicOriginOptions {
  /** Where callers reach this server, without a slash at the end. */
  readonly publicUrl?: string;
  /** Whether the caller's `Host` header may say it where no `publicUrl` does. */
  readonly trustsHostHeader: boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** What absolute links of an answer begin with; no slash at the end. */
    publicOrigin: string;
  }

  interface FastifyInstance {
    /** The same for requests that never reach a route, which Fastify leaves without its decorations. */
    publicOriginOf(request: FastifyRequest): string;
  }
}

/** Gives every request a `publicOrigin`. */
export function registerPublicOrigin(fastify: FastifyInstance, options: PublicOriginOptions): void {
  const publicOriginOf = (request: FastifyRequest): string =>
    options.publicUrl ?? originOf(request, options.trustsHostHeader);
  fastify.decorate('publicOriginOf', publicOriginOf);
  fastify.decorateRequest('publicOrigin', {
    getter(this: FastifyRequest) {
      return publicOriginOf(this);
    },
  });
}

/** What absolute links of the answer begin with. */
export const PublicOrigin = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    context.switchToHttp().getRequest<FastifyRequest>().publicOrigin,
);

const plainHost = /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;

function isPlainHost(host: string): boolean {
  // What looks plain may still be no address: a port over 65535, for one.
  return plainHost.test(host) && URL.canParse(`http://${host}`);
}

/** Whether a proxy that is trusted says which host was asked; there are addresses before the last hop only then. */
function isForwarded({ ips = [], headers }: FastifyRequest): boolean {
  return ips.length > 1 && headers['x-forwarded-host'] !== undefined;
}

/** Where nobody vouches for the `Host` header it is the caller's word; the connection's address is not. */
function originOf(request: FastifyRequest, trustsHostHeader: boolean): string {
  const isVouchedFor = trustsHostHeader || isForwarded(request);
  if (isVouchedFor && isPlainHost(request.host)) return `${request.protocol}://${request.host}`;
  return originOfConnection(request.socket);
}

const originsOfConnections = new WeakMap<Socket, string>();

/** The address that a connection ended at, as an origin. */
export function originOfConnection(socket: Socket): string {
  let origin = originsOfConnections.get(socket);
  if (origin === undefined) {
    origin = originOfEnd(socket);
    originsOfConnections.set(socket, origin);
  }
  return origin;
}

function originOfEnd({ localAddress = '127.0.0.1', localPort = 80 }: Socket): string {
  const address = localAddress.replace(/^::ffff:/, '');
  return `http://${address.includes(':') ? `[${address}]` : address}:${localPort}`;
}
