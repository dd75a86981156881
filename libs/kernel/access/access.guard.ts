import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { actAs } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import { Identification, type Identity, ServiceIdentification } from './identification.js';
import { anyHolds, type Permission } from './permission.js';
import { type IdentifiedRequest, ROUTE_ACCESS, type RouteAccess } from './route-access.js';

/** Closed unless a route says otherwise: a route that names no access is refused, for everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identification: Identification,
    private readonly services: ServiceIdentification,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw new Error('route without access declaration');
    if (access.kind === 'public') return true;

    const request = context.switchToHttp().getRequest<IdentifiedRequest & object>();
    // A session is worth nothing here, and a token of a service nothing anywhere else.
    if (access.kind === 'service') {
      const service = await this.services.identify(request);
      if (!service) throw new Problem('not-signed-in');
      request.service = service;
      return true;
    }
    const identity = await this.identification.identify(request);
    if (!identity) throw new Problem('not-signed-in');
    // Whoever has the password alone is not even told what the account may do.
    if (identity.assurance === 'pending' && access.kind !== 'half-signed-in')
      throw new Problem('step-up-needed');
    if (access.kind === 'permission') requirePermission(identity, access.permission);
    request.identity = identity;
    actAs(identity.actor.accountId);
    return true;
  }
}

/** Tells those who hold the role that more proof is needed, and only those. */
function requirePermission({ actor, dormantRoles }: Identity, permission: Permission): void {
  if (anyHolds(actor.roles, permission)) return;
  throw new Problem(anyHolds(dormantRoles, permission) ? 'step-up-needed' : 'not-permitted');
}
