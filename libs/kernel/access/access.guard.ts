import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, actAs } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import { holds } from './permission.js';
import { type RequestWithActor, ROUTE_ACCESS, type RouteAccess } from './route-access.js';

/** Says who makes a request. Bound to identity by the application. */
export abstract class Identification {
  /** @returns undefined when the request carries no valid session. */
  abstract identify(request: object): Promise<Actor | undefined>;
}

/** Closed unless a route says otherwise: a route that names no access is refused, for everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identification: Identification,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error('route without access declaration');
    if (access.kind === 'public') return true;

    const request = context.switchToHttp().getRequest<RequestWithActor & object>();
    const actor = await this.identification.identify(request);
    if (!actor) throw new Problem('not-signed-in');
    if (access.kind === 'permission' && !holds(actor, access.permission)) throw new Problem('not-permitted');
    request.actor = actor;
    actAs(actor.accountId);
    return true;
  }
}
