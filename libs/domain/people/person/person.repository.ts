import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Person } from './person.entity.js';

export interface PersonBehindAccount {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
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

  async behindAccounts(accountIds: readonly string[]): Promise<readonly PersonBehindAccount[]> {
    if (accountIds.length === 0) return [];
    return this.transactions.manager.query<PersonBehindAccount[]>(
      `select a.id as "accountId", p.id as "personId", p.name
         from account a join person p on p.id = a.person_id where a.id = any($1)`,
      [accountIds],
    );
  }

  async accountsOf(personId: string): Promise<readonly string[]> {
    const rows = await this.transactions.manager.query<{ id: string }[]>(
      'select id from account where person_id = $1',
      [personId],
    );
    return rows.map(({ id }) => id);
  }
}
