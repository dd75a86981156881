import { applyImportJob } from './import/apply-import.job.js';
import { forgetImportsSchedule } from './import/forget-imports.job.js';
import { planImportJob } from './import/plan-import.job.js';
import { startRightsReviews } from './rights-review/start-rights-reviews.job.js';

export * from './people.module.js';
export { DepartmentService } from './department/department.service.js';
export { EmploymentService } from './employment/employment.service.js';
export { JobFunctionService } from './job-function/job-function.service.js';
export { type NewPerson, PersonService } from './person/person.service.js';
export { RightsReviewService } from './rights-review/rights-review.service.js';
export { RoleAssignmentService } from './role-assignment/role-assignment.service.js';

export { scimFailures } from './scim/scim-error.js';

export { peopleEntities } from './people.entities.js';

/** For the worker. */
export const peopleJobs = [planImportJob, applyImportJob, forgetImportsSchedule, startRightsReviews];
