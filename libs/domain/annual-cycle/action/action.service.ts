import { Injectable } from '@nestjs/common';
import { BuildingBlockDirectory } from '@weerbaar/catalogue/contract';
import {
  type KnownPerson,
  ownerColumns,
  ownerFrom,
  PersonDirectory,
  requireOwner,
} from '@weerbaar/people/contract';
import { requireAllowed } from '@weerbaar/kernel/access';
import { type AuditedChange, AuditHistory, AuditLog, difference } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { AnnualCycleNotices } from '../annual-cycle.notices.js';
import type { AnnualCycle } from '../cycle/annual-cycle.entity.js';
import { AnnualCycleRepository } from '../cycle/annual-cycle.repository.js';
import { FindingRepository } from '../finding/finding.repository.js';
import { ProgressRoundService } from '../progress-round/progress-round.service.js';
import type { ActionChanges, NewAction, NewProgress } from './action.dto.js';
import type { Action } from './action.entity.js';
import { mayEdit, mayRead, mayReport } from './action.policy.js';
import type { ActionProgress } from './action-progress.entity.js';
import { firstDayOf, quarterOf } from './quarter.js';
import { type ActionFilter, ActionRepository, openStatuses } from './action.repository.js';

/** Actions with the people a reader needs to know by name. */
export interface ShownActions {
  readonly page: Page<Action>;
  readonly persons: ReadonlyMap<string, KnownPerson>;
}

/** What was left open in a year and is in no later one yet. */
export interface LeftOpen {
  /** The block goes on, so that these can. */
  readonly possible: readonly Action[];
  readonly ofEndedBlocks: number;
}

@Injectable()
export class ActionService {
  constructor(
    private readonly actions: ActionRepository,
    private readonly cycles: AnnualCycleRepository,
    private readonly findings: FindingRepository,
    private readonly blocks: BuildingBlockDirectory,
    private readonly persons: PersonDirectory,
    private readonly notices: AnnualCycleNotices,
    private readonly rounds: ProgressRoundService,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly auditHistory: AuditHistory,
    private readonly clock: Clock,
  ) {}

  list(_actor: Actor, year: number, page: PageRequest, filter: ActionFilter): Promise<ShownActions> {
    return this.transactions.run(async () => {
      const cycle = await this.cycles.ofYear(year);
      const found = await this.actions.ofCycle(cycle.id, page, filter);
      return { page: pageOf(page, found), persons: await this.ownersOf(found[0]) };
    });
  }

  get(actor: Actor, id: string): Promise<{ action: Action; persons: ReadonlyMap<string, KnownPerson> }> {
    return this.transactions.run(async () => this.shown(await this.visible(actor, id)));
  }

  add(actor: Actor, year: number, wanted: NewAction) {
    return this.transactions.run(async () => {
      requireAllowed(mayEdit(actor));
      const cycle = await this.cycles.ofYear(year);
      await this.blocks.requireInForce(wanted.buildingBlockId, 'buildingBlockId');
      if (wanted.findingId) await this.requireFinding(wanted.findingId, cycle);
      const owner = await requireOwner(wanted.owner ?? null, this.persons);
      const action = await this.actions.add({
        id: newId(),
        version: 1,
        cycleId: cycle.id,
        number: await this.actions.nextNumber(cycle.id),
        buildingBlockId: wanted.buildingBlockId,
        title: wanted.title,
        intendedResult: wanted.intendedResult ?? '',
        ...ownerColumns(owner),
        quarter: wanted.quarter,
        budget: euros(wanted.budget),
        hours: wanted.hours ?? null,
        priority: wanted.priority ?? 'normal',
        status: 'planned',
        findingId: wanted.findingId ?? null,
        carriedOverFrom: null,
      });
      await this.audit.record(actor, {
        action: 'annual-cycle.action-added',
        objectType: 'action',
        objectId: action.id,
        after: auditable(action),
      });
      await this.notices.actionAssigned(actor, action);
      return this.shown(action);
    });
  }

