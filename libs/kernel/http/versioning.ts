import {
  type CallHandler,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Problem } from '@weerbaar/kernel/problems';

/**
 * The version the caller has seen, from `If-Match: "3"`. Changing without saying which version
 * was seen is how people overwrite each other's work.
 */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (!header) throw new Problem('version-required');
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (!version) throw new Problem('version-conflict');
  return Number(version);
});

/** Gives every answer that has a version an ETag, and answers 304 to who has seen it already. */
@Injectable()
export class VersionInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      map((body: unknown) => {
        if (!hasVersion(body)) return body;
        const tag = `"${body.version}"`;
        const reply = http.getResponse<FastifyReply>();
        void reply.header('etag', tag);
        const request = http.getRequest<FastifyRequest>();
        if (request.method === 'GET' && request.headers['if-none-match'] === tag) {
          void reply.status(304);
          return undefined;
        }
        return body;
      }),
    );
  }
}

function hasVersion(body: unknown): body is { version: number } {
  return typeof body === 'object' && body !== null && 'version' in body && typeof body.version === 'number';
}
