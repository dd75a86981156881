import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyStatic from '@fastify/static';
import type { HttpRequest } from '@weerbaar/kernel/http';
import { Problem } from '@weerbaar/kernel/problems';

/** Where `npm run build` puts the app for staff, beside the compiled server. From sources there is none. */
const folder = fileURLToPath(new URL('../../../web/', import.meta.url));

/** What is no page of the app, so that a mistyped address of the API is no page either. */
const notOfTheApp = /^\/(?:api|demo|health|reference|published|scim|assets|\.well-known)(?:\/|$)/;

/**
 * The app for staff. A file that has the hash of its content in its name never changes, so a browser keeps it;
 * the page itself is asked for each time. It can be built after this process has started: `npm start` does both.
 */
export async function serveStaffApp(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    etag: false,
    lastModified: false,
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=31536000, immutable'),
  });
  app
    .getHttpAdapter()
    .getInstance()
    .get('/*', async (request, reply) => {
      if (isTooLong(request)) throw new Problem('malformed-request');
      if (!isPage(request)) throw new Problem('not-found');
      const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => {
        throw new Problem('not-found');
      });
      return reply.type('text/html; charset=utf-8').send(page);
    });
}

/** The router lets a part of an address be no longer, but what it refuses for that ends up here. */
const longestPart = 200;

function isTooLong({ url }: HttpRequest): boolean {
  return pathOf(url)
    .split('/')
    .some((part) => part.length > longestPart);
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}

/**
 * The app knows its own addresses. Who takes a page gets it: a browser that goes somewhere, and whatever follows links
 * and takes anything, as a search engine does. A program that wants JSON does not, and the name of a file is no page.
 */
function isPage({ url, headers }: HttpRequest): boolean {
  const path = pathOf(url);
  if (path === '/') return true;
  const takesPages = /text\/html|\*\/\*/.test(headers.accept ?? '*/*');
  return takesPages && !notOfTheApp.test(path) && /^(?:\/[\w-]+)+$/.test(path);
}
