import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor, Role } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import type { Person } from './person.entity.js';
import { PersonRepository } from './person.repository.js';

export interface NewPerson {
  readonly name: string;
  readonly jobTitle?: string | null;
  readonly email?: string | null;
  readonly roles: readonly Role[];
}

@Injectable()
export class PersonService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, { roles, name, jobTitle = null, email = null }: NewPerson): Promise<Person> {
    return this.transactions.run(async () => {
      const person = await this.persons.add({ id: newId(), version: 1, name, jobTitle, email });
      await this.audit.record(actor, {
        action: 'people.person-added',
        objectType: 'person',
        objectId: person.id,
      });
      for (const role of roles) await this.assignRole(actor, person.id, role);
      return person;
    });
  }

  private async assignRole(actor: Actor, personId: string, role: Role): Promise<void> {
    await this.persons.assignRole({ id: newId(), personId, role, validFrom: this.clock.today() });
    await this.audit.record(actor, {
      action: 'people.role-given',
      objectType: 'person',
      objectId: personId,
      after: { role },
    });
  }

  list(_actor: Actor, request: PageRequest): Promise<Page<Person>> {
    return this.transactions.run(async () => pageOf(request, await this.persons.list(request)));
  }

  get(_actor: Actor, id: string): Promise<Person> {
    return this.transactions.run(() => this.persons.get(id));
  }
}
