import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '@weerbaar/kernel/problems';

/**
 * The version the caller has seen, from `If-Match: "3"`. Changing without saying which version
 * was seen is how people overwrite each other's work.
 */
export const SeenVersion = createParamDecorator(
  (_: unknown, context: ExecutionContext): number => {
    const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
    if (!header) throw new Problem('version-required');
    const version = /^"(\d{1,9})"$/.exec(header)?.[1];
    if (!version) throw new Problem('version-conflict');
    return Number(version);
  },
  [describeHeader],
);

function describeHeader(controller: object, method: string | symbol | undefined): void {
  const descriptor = method && Object.getOwnPropertyDescriptor(controller, method);
  if (!descriptor) return;
  ApiHeader({
    name: 'If-Match',
    required: true,
    description: 'The version you have seen, as its ETag gives it: "3"',
    schema: { type: 'string', pattern: '^"\\d+"$' },
  })(controller, method, descriptor);
}

/**
 * Gives every answer that has a version an ETag, to be sent back when it is changed. Never a 304: an
 * answer also shows what has no version of its own, such as names and what the caller may do.
 * A hook and no interceptor: every request passes here, and an interceptor costs an observable.
 */
export function tagVersions(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (_request, reply, body, done) => {
    if (hasVersion(body)) void reply.header('etag', `"${body.version}"`);
    done(null, body);
  });
}

function hasVersion(body: unknown): body is { version: number } {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
}
