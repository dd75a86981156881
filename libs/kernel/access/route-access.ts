import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor, ServiceActor } from '@weerbaar/kernel/context';
import type { Identity } from './identification.js';
import type { Permission } from './permission.js';

export type RouteAccess =
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'signed-in'; readonly reason: string }
  | { readonly kind: 'half-signed-in'; readonly reason: string }
  | { readonly kind: 'service'; readonly reason: string }
  | { readonly kind: 'public'; readonly reason: string };

export const ROUTE_ACCESS = 'weerbaar:route-access';

/** The permission a route needs. */
export const Allow = (permission: Permission) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'permission', permission });

/** Open to everybody who is signed in, whatever their roles; says why. */
export const AllowSignedIn = (reason: string) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'signed-in', reason });

/** Open as soon as the password was right, also before the second factor; says why. */
export const AllowHalfSignedIn = (reason: string) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'half-signed-in', reason });

/** For a program with a token of the organisation, and for nobody who is signed in; says which and why. */
export const AllowService = (reason: string) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'service', reason });

/** Open to the world; says why. */
export const Public = (reason: string) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'public', reason });

export interface IdentifiedRequest {
  identity?: Identity;
  /** In place of an identity, on routes for a service. */
  service?: ServiceActor;
}

/** The actor of the request. Only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  return identityIn(context).actor;
});

/** Who makes the request, with how sure that is. Only on routes that are not public. */
export const CurrentIdentity = createParamDecorator((_: unknown, context: ExecutionContext): Identity => {
  return identityIn(context);
});

/** The program that makes the request. Only on routes for a service. */
export const CurrentService = createParamDecorator((_: unknown, context: ExecutionContext): ServiceActor => {
  const { service } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!service) throw new Error('no service: a route for people asked for one');
  return service;
});

function identityIn(context: ExecutionContext): Identity {
  const { identity } = context.switchToHttp().getRequest<IdentifiedRequest>();
  if (!identity) throw new Error('no identity: a public route asked for one');
  return identity;
}
