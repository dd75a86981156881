import type { Role } from './role.js';

/** Who acts: the first parameter of every use case. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'operator' | 'service';
  /** Null for the system, for an operator on the command line and for a service. */
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly roles: ReadonlySet<Role>;
}

/** Weerbaar itself: scheduled jobs, setup, seeding. */
export const systemActor: Actor = { kind: 'system', accountId: null, personId: null, roles: new Set() };

/** Somebody with the command line of the server. */
export const operatorActor: Actor = { kind: 'operator', accountId: null, personId: null, roles: new Set() };

/** A program of the organisation with a token of its own: it holds no role, and reaches the routes of its service alone. */
export interface ServiceActor extends Actor {
  readonly kind: 'service';
  readonly tokenId: string;
}

export function serviceActor(tokenId: string): ServiceActor {
  return { kind: 'service', accountId: null, personId: null, roles: new Set(), tokenId };
}

/** Whether this is the system itself or its operator, who need no role. */
export function needsNoRole({ kind }: Actor): boolean {
  return kind === 'system' || kind === 'operator';
}
