import type { FastifyInstance } from 'fastify';
import { Problem } from '@weerbaar/kernel/problems';

/** No request of ours comes near. Deeper is made to exhaust whoever walks the tree. */
const deepest = 64;

/**
 * JSON is the only body besides a form with a file, also under the name that SCIM gives it (RFC 7644, 3.1). Plain forms and text are what a browser sends for
 * another website without asking us first, so they are no body at all.
 */
export function acceptJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser(
    ['application/json', 'application/scim+json'],
    { parseAs: 'string' },
    (request, text, done) => {
      void parse(request, String(text), (error, body: unknown) => {
        done(error ?? (isDeeperThan(body, deepest) ? new Problem('malformed-request') : null), body);
      });
    },
  );
}

function isDeeperThan(value: unknown, limit: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((node): unknown[] =>
      typeof node === 'object' && node !== null ? Object.values(node) : [],
    );
  }
  return false;
}
