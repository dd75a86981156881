import { Injectable } from '@nestjs/common';
import { In, IsNull, MoreThan, Not } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { type ActionStatusCode, referenceContent } from '../reference-content/reference-content.js';
import { Action } from './action.entity.js';
import { ActionProgress } from './action-progress.entity.js';

export interface ActionFilter {
  readonly quarter?: number;
  readonly status?: ActionStatusCode;
  readonly buildingBlockId?: string;
  readonly ownerPersonId?: string;
}

/** Those of an action that needs more work. */
export const openStatuses: readonly ActionStatusCode[] = referenceContent.actionStatuses
  .filter(({ closed }) => !closed)
  .map(({ code }) => code);

@Injectable()
export class ActionRepository extends VersionedRepository<Action> {
  constructor(transactions: TransactionRunner) {
    super(Action, transactions);
  }

  ofCycle(cycleId: string, page: PageRequest, filter: ActionFilter): Promise<[Action[], number]> {
    const given = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));
    return this.rows.findAndCount({
      where: { cycleId, ...given },
      order: { number: 'asc' },
      ...limits(page),
    });
  }

  /** Actions of a cycle that still need work and were not carried over to a later one yet. */
  async toCarryOver(cycleId: string): Promise<Action[]> {
    const carried = await this.rows.find({
      select: { carriedOverFrom: true },
      where: { carriedOverFrom: Not(IsNull()) },
    });
    const done = new Set(carried.map(({ carriedOverFrom }) => carriedOverFrom));
    const open = await this.rows.find({
      where: { cycleId, status: In(openStatuses) },
      order: { number: 'asc' },
    });
    return open.filter(({ id }) => !done.has(id));
  }

  /** Actions that should be done in a quarter of a year and still need work. */
  openIn(year: number, quarter: number): Promise<Action[]> {
    return this.rows
      .createQueryBuilder('a')
      .innerJoin('annual_cycle', 'c', 'c.id = a.cycle_id')
      .where('c.year = :year and a.quarter = :quarter', { year, quarter })
      .andWhere('a.status in (:...openStatuses)', { openStatuses })
      .orderBy('a.id')
      .getMany();
  }

  /**
   * The next free number of a cycle. Holds the cycle until the transaction ends, so that two
   * people adding at once never get the same number.
   */
  async nextNumber(cycleId: string): Promise<number> {
    const { manager } = this.transactions;
    await manager.query('select from annual_cycle where id = $1 for update', [cycleId]);
    const [row] = await manager.query<{ next: number }[]>(
      'select coalesce(max(number), 0) + 1 as next from action where cycle_id = $1',
      [cycleId],
    );
    return row?.next ?? 1;
  }

  async addProgress(progress: ActionProgress): Promise<void> {
    await this.transactions.manager.getRepository(ActionProgress).insert(progress);
  }

  /** Whether something was told of a later quarter. */
  hasProgressAfter(actionId: string, quarter: number): Promise<boolean> {
    return this.transactions.manager
      .getRepository(ActionProgress)
      .existsBy({ actionId, quarter: MoreThan(quarter) });
  }

  progressOf(actionId: string, page: PageRequest): Promise<[ActionProgress[], number]> {
    return this.transactions.manager
      .getRepository(ActionProgress)
      .findAndCount({ where: { actionId }, order: { recordedAt: 'desc', id: 'desc' }, ...limits(page) });
  }
}
