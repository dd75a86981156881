import type { Role } from './role.js';

/** Who acts: the first parameter of every use case. */
export interface Actor {
  readonly kind: 'person' | 'system' | 'operator';
  /** Null for the system and for an operator on the command line. */
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly roles: ReadonlySet<Role>;
}

/** Weerbaar itself: scheduled jobs, setup, seeding. */
export const systemActor: Actor = { kind: 'system', accountId: null, personId: null, roles: new Set() };

/** Somebody with the command line of the server. */
export const operatorActor: Actor = { kind: 'operator', accountId: null, personId: null, roles: new Set() };
