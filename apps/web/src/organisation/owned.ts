import type { Schemas } from '../api/client.js';

/** Something that somebody answers for: a building block, an action. */
interface Owned {
  readonly owner?: Schemas['OwnerView'] | null;
}

interface Somebody {
  readonly personId: string | undefined;
  readonly roles: readonly string[];
}

/** It is of whoever owns it, by name or by a role. */
export function isOwnedBy({ owner }: Owned, { personId, roles }: Somebody): boolean {
  if (owner?.kind === 'person') return owner.personId === personId;
  return owner?.role ? roles.includes(owner.role) : false;
}
