import { Injectable } from '@nestjs/common';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type { Batch, DataSubject, PersonalDataRow } from './personal-data.js';

/** What repositories share that look up what is recorded of one person. */
@Injectable()
export abstract class PersonalDataRepository {
  constructor(protected readonly transactions: TransactionRunner) {}

  /** @param sql joins the one row of `subject (person_id, account_ids, asked_at)`, and says its order. */
  protected rows(sql: string, subject: DataSubject, { skip, take }: Batch): Promise<PersonalDataRow[]> {
    return this.transactions.manager.query<PersonalDataRow[]>(
      `with subject as (select $1::uuid as person_id, $2::uuid[] as account_ids, $3::timestamptz as asked_at)
       ${sql} offset $4 limit $5`,
      [subject.personId, subject.accountIds, subject.askedAt, skip, take],
    );
  }
}
