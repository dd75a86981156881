import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer, Reflector } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROUTE_ACCESS, type RouteAccess } from '@weerbaar/kernel/access';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Route {
  /** `GET /api/v1/actions/:actionId` */
  readonly name: string;
  readonly method: Method;
  readonly path: string;
  readonly access: RouteAccess | undefined;
}

/** Pages, probes and SCIM stand outside the API. */
const outsideApi = new Set([
  '/published',
  '/published/style.css',
  '/published/font.woff2',
  '/demo/mail',
  '/demo/mail/:mailId',
  '/.well-known/security.txt',
  '/health/live',
  '/health/ready',
]);

/** Every route of every controller, read from what the framework itself reads. */
export function routesOf(app: NestFastifyApplication): readonly Route[] {
  const reflector = app.get(Reflector);
  return controllersOf(app).flatMap((controller) =>
    handlersOf(controller).map((handler) => {
      const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod] as Method;
      const path = pathOf(controller, handler);
      const access = reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
        handler,
        controller,
      ]);
      return { name: `${method} ${path}`, method, path, access };
    }),
  );
}

type Controller = abstract new (...parameters: never[]) => object;
type Handler = (...parameters: never[]) => unknown;

function controllersOf(app: NestFastifyApplication): Controller[] {
  return [...app.get(ModulesContainer).values()].flatMap((module) =>
    [...module.controllers.values()].map(({ metatype }) => metatype as Controller),
  );
}

function handlersOf({ prototype }: Controller): Handler[] {
  return Object.getOwnPropertyNames(prototype)
    .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown)
    .filter(
      (member): member is Handler =>
        typeof member === 'function' && Reflect.hasMetadata(METHOD_METADATA, member),
    );
}

function pathOf(controller: Controller, handler: Handler): string {
  const parts = [controller, handler].map((owner) => String(Reflect.getMetadata(PATH_METADATA, owner)));
  const path = `/${parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/')}`;
  return outsideApi.has(path) || path.startsWith('/scim/') ? path : `/api/v1${path}`;
}
