import { permissions } from '@weerbaar/kernel/access';

export const auditPermissions = permissions('audit', {
  /** Everything everybody did, with what it changed: for who judges independently, and for nobody else. */
  read: ['auditor'],
});
