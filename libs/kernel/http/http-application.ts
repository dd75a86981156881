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
import { apiVersion } from './api-document.js';
import { acceptJsonOnly } from './json-body.js';
import { registerOrganisation } from './organisation-of-request.js';
import { ProblemFilter } from './problem.filter.js';
import { requestValidation } from './request-validation.js';
import { setHeaders } from './response-headers.js';
import { refuseOtherOrigins } from './same-origin.js';
import { tagVersions } from './versioning.js';

/** Largest JSON body; files have a limit of their own. A long chapter fits many times. */
const bodyLimit = 2 * 1024 * 1024;
const fileLimit = 25 * 1024 * 1024;

export interface HttpOptions {
  /** Routes of pages; all others are the API and stand under /api/v1. */
  readonly withoutPrefix?: readonly string[];
}

/** The HTTP process: headers, limits, organisation by host name, validation and problems, the same for every route. */
export async function createHttpApplication(
  module: Type | DynamicModule,
  settings: Settings,
  { withoutPrefix = [] }: HttpOptions = {},
): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: settings.WEERBAAR_TRUSTED_PROXIES ? settings.WEERBAAR_TRUSTED_PROXIES.split(',') : false,
    // Correlates answer, audit and log; made here and never taken from outside.
    genReqId: () => randomUUID(),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
    frameworkErrors: refuseUnroutable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: processLogger(),
    abortOnError: false,
    bodyParser: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', ...withoutPrefix] });
  app.useGlobalPipes(requestValidation);
  app.useGlobalFilters(new ProblemFilter());
  app.enableShutdownHooks();
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 20_000, fileSize: fileLimit } });
  const fastify = app.getHttpAdapter().getInstance();
  await setHeaders(fastify, settings);
  acceptJsonOnly(fastify);
  refuseOtherOrigins(fastify);
  tagVersions(fastify);
  registerOrganisation(fastify, app.get(OrganisationDirectory));
  return app;
}

/** An address that can't be read reaches no hook; its answer gets the headers that matter here. */
function refuseUnroutable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  void reply.headers({
    'api-version': apiVersion,
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  new ProblemFilter().answer(error, request, reply);
}
