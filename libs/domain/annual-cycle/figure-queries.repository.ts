import { Injectable } from '@nestjs/common';
import type { Role } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import type {
  ActionStatusCode,
  InputSourceCode,
  PriorityCode,
} from './reference-content/reference-content.js';

export interface CountedAction {
  readonly number: number;
  readonly buildingBlockId: string;
  readonly title: string;
  readonly intendedResult: string;
  readonly ownerPersonId: string | null;
  readonly ownerRole: Role | null;
  readonly quarter: number;
  /** Euros. */
  readonly budget: number | null;
  readonly hours: number | null;
  readonly priority: PriorityCode;
  readonly status: ActionStatusCode;
  readonly carriedOverFrom: string | null;
}

export interface CountedFinding {
  readonly source: InputSourceCode;
  readonly title: string;
  readonly description: string;
  readonly actionCount: number;
  /** Null when there is an action. */
  readonly reasonForNoAction: string | null;
}

/** What the figures of the yearly cycle are counted from. */
@Injectable()
export class FigureQueries {
  constructor(private readonly transactions: TransactionRunner) {}

  actions(year: number): Promise<CountedAction[]> {
    return this.transactions.manager.query<CountedAction[]>(
      `select a.number, a.building_block_id as "buildingBlockId", a.title, a.intended_result as "intendedResult",
              a.owner_person_id as "ownerPersonId", a.owner_role as "ownerRole", a.quarter,
              a.budget::float8 as budget, a.hours, a.priority, a.status, a.carried_over_from as "carriedOverFrom"
         from action a join annual_cycle c on c.organisation_id = a.organisation_id and c.id = a.cycle_id
        where c.year = $1
        order by a.number`,
      [year],
    );
  }

  findings(year: number): Promise<CountedFinding[]> {
    return this.transactions.manager.query<CountedFinding[]>(
      `select f.source, f.title, f.description, actions.count as "actionCount",
              case actions.count when 0 then f.reason_for_no_action end as "reasonForNoAction"
         from finding f join annual_cycle c on c.organisation_id = f.organisation_id and c.id = f.cycle_id
              cross join lateral (select count(*)::int from action a
                                   where a.organisation_id = f.organisation_id and a.finding_id = f.id
                                     and a.cycle_id = f.cycle_id) actions
        where c.year = $1
        order by array_position(array['previous-report', 'developments', 'own-instruments', 'adviser-reports',
                                      'audits-and-investigations'], f.source), f.recorded_at, f.id`,
      [year],
    );
  }
}
