import { Department } from './department/department.entity.js';
import { Employment } from './employment/employment.entity.js';
import { JobFunction } from './job-function/job-function.entity.js';
import { Person } from './person/person.entity.js';
import { RoleAssignment } from './role-assignment/role-assignment.entity.js';
import { SecondFactorRestoration } from './second-factor-restoration/second-factor-restoration.entity.js';

export * from './people.module.js';
export { DepartmentService } from './department/department.service.js';
export { EmploymentService } from './employment/employment.service.js';
export { JobFunctionService } from './job-function/job-function.service.js';
export { type NewPerson, PersonService } from './person/person.service.js';
export { RoleAssignmentService } from './role-assignment/role-assignment.service.js';

export const peopleEntities = [
  Person,
  RoleAssignment,
  SecondFactorRestoration,
  Department,
  JobFunction,
  Employment,
];
