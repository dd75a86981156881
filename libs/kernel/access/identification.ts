import type { Actor, Role, ServiceActor } from '@weerbaar/kernel/context';
import { type Assurance, assuranceFor, reaches } from './assurance.js';

/** Who makes a request, and how sure that is. */
export interface Identity {
  /** With the roles that count at this assurance, and no others. */
  readonly actor: Actor & { readonly accountId: string; readonly personId: string };
  readonly assurance: Assurance;
  /** Roles they hold that count only after more proof. */
  readonly dormantRoles: ReadonlySet<Role>;
  readonly sessionId: string;
}

/** Says who makes a request. Bound to identity by the application. */
export abstract class Identification {
  /** @returns undefined when the request carries no valid session. */
  abstract identify(request: object): Promise<Identity | undefined>;
}

/** Says which program makes a request, by the token it carries. Bound by the part that gives out the tokens. */
export abstract class ServiceIdentification {
  /**
   * @returns undefined when the request carries no token.
   * @throws Problem `not-signed-in` when it carries one that does not count.
   */
  abstract identify(request: object): Promise<ServiceActor | undefined>;
}

/** What is known of somebody who signed in. */
export interface SignedIn {
  readonly sessionId: string;
  readonly accountId: string;
  readonly personId: string;
  readonly assurance: Assurance;
  readonly roles: readonly Role[];
}

/** Lets the roles count that the assurance is enough for. */
export function identityOf({ sessionId, accountId, personId, assurance, roles }: SignedIn): Identity {
  const counts = (role: Role) => reaches(assurance, assuranceFor(role));
  return {
    actor: { kind: 'person', accountId, personId, roles: new Set(roles.filter(counts)) },
    assurance,
    dormantRoles: new Set(roles.filter((role) => !counts(role))),
    sessionId,
  };
}
