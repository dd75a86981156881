import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Settings } from '@weerbaar/kernel/config';
import { Problem } from '@weerbaar/kernel/problems';
import { addressOf } from './address.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a browser says of requests by a page of ours, and by the person's own hand. */
const ownSites = new Set(['same-origin', 'none']);

/**
 * Another website can make a browser send a request with our cookie, but not without telling where it
 * comes from. Another host of the same site counts as another: it can be another organisation. So does
 * our own host without TLS: whoever sits on the line can answer there. Programs that are no browser send
 * neither header and have no cookie of somebody else.
 */
export function refuseOtherOrigins(fastify: FastifyInstance, settings: Settings): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { origin, 'sec-fetch-site': site = 'none' } = request.headers;
    const foreign = (origin !== undefined && origin !== addressOf(request, settings)) || !ownSites.has(site);
    done(foreign && !safeMethods.has(request.method) ? new Problem('not-permitted') : undefined);
  });
}

/**
 * For what is read at our cost, or leaves a trace: a link or a picture on another website must not be what asks for it.
 * @throws Problem `not-permitted`
 */
export function requireOwnSite({ headers }: Pick<FastifyRequest, 'headers'>): void {
  if (!ownSites.has(headers['sec-fetch-site'] ?? 'none')) throw new Problem('not-permitted');
}
