import { type Actor, needsNoRole, type Role } from '@weerbaar/kernel/context';

/** A thing somebody may be allowed to do, and the roles that may. Policies decide about the single record. */
export interface Permission {
  /** `<part>.<ability>`, for example `annual-cycle.edit`. */
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

/** Declares the permissions of a part as data: `permissions('catalogue', { read: ['employee'] })`. */
export function permissions<Ability extends string>(
  part: string,
  abilities: Readonly<Record<Ability, readonly Role[]>>,
): Readonly<Record<Ability, Permission>> {
  const entries = Object.entries<readonly Role[]>(abilities);
  return Object.fromEntries(
    entries.map(([ability, roles]) => [ability, { name: `${part}.${ability}`, roles: new Set(roles) }]),
  ) as unknown as Readonly<Record<Ability, Permission>>;
}

/** The system itself and an operator act on behalf of the organisation and hold no role. */
export function holds(actor: Actor, permission: Permission): boolean {
  return needsNoRole(actor) || anyHolds(actor.roles, permission);
}

export function anyHolds(roles: ReadonlySet<Role>, permission: Permission): boolean {
  for (const role of roles) if (permission.roles.has(role)) return true;
  return false;
}
