import { Injectable } from '@nestjs/common';
import { limits, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';

/** An account as those who look after accounts see it: how it is signed in with, never the means themselves. */
export interface AccountOverview {
  readonly id: string;
  readonly version: number;
  readonly personId: string;
  readonly personName: string;
  readonly signInName: string;
  readonly email: string | null;
  readonly hasPassword: boolean;
  readonly hasSecondFactor: boolean;
  /** Tied to the identity provider of the organisation. */
  readonly isTied: boolean;
  readonly deactivatedAt: Date | null;
}

export interface AccountFilter {
  /** Each is the beginning of a word of the name; see `PersonRepository.wordsOf`. None at all: nobody. */
  readonly words?: readonly string[] | undefined;
  readonly personId?: string | undefined;
}

const select = `
  select a.id, a.version, a.person_id as "personId", p.name as "personName", a.sign_in_name as "signInName", a.email,
         a.password_hash is not null as "hasPassword", f.active_since is not null as "hasSecondFactor",
         a.provider_subject is not null as "isTied", a.deactivated_at as "deactivatedAt"
    from account a join person p on p.id = a.person_id left join second_factor f on f.account_id = a.id`;

/** Reads over the tables of identity and of people together; changes go through their services. */
@Injectable()
export class AccountOverviewRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  async list(
    { words, personId }: AccountFilter,
    page: PageRequest,
  ): Promise<readonly [readonly AccountOverview[], number]> {
    const { skip, take } = limits(page);
    const parameters: unknown[] = [];
    const given = (value: unknown): string => `$${parameters.push(value)}`;
    const conditions = [
      ...(personId === undefined ? [] : [`a.person_id = ${given(personId)}`]),
      ...(words?.length === 0 ? ['false'] : []),
      ...(words ?? []).map(
        (word) =>
          `a.person_id in (select w.person_id from person_name_word w where w.word ^@ ${given(word)})`,
      ),
    ];
    const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;
    const [count] = await this.transactions.manager.query<{ total: number }[]>(
      `select count(*)::int as total from account a ${where}`,
      [...parameters],
    );
    const rows = await this.query(
      `${select} ${where} order by p.name, a.id offset ${given(skip)} limit ${given(take)}`,
      parameters,
    );
    return [rows, count?.total ?? 0];
  }

  async find(id: string): Promise<AccountOverview | undefined> {
    const [account] = await this.query(`${select} where a.id = $1`, [id]);
    return account;
  }

  ofPerson(personId: string): Promise<AccountOverview[]> {
    return this.query(`${select} where a.person_id = $1`, [personId]);
  }

  /** At most one a person is active. */
  activeOf(personIds: readonly string[]): Promise<AccountOverview[]> {
    return this.query(`${select} where a.person_id = any ($1) and a.deactivated_at is null`, [personIds]);
  }

  private query(sql: string, parameters: readonly unknown[]): Promise<AccountOverview[]> {
    return this.transactions.manager.query<AccountOverview[]>(sql, [...parameters]);
  }
}
