import { Department } from './department/department.entity.js';
import { Employment } from './employment/employment.entity.js';
import { EmploymentImport } from './import/employment-import.entity.js';
import { JobFunction } from './job-function/job-function.entity.js';
import { Person } from './person/person.entity.js';
import { DirectoryUser } from './provisioning/directory-user.entity.js';
import { ProvisioningToken } from './provisioning/provisioning-token.entity.js';
import { RoleAssignment } from './role-assignment/role-assignment.entity.js';
import { RightsReviewLine } from './rights-review/rights-review-line.entity.js';
import { RightsReview } from './rights-review/rights-review.entity.js';
import { SecondFactorRestoration } from './second-factor-restoration/second-factor-restoration.entity.js';

export const peopleEntities = [
  Person,
  RoleAssignment,
  SecondFactorRestoration,
  RightsReview,
  RightsReviewLine,
  Department,
  JobFunction,
  Employment,
  ProvisioningToken,
  DirectoryUser,
  EmploymentImport,
];
