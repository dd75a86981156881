import { Person } from './person/person.entity.js';

export * from './people.module.js';
export { type NewPerson, PersonService } from './person/person.service.js';

export const peopleEntities = [Person];
