import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Context, runInContext } from '@weerbaar/kernel/context';
import type { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { Problem } from '@weerbaar/kernel/problems';

/** Addresses that answer without an organisation: whether the process lives has nothing to do with one. */
const withoutOrganisation = /^\/health\//;

/** Everything after these hooks knows its organisation; a host name that belongs to none gets no further. */
export function registerOrganisation(fastify: FastifyInstance, directory: OrganisationDirectory): void {
  const contexts = new WeakMap<FastifyRequest, Context>();

  fastify.addHook('onRequest', async (request) => {
    if (withoutOrganisation.test(request.url)) return;
    const organisation = await directory.atHost(request.hostname.toLowerCase(), 'staff');
    if (!organisation) throw new Problem('unknown-host');
    contexts.set(request, {
      organisationId: organisation.id,
      actorId: null,
      correlationId: request.id,
      origin: 'web',
    });
  });

  // Entered only after the body was read: while bytes come in, the runtime forgets whose they are.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const context = contexts.get(request);
    if (context) runInContext(context, done);
    else done();
  });
}
