import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { keepFromSharedCaches } from '../../http/access-control';
import { addTrailer } from '../../http/trailers';
import { EnsembleDataError } from '../ensembledata.errors';
import type { UnitMeter } from './unit-meter';

declare module 'fastify' {
  interface FastifyRequest {
    /** What was charged so far for this request. */
    unitsCharged: number;
    /** Bookings under way. */
    bookings: Promise<void>[] | null;
    /**
     * Charges the caller's token: what is charged before the first byte leaves stands in the header
     * `units_charged`, all of it in the trailer `units_charged_total` of a streamed answer. Booked at once,
     * so that it counts also when the caller hangs up.
     */
    charge(units: number): void;
  }
}

const prefix = /^\/apis(?=[/?]|$)/;

/** Puts `charge` on requests, and what was charged on every answer under `/apis`, errors included. */
export function registerCharging(fastify: FastifyInstance, meter: UnitMeter): void {
  fastify.decorateRequest('unitsCharged', 0);
  fastify.decorateRequest('bookings', null);
  fastify.decorateRequest('charge', function charge(this: FastifyRequest, units: number) {
    if (this.apiToken === null) throw new Error('There is no token to charge');
    if (!Number.isInteger(units) || units < 0) throw new Error(`${units} units cannot be charged`);
    this.unitsCharged += units;
    if (units > 0) (this.bookings ??= []).push(meter.book(this.apiToken, units));
  });
  fastify.addHook('onRequest', async (request) => refuseOtherMethods(fastify, request));
  fastify.addHook('onSend', sayWhatWasCharged);
}

/** Before any body is read: nothing here takes one. */
function refuseOtherMethods(fastify: FastifyInstance, request: FastifyRequest): void {
  const { method, url } = request;
  if (!prefix.test(url) || method === 'GET' || method === 'HEAD' || isPreflight(request)) return;
  const [path = url] = url.split('?', 1);
  if (fastify.hasRoute({ method: 'GET', url: path }))
    throw new EnsembleDataError(405, 'Method Not Allowed');
  throw new EnsembleDataError(404, 'Not Found');
}

/** A browser that asks whether it may ask; who allows that answers it. */
function isPreflight({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
}

async function sayWhatWasCharged(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (!prefix.test(request.url)) return payload;
  await Promise.all(request.bookings ?? []);
  void reply.header('units_charged', String(request.unitsCharged));
  // An answer to one token is nobody else's, and each use of it counts.
  keepFromSharedCaches(reply);
  const isStreamed = payload instanceof Readable && !reply.hasHeader('content-length');
  if (isStreamed && request.apiToken !== null && request.method !== 'HEAD')
    addTrailer(reply, payload, {
      name: 'units_charged_total',
      value: () => String(request.unitsCharged),
    });
  return payload;
}
