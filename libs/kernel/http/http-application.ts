import { type DynamicModule, type Type, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import type { Settings } from '@weerbaar/kernel/config';
import { runInContext } from '@weerbaar/kernel/context';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { processLogger } from '@weerbaar/kernel/logging';
import { Problem } from '@weerbaar/kernel/problems';
import { apiVersion } from './api-document.js';
import { faultsOf } from './faults.js';
import { ProblemFilter } from './problem.filter.js';
import { VersionInterceptor } from './versioning.js';

/** Largest JSON body; files have a limit of their own. A long chapter fits many times. */
const bodyLimit = 2 * 1024 * 1024;
const fileLimit = 25 * 1024 * 1024;

/** Addresses that answer without an organisation: whether the process lives has nothing to do with one. */
const withoutOrganisation = /^\/health\//;

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
    genReqId: () => v7(),
    routerOptions: { ignoreTrailingSlash: false, maxParamLength: 200 },
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: processLogger(),
    abortOnError: false,
  });
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', ...withoutPrefix] });
  app.useGlobalPipes(
    new ValidationPipe({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: (errors) => Problem.invalid(...faultsOf(errors)),
    }),
  );
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new VersionInterceptor());
  app.enableShutdownHooks();
  await app.register(cookie);
  await app.register(multipart, { limits: { files: 1, fields: 20, fieldSize: 20_000, fileSize: fileLimit } });
  await registerHeaders(app, settings);
  registerOrganisation(app);
  return app;
}

async function registerHeaders(app: NestFastifyApplication, settings: Settings): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity:
      settings.WEERBAAR_TLS === 'on' ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: { policy: 'require-corp' },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header('API-Version', apiVersion).header('Cache-Control', 'no-store');
    done();
  });
}

/** Everything after this hook knows its organisation; a host name that belongs to none gets no further. */
function registerOrganisation(app: NestFastifyApplication): void {
  const directory = app.get(OrganisationDirectory);
  const filter = new ProblemFilter();
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook(
    'onRequest',
    (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => {
      if (withoutOrganisation.test(request.url)) return done();
      directory.atHost(request.hostname.toLowerCase(), 'staff').then(
        (organisation) => {
          if (!organisation) return done(new Problem('unknown-host'));
          runInContext(
            { organisationId: organisation.id, actorId: null, correlationId: request.id, origin: 'web' },
            () => done(),
          );
        },
        (error: unknown) =>
          done(error instanceof Error ? error : new Error('organisation could not be read')),
      );
    },
  );
  // Faults before a route is reached (hooks, body parsing, unknown routes) get the same form as all others.
  fastify.setErrorHandler((error, request, reply) => {
    filter.catch(error, {
      switchToHttp: () => ({ getRequest: () => request, getResponse: () => reply }),
    } as never);
  });
}
