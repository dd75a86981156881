import { permissions } from '@weerbaar/kernel/access';

export const peoplePermissions = permissions('people', {
  read: ['employee'],
});
