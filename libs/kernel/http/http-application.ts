import { randomUUID } from 'node:crypto';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Settings } from '@weerbaar/kernel/config';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { processLogger } from '@weerbaar/kernel/logging';
import { acceptJsonOnly } from './json-body.js';
import { registerOrganisation } from './organisation-of-request.js';
import { type FailureFormat, ProblemFilter } from './problem.filter.js';
import { requestValidation } from './request-validation.js';
import { type Headers, responseHeaders } from './response-headers.js';
import { refuseOtherOrigins } from './same-origin.js';
import { refuseUnreadable } from './unreadable-request.js';
import { tagVersions } from './versioning.js';

/** Largest JSON body; files have a limit of their own. A long chapter fits many times. */
const bodyLimit = 2 * 1024 * 1024;
const fileLimit = 25 * 1024 * 1024;

export interface HttpOptions {
  /** Routes of pages; all others are the API and stand under /api/v1. */
  readonly withoutPrefix?: readonly string[];
  /** Addresses where failures are no problem details. */
  readonly failureFormats?: readonly FailureFormat[];
}

/** The HTTP process: headers, limits, organisation by host name, validation and problems, the same for every route. */
export async function createHttpApplication(
  module: Type | DynamicModule,
  settings: Settings,
  { withoutPrefix = [], failureFormats = [] }: HttpOptions = {},
): Promise<NestFastifyApplication> {
  const headers = await responseHeaders(settings);
  const problems = new ProblemFilter(failureFormats);
  const adapter = new FastifyAdapter({
    ...connectionLimits(settings),
    ...firstLook(settings, headers, problems),
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: processLogger(),
    abortOnError: false,
    bodyParser: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', ...withoutPrefix] });
  app.useGlobalPipes(requestValidation);
  app.useGlobalFilters(problems);
  app.enableShutdownHooks();
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 20_000, fileSize: fileLimit } });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  acceptJsonOnly(fastify);
  refuseOtherOrigins(fastify, settings);
  tagVersions(fastify);
  registerOrganisation(fastify, app.get(OrganisationDirectory));
  return app;
}

/** What a stranger can take of us: bytes, time and connections. */
function connectionLimits({ WEERBAAR_REQUEST_TIMEOUT: seconds }: Settings) {
  const requestTimeout = seconds * 1_000;
  return {
    bodyLimit,
    requestTimeout,
    http: {
      requestTimeout,
      connectionsCheckingInterval: Math.min(requestTimeout, 30_000),
      // A header that is there twice must be seen to be there twice; which one counts would be a guess.
      joinDuplicateHeaders: true,
      // A request without a host is refused with all the others that have no good one.
      requireHostHeader: false,
    },
    forceCloseConnections: 'idle',
  } as const;
}

/** How a request is read before it gets to a hook of ours, and what becomes of one that never does. */
function firstLook(settings: Settings, headers: Headers, problems: ProblemFilter) {
  return {
    trustProxy: settings.WEERBAAR_TRUSTED_PROXIES || false,
    // Correlates answer, audit and log; made here and never taken from outside.
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    // A target that is a star (RFC 9112, 3.2.4) passes the router by, and with it every hook.
    rewriteUrl: ({ url = '/' }: { url?: string }) => (url === '*' ? '/*' : url),
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      void reply.headers(headers);
      problems.answer(error, request, reply);
    },
    clientErrorHandler: refuseUnreadable(headers),
  };
}
