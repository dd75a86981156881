import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Person } from './person.entity.js';

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
}
