import { Injectable } from '@nestjs/common';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';

/** That an owner was asked once more to report on a quarter; one row for a person and round. */
export interface ProgressReminder {
  /** The notice is about this. */
  readonly id: string;
  readonly personId: string;
  readonly year: number;
  readonly quarter: number;
  /** The last time. */
  readonly remindedAt: Date;
  /** `yyyy-mm-dd` */
  readonly remindedOn: string;
}

interface Reminding {
  readonly cycleId: string;
  readonly quarter: number;
  readonly personIds: readonly string[];
  readonly moment: Date;
  readonly today: string;
}

const fields = `r.id, r.person_id as "personId", c.year, r.quarter, r.reminded_at as "remindedAt",
  r.reminded_on::text as "remindedOn"`;

@Injectable()
export class ProgressReminderRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /** Of all quarters of a cycle. */
  ofCycle(cycleId: string): Promise<ProgressReminder[]> {
    return this.transactions.manager.query<ProgressReminder[]>(
      `select ${fields} from progress_reminder r join annual_cycle c on c.id = r.cycle_id where r.cycle_id = $1`,
      [cycleId],
    );
  }

  /** Whoever was reminded on this day already is left out, also when two ask at once. @returns those who were not. */
  remind({ cycleId, quarter, personIds, moment, today }: Reminding): Promise<ProgressReminder[]> {
    return this.transactions.manager.query<ProgressReminder[]>(
      `with r as (
         insert into progress_reminder (id, cycle_id, quarter, person_id, reminded_at, reminded_on)
         select told.id, $3, $4, told.person_id, $5, $6
           from unnest($1::uuid[], $2::uuid[]) told (id, person_id)
         on conflict (organisation_id, cycle_id, quarter, person_id) do update
           set reminded_at = excluded.reminded_at, reminded_on = excluded.reminded_on
           where progress_reminder.reminded_on < excluded.reminded_on
         returning id, cycle_id, person_id, quarter, reminded_at, reminded_on)
       select ${fields} from r join annual_cycle c on c.id = r.cycle_id`,
      [personIds.map(() => newId()), personIds, cycleId, quarter, moment, today],
    );
  }
}