  change(actor: Actor, id: string, version: number, { owner, budget, ...changes }: ActionChanges) {
    return this.transactions.run(async () => {
      const before = await this.visible(actor, id);
      requireAllowed(mayEdit(actor));
      if (changes.buildingBlockId)
        await this.blocks.requireInForce(changes.buildingBlockId, 'buildingBlockId');
      // An action that was carried over keeps the finding of the year it began in.
      if (changes.findingId && changes.findingId !== before.findingId)
        await this.requireFinding(changes.findingId, await this.cycles.get(before.cycleId));
      const after = await this.actions.change(id, version, {
        ...changes,
        ...(owner === undefined ? {} : ownerColumns(await requireOwner(owner, this.persons))),
        ...(budget === undefined ? {} : { budget: euros(budget) }),
      });
      await this.recordChange(actor, before, after);
      if (before.ownerPersonId !== after.ownerPersonId || before.ownerRole !== after.ownerRole)
        await this.notices.actionAssigned(actor, after);
      await this.rounds.settle(actor, after.cycleId);
      return this.shown(after);
    });
  }

  /**
   * Adds a progress note and brings the action to the status it tells: a note that comes after one of a later quarter
   * tells how it was then.
   */
  report(
    actor: Actor,
    id: string,
    version: number,
    { quarter, status, note }: NewProgress,
  ): Promise<ActionProgress> {
    return this.transactions.run(async () => {
      const action = await this.visible(actor, id);
      requireAllowed(mayReport(actor, action));
      const { year } = await this.cycles.get(action.cycleId);
      this.requireBegun(year, quarter);
      const progress: ActionProgress = {
        id: newId(),
        actionId: id,
        year,
        quarter,
        status,
        note,
        recordedAt: this.clock.now(),
        recordedBy: actor.accountId,
      };
      const isOvertaken = await this.actions.hasProgressAfter(id, quarter);
      const after = await this.actions.change(id, version, isOvertaken ? {} : { status });
      await this.actions.addProgress(progress);
      await this.recordChange(actor, action, after);
      if (!openStatuses.includes(after.status)) await this.notices.actionNeedsNothing(actor, after);
      await this.rounds.settle(actor, action.cycleId);
      return progress;
    });
  }

  progress(actor: Actor, id: string, page: PageRequest): Promise<Page<ActionProgress>> {
    return this.transactions.run(async () => {
      await this.visible(actor, id);
      return pageOf(page, await this.actions.progressOf(id, page));
    });
  }

  /** Who did what to the action, the latest first; for who may see the action. */
  history(actor: Actor, id: string, page: PageRequest): Promise<Page<AuditedChange>> {
    return this.transactions.run(async () => {
      await this.visible(actor, id);
      return this.auditHistory.of('action', id, page);
    });
  }

  /**
   * Takes actions that were left open in the year before into this year; each once, however often asked. What is about
   * a block that has ended stays behind: the plan of a year holds nothing about such a block.
   * @returns how many.
   */
  carryOver(actor: Actor, year: number, actionIds: readonly string[]): Promise<number> {
    return this.transactions.run(async () => {
      requireAllowed(mayEdit(actor));
      const cycle = await this.cycles.ofYear(year);
      const previous = await this.cycles.ofYear(year - 1);
      // First, as it also makes whoever asks the same at the same moment wait.
      let number = await this.actions.nextNumber(cycle.id);
      const { possible } = await this.stillOpenIn(previous);
      const wanted = new Set(actionIds);
      const chosen = possible.filter(({ id }) => wanted.has(id));
      for (const action of chosen) {
        const carried = await this.actions.add({
          ...action,
          id: newId(),
          version: 1,
          cycleId: cycle.id,
          number: number++,
          status: action.status === 'delayed' ? 'planned' : action.status,
          carriedOverFrom: action.id,
        });
        await this.audit.record(actor, {
          action: 'annual-cycle.action-carried-over',
          objectType: 'action',
          objectId: carried.id,
          after: auditable(carried),
        });
        await this.notices.actionAssigned(actor, carried);
      }
      return chosen.length;
    });
  }

