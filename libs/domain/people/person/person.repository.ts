import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import type { Role } from '@weerbaar/kernel/context';
import { Person } from './person.entity.js';

export interface RoleAssignment {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  /** Day from which, inclusive. */
  readonly validFrom: string;
}

@Injectable()
export class PersonRepository extends VersionedRepository<Person> {
  constructor(transactions: TransactionRunner) {
    super(Person, transactions);
  }

  list(page: PageRequest): Promise<[Person[], number]> {
    return this.rows.findAndCount({ order: { name: 'asc', id: 'asc' }, ...limits(page) });
  }

  byIds(ids: readonly string[]): Promise<Person[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.rows.findBy({ id: In([...ids]) });
  }

  async assignRole({ id, personId, role, validFrom }: RoleAssignment): Promise<void> {
    await this.transactions.manager.query(
      'insert into role_assignment (id, person_id, role, valid_from) values ($1, $2, $3, $4)',
      [id, personId, role, validFrom],
    );
  }
}
