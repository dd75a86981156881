import { Person } from './person/person.entity.js';
import { RoleAssignment } from './role-assignment/role-assignment.entity.js';
import { SecondFactorRestoration } from './second-factor-restoration/second-factor-restoration.entity.js';

export * from './people.module.js';
export { type NewPerson, PersonService } from './person/person.service.js';
export { RoleAssignmentService } from './role-assignment/role-assignment.service.js';

export const peopleEntities = [Person, RoleAssignment, SecondFactorRestoration];
