import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import type { Actor, Role } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { RoleAssignmentService } from '../role-assignment/role-assignment.service.js';
import type { Person } from './person.entity.js';
import { PersonRepository } from './person.repository.js';

export interface NewPerson {
  readonly name: string;
  readonly jobTitle?: string | null;
  readonly email?: string | null;
  /** In force at once; for the operator and for Weerbaar itself alone. */
  readonly roles?: readonly Role[];
}

@Injectable()
export class PersonService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly roles: RoleAssignmentService,
  ) {}

  add(actor: Actor, { roles = [], name, jobTitle = null, email = null }: NewPerson): Promise<Person> {
    return this.transactions.run(async () => {
      const person = await this.persons.add({ id: newId(), version: 1, name, jobTitle, email });
      await this.audit.record(actor, {
        action: 'people.person-added',
        objectType: 'person',
        objectId: person.id,
      });
      for (const role of roles) await this.roles.establish(actor, person.id, role);
      return person;
    });
  }

  list(_actor: Actor, request: PageRequest): Promise<Page<Person>> {
    return this.transactions.run(async () => pageOf(request, await this.persons.list(request)));
  }

  get(_actor: Actor, id: string): Promise<Person> {
    return this.transactions.run(() => this.persons.get(id));
  }
}
