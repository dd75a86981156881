import { permissions } from '@weerbaar/kernel/access';

export const cataloguePermissions = permissions('catalogue', {
  read: ['employee'],
  /** Whoever owns a block may add to it, and every employee can be an owner: the policy decides. */
  contribute: ['employee'],
  manage: ['integrity-adviser'],
});
