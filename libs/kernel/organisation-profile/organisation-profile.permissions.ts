import { permissions } from '@weerbaar/kernel/access';

export const organisationProfilePermissions = permissions('organisation-profile', {
  edit: ['administrator'],
});
