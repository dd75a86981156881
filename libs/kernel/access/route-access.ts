import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Actor } from '@weerbaar/kernel/context';
import type { Permission } from './permission.js';

export type RouteAccess =
  | { readonly kind: 'permission'; readonly permission: Permission }
  | { readonly kind: 'signed-in'; readonly reason: string }
  | { readonly kind: 'public'; readonly reason: string };

export const ROUTE_ACCESS = 'weerbaar:route-access';

/** The permission a route needs. */
export const Allow = (permission: Permission) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'permission', permission });

/** Open to everybody who is signed in, whatever their roles; says why. */
export const AllowSignedIn = (reason: string) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'signed-in', reason });

/** Open to the world; says why. */
export const Public = (reason: string) =>
  SetMetadata<string, RouteAccess>(ROUTE_ACCESS, { kind: 'public', reason });

export interface RequestWithActor {
  actor?: Actor;
}

/** The actor of the request. Only on routes that are not public. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new Error('no actor: a public route asked for one');
  return actor;
});
