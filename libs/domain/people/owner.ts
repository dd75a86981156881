import type { Role } from '@weerbaar/kernel/context';

/** Whose a thing is: a person by name, or whoever holds a role. */
export type Owner =
  { readonly kind: 'person'; readonly personId: string } | { readonly kind: 'role'; readonly role: Role };

/** The two columns in which an owner is stored; the database checks that at most one is filled. */
export interface OwnerColumns {
  readonly ownerPersonId: string | null;
  readonly ownerRole: Role | null;
}

export function ownerFrom({ ownerPersonId, ownerRole }: OwnerColumns): Owner | null {
  if (ownerPersonId) return { kind: 'person', personId: ownerPersonId };
  return ownerRole ? { kind: 'role', role: ownerRole } : null;
}

export function ownerColumns(owner: Owner | null): OwnerColumns {
  return {
    ownerPersonId: owner?.kind === 'person' ? owner.personId : null,
    ownerRole: owner?.kind === 'role' ? owner.role : null,
  };
}