  /** What of the year before can still be carried over into a year. */
  openBefore(
    actor: Actor,
    year: number,
  ): Promise<LeftOpen & { readonly persons: ReadonlyMap<string, KnownPerson> }> {
    return this.transactions.run(async () => {
      requireAllowed(mayEdit(actor));
      const previous = await this.cycles.findYear(year - 1);
      const left = previous ? await this.stillOpenIn(previous) : { possible: [], ofEndedBlocks: 0 };
      return { ...left, persons: await this.ownersOf(left.possible) };
    });
  }

  private async stillOpenIn({ id }: AnnualCycle): Promise<LeftOpen> {
    const open = await this.actions.toCarryOver(id);
    const ended = await this.blocks.ended(open.map(({ buildingBlockId }) => buildingBlockId));
    const possible = open.filter(({ buildingBlockId }) => !ended.has(buildingBlockId));
    return { possible, ofEndedBlocks: open.length - possible.length };
  }

  /** Tells the owners of open actions that the quarter in which they should be done is almost over. */
  remindOwners(actor: Actor): Promise<void> {
    const { year, quarter, lastDay, isAlmostOver } = quarterOf(this.clock.today());
    if (!isAlmostOver) return Promise.resolve();
    return this.transactions.run(async () => {
      for (const action of await this.actions.openIn(year, quarter))
        await this.notices.actionDue(actor, action, lastDay);
    });
  }

  private async visible(actor: Actor, id: string): Promise<Action> {
    const action = await this.actions.get(id);
    if (!mayRead(actor, action).allowed) throw new Problem('not-found');
    return action;
  }

  private async shown(action: Action) {
    return { action, persons: await this.ownersOf([action]) };
  }

  private ownersOf(actions: readonly Action[]): Promise<ReadonlyMap<string, KnownPerson>> {
    return this.persons.byIds(actions.flatMap(({ ownerPersonId }) => (ownerPersonId ? [ownerPersonId] : [])));
  }

  private async requireFinding(findingId: string, cycle: AnnualCycle): Promise<void> {
    const finding = await this.findings.find(findingId);
    if (finding?.cycleId === cycle.id) return;
    throw Problem.invalid({
      path: 'findingId',
      code: 'unknown-finding',
      message: {
        nl: 'Deze bevinding hoort niet bij dit jaar.',
        en: 'This finding does not belong to this year.',
      },
    });
  }

  private requireBegun(year: number, quarter: number): void {
    if (firstDayOf(year, quarter) <= this.clock.today()) return;
    throw Problem.invalid({
      path: 'quarter',
      code: 'in-the-future',
      message: { nl: 'Dit kwartaal is nog niet begonnen.', en: 'This quarter has not begun yet.' },
    });
  }

  private recordChange(actor: Actor, before: Action, after: Action): Promise<void> {
    return this.audit.record(actor, {
      action: 'annual-cycle.action-changed',
      objectType: 'action',
      objectId: after.id,
      ...difference(auditable(before), auditable(after)),
    });
  }
}

function euros(amount: number | null | undefined): string | null {
  return amount === null || amount === undefined ? null : amount.toFixed(2);
}

/** What of an action is worth keeping in the history; ids and version are in the entry already. */
function auditable(action: Action) {
  return {
    title: action.title,
    intendedResult: action.intendedResult,
    buildingBlockId: action.buildingBlockId,
    owner: ownerFrom(action),
    quarter: action.quarter,
    budget: action.budget,
    hours: action.hours,
    priority: action.priority,
    status: action.status,
    findingId: action.findingId,
  };
}
