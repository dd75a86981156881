import { needsSecondPerson } from '@weerbaar/kernel/access';
import type { Role } from '@weerbaar/kernel/context';

export interface NamedAccount {
  readonly passwordHash: string | null;
  readonly providerSubject: string | null;
  /** All roles that are not over: also those to come, and those that wait for a second person. */
  readonly roles: readonly Role[];
}

/**
 * Whether a name alone is enough to let somebody from the provider into an account. Whoever runs the provider
 * chooses the names there: so not into an account that somebody signs in to already, nor into one that opens
 * what is confidential. Those take an invitation.
 */
export function mayEnterByName({ passwordHash, providerSubject, roles }: NamedAccount): boolean {
  return passwordHash === null && providerSubject === null && !roles.some(needsSecondPerson);
}
