import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Person } from './person.entity.js';

export interface PersonBehindAccount {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
}

export interface PersonFilter {
  /** Each is the beginning of a word of the name; see `wordsOf`. None at all, as of a text of signs alone: nobody. */
  readonly words?: readonly string[] | undefined;
  /** Only who works here on this day. */
  readonly employedOn?: string | undefined;
  /** Only who works here on this day, or never had an employment. */
  readonly presentOn?: string | undefined;
  /** In one of these departments on that day. */
  readonly departmentIds?: readonly string[] | undefined;
  readonly ids?: readonly string[] | undefined;
}

/** A department in which somebody works on a day. */
export interface WorkPlace {
  readonly personId: string;
  readonly departmentId: string;
  readonly name: string;
}

/** Nobody has a longer name; more would only keep the database busy. */
const mostWords = 8;

const isPresent = `
  (exists (select from employment_period p where p.person_id = person.id and p.during @> :presentOn::date)
   or not exists (select from employment_period p where p.person_id = person.id))`;

@Injectable()
export class PersonRepository extends VersionedRepository<Person> {
  constructor(transactions: TransactionRunner) {
    super(Person, transactions);
  }

  /** By name. */
  list(filter: PersonFilter, page: PageRequest): Promise<[Person[], number]> {
    const { words, employedOn, presentOn, departmentIds, ids } = filter;
    const { skip, take } = limits(page);
    const query = this.rows.createQueryBuilder('person').orderBy('person.name').addOrderBy('person.id');
    if (ids) query.andWhere('person.id = any (:ids::uuid[])', { ids });
    if (words?.length === 0) query.andWhere('false');
    words?.forEach((word, index) =>
      query.andWhere(
        `person.id in (select w.person_id from person_name_word w where w.word ^@ :word${index})`,
        { [`word${index}`]: word },
      ),
    );
    if (employedOn !== undefined) {
      const inDepartment = departmentIds ? 'and p.department_id = any (:departmentIds::uuid[])' : '';
      query.andWhere(
        `person.id in (select p.person_id from employment_period p where p.during @> :employedOn::date ${inDepartment})`,
        { employedOn, departmentIds },
      );
    }
    if (presentOn !== undefined) query.andWhere(isPresent, { presentOn });
    return query.offset(skip).limit(take).getManyAndCount();
  }

  async isPresent(id: string, presentOn: string): Promise<boolean> {
    return this.rows
      .createQueryBuilder('person')
      .where('person.id = :id', { id })
      .andWhere(isPresent, { presentOn })
      .getExists();
  }

  /** The words of a text as names are kept: without capitals and accents. See migration 0010. */
  async wordsOf(text: string): Promise<readonly string[]> {
    const rows = await this.transactions.manager.query<{ word: string }[]>(
      'select word from name_words($1) as word limit $2',
      [text, mostWords],
    );
    return rows.map(({ word }) => word);
  }

  /** Where these people work on a day, by name of the department. */
  workPlaces(personIds: readonly string[], day: string): Promise<WorkPlace[]> {
    return this.transactions.manager.query<WorkPlace[]>(
      `select distinct e.person_id as "personId", e.department_id as "departmentId", d.name
         from employment_period e
         join department_period d on d.department_id = e.department_id and d.during @> $2::date
        where e.person_id = any ($1::uuid[]) and e.during @> $2::date
        order by d.name, e.department_id`,
      [[...personIds], day],
    );
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
