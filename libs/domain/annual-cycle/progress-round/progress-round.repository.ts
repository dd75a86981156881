import { Injectable } from '@nestjs/common';
import type { Role } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { openStatuses } from '../action/action.repository.js';
import type { ActionStatusCode } from '../reference-content/reference-content.js';
import { allYear, type LastNote, type RoundAction } from './progress-round.js';

/** Whose actions. */
export interface Owning {
  readonly personId: string;
  readonly roles: readonly Role[];
}

interface Row extends Omit<RoundAction, 'lastNote' | 'isReported'> {
  readonly noteQuarter: number | null;
  readonly noteStatus: ActionStatusCode;
  readonly note: string;
  readonly recordedAt: Date;
}

@Injectable()
export class ProgressRoundRepository {
  constructor(private readonly transactions: TransactionRunner) {}

  /**
   * The actions that are asked about in a quarter: those of that quarter and earlier that still need work, and those
   * that go on all year. What was closed without a word about the quarter was closed before it. By number.
   */
  async actions(cycleId: string, quarter: number, owning?: Owning): Promise<readonly RoundAction[]> {
    const rows = await this.transactions.manager.query<Row[]>(
      `select a.id, a.version, a.number, a.title, a.quarter, a.status, a.owner_person_id as "ownerPersonId",
              a.owner_role as "ownerRole", n.quarter as "noteQuarter", n.status as "noteStatus", n.note,
              n.recorded_at as "recordedAt"
         from action a
         left join lateral (
           select p.quarter, p.status, p.note, p.recorded_at from action_progress p
            where p.action_id = a.id and p.quarter <= $2
            order by p.quarter desc, p.recorded_at desc, p.id desc limit 1) n on true
        where a.cycle_id = $1
          and (n.quarter = $2 or (a.status = any ($3) and (a.quarter <= $2 or a.status = any ($4))))
          and ($5::uuid is null or a.owner_person_id = $5 or a.owner_role = any ($6))
        order by a.number`,
      [cycleId, quarter, openStatuses, allYear, owning?.personId ?? null, owning?.roles ?? []],
    );
    return rows.map(({ noteQuarter, noteStatus, note, recordedAt, ...action }) => ({
      ...action,
      lastNote: lastNote(noteQuarter, noteStatus, note, recordedAt),
      isReported: noteQuarter === quarter,
    }));
  }
}

function lastNote(
  quarter: number | null,
  status: ActionStatusCode,
  note: string,
  recordedAt: Date,
): LastNote | null {
  return quarter === null ? null : { quarter, status, note, recordedAt };
}
