import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import type { Role } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import { type KnownPerson, PersonDirectory } from '../person-directory.js';
import { RoleAssignmentRepository } from '../role-assignment/role-assignment.repository.js';
import { PersonRepository } from './person.repository.js';

@Injectable()
export class PersonDirectoryService extends PersonDirectory {
  constructor(
    private readonly persons: PersonRepository,
    private readonly assignments: RoleAssignmentRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  async byIds(ids: readonly string[]): Promise<ReadonlyMap<string, KnownPerson>> {
    const persons = await this.persons.byIds([...new Set(ids)]);
    return new Map(persons.map(({ id, name, jobTitle }) => [id, { id, name, jobTitle }]));
  }

  async require(personId: string, path: string): Promise<void> {
    if (await this.persons.find(personId)) return;
    throw Problem.invalid({
      path,
      code: 'unknown-person',
      message: { nl: 'Deze persoon kennen wij niet.', en: 'We do not know this person.' },
    });
  }

  holders(role: Role): Promise<readonly string[]> {
    return this.assignments.holders([role], this.clock.today());
  }
}
