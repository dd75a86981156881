import type { MigrationClass } from '@weerbaar/kernel/database';
import { Organisations1795000000001 } from './0001-organisations.js';
import { PeopleAndIdentity1795000000002 } from './0002-people-and-identity.js';
import { Audit1795000000003 } from './0003-audit.js';
import { Jobs1795000000004 } from './0004-jobs.js';
import { Files1795000000005 } from './0005-files.js';
import { Catalogue1795000000006 } from './0006-catalogue.js';
import { AnnualCycle1795000000007 } from './0007-annual-cycle.js';
import { RolesAndSignIn1795000000008 } from './0008-roles-and-sign-in.js';
import { AuditReading1795000000009 } from './0009-audit-reading.js';
import { Employments1795000000010 } from './0010-employments.js';
import { Notices1795000000011 } from './0011-notices.js';
import { RightsReview1795000000012 } from './0012-rights-review.js';
import { EmploymentImports1795000000013 } from './0013-employment-imports.js';
import { Provisioning1795000000014 } from './0014-provisioning.js';
import { HouseStyle1795000000015 } from './0015-house-style.js';
import { OrganisationProfile1795000000016 } from './0016-organisation-profile.js';
import { ProgressReminders1795000000017 } from './0017-progress-reminders.js';
import { RenderingRequester1795000000018 } from './0018-rendering-requester.js';
import { ForgottenDrafts1795000000019 } from './0019-forgotten-drafts.js';
import { FindingsWithoutAction1795000000020 } from './0020-findings-without-action.js';

/** Every change of the schema, in order. */
export const migrations: readonly MigrationClass[] = [
  Organisations1795000000001,
  PeopleAndIdentity1795000000002,
  Audit1795000000003,
  Jobs1795000000004,
  Files1795000000005,
  Catalogue1795000000006,
  AnnualCycle1795000000007,
  RolesAndSignIn1795000000008,
  AuditReading1795000000009,
  Employments1795000000010,
  Notices1795000000011,
  RightsReview1795000000012,
  EmploymentImports1795000000013,
  Provisioning1795000000014,
  HouseStyle1795000000015,
  OrganisationProfile1795000000016,
  ProgressReminders1795000000017,
  RenderingRequester1795000000018,
  ForgottenDrafts1795000000019,
  FindingsWithoutAction1795000000020,
];
