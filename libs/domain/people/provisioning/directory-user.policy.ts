import { needsSecondPerson } from '@weerbaar/kernel/access';
import type { Role } from '@weerbaar/kernel/context';

export interface FollowingAccount {
  readonly hasPassword: boolean;
  /** All roles that are not over: also those to come, and those that wait for a second person. */
  readonly roles: readonly Role[];
}

/**
 * Whether the address that links of an account are mailed to follows the directory. Whoever runs the directory would
 * otherwise have the link by which a password is chosen sent to themselves: so not where there is a password, nor
 * where the account opens what is confidential.
 */
export function mailFollows({ hasPassword, roles }: FollowingAccount): boolean {
  return !hasPassword && !roles.some(needsSecondPerson);
}

/** Whether the name of a person follows the directory: who is employed here is called as human resources says. */
export function nameFollows({ isEmployed }: { readonly isEmployed: boolean }): boolean {
  return !isEmployed;
}
