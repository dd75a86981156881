export * from './people.module.js';
export { Person } from './person/person.entity.js';
export { type NewPerson, PersonService } from './person/person.service.js';
