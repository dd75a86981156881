import type { FastifyInstance } from 'fastify';
import { Problem } from '@weerbaar/kernel/problems';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** What a browser says of requests by a page of ours, and by the person's own hand. */
const ownSites = new Set(['same-origin', 'none']);

/**
 * Another website can make a browser send a request with our cookie, but not without telling where it
 * comes from. Another host of the same site counts as another: it can be another organisation. Programs that are no browser send neither header and have no cookie of somebody else.
 */
export function refuseOtherOrigins(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { origin, 'sec-fetch-site': site = 'none' } = request.headers;
    const foreign = (origin !== undefined && hostOf(origin) !== request.host) || !ownSites.has(site);
    done(foreign && !safeMethods.has(request.method) ? new Problem('not-permitted') : undefined);
  });
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
