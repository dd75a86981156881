import { permissions } from '@weerbaar/kernel/access';

export const houseStylePermissions = permissions('house-style', {
  /** How the pages look is seen by everybody, also by who reports something: set by few. */
  edit: ['administrator', 'communication-adviser'],
});
