import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Context, runInContext } from '@weerbaar/kernel/context';
import type { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { Problem } from '@weerbaar/kernel/problems';
import { preferredLanguage } from './problem.filter.js';

/** Addresses that answer without an organisation: whether the process lives has nothing to do with one. */
const withoutOrganisation = /^\/health\//;

/** A name or an address in numbers, with or without a port (RFC 9110, 7.2). No name in the DNS is longer. */
const wellFormedHost = /^(?:[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?$/i;

/** Everything after these hooks knows its organisation; a host name that belongs to none gets no further. */
export function registerOrganisation(fastify: FastifyInstance, directory: OrganisationDirectory): void {
  const contexts = new WeakMap<FastifyRequest, Context>();

  fastify.addHook('onRequest', async (request) => {
    if (withoutOrganisation.test(request.url)) return;
    requireOneHost(request);
    const organisation = await directory.atHost(request.hostname.toLowerCase(), 'staff');
    if (!organisation) throw new Problem('unknown-host');
    contexts.set(request, {
      organisationId: organisation.id,
      actorId: null,
      correlationId: request.id,
      origin: 'web',
      language: preferredLanguage(request),
    });
  });

  // Entered only after the body was read: while bytes come in, the runtime forgets whose they are.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const context = contexts.get(request);
    if (context) runInContext(context, done);
    else done();
  });
}

/**
 * A proxy may have judged a request by another host than we would, so what leaves a choice is refused: no host,
 * two of them, one that is half something else, or a target that names another one (RFC 9112, 3.2.2).
 */
function requireOneHost({ url, headers, host }: FastifyRequest): void {
  const named = headers.host ?? '';
  const sound = wellFormedHost.test(named) && wellFormedHost.test(host);
  if (!sound || (!url.startsWith('/') && hostIn(url) !== named.toLowerCase()))
    throw new Problem('malformed-request');
}

function hostIn(target: string): string | undefined {
  return URL.canParse(target) ? new URL(target).host : undefined;
}
