import { Injectable } from '@nestjs/common';
import { holds, requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog, difference } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { ManagerLines } from '../employment/manager-lines.service.js';
import { peoplePermissions } from '../people.permissions.js';
import type { Ending } from '../period/period.dto.js';
import {
  changeFaults,
  endBeforeStart,
  fault,
  isGiven,
  type PossibleFault,
  referenceFault,
  requireNoFaults,
  requireRightEnd,
} from '../period/period.faults.js';
import {
  changed,
  endedOn,
  nearestDay,
  onDay,
  type Period,
  type Timeline,
  wholeOf,
} from '../period/timeline.js';
import { PersonRepository } from '../person/person.repository.js';
import { mayEditStructure, mayLookAtDay } from '../structure.policy.js';
import type { DepartmentChange, NewDepartment } from './department.dto.js';
import type { DepartmentState } from './department.entity.js';
import {
  type DepartmentOnDay,
  DepartmentPeriodRepository,
  DepartmentRepository,
} from './department.repository.js';
import { inCircle, type OrganisationChart } from './organisation-chart.js';

export interface ShownDepartments {
  readonly chart: OrganisationChart<DepartmentOnDay>;
  /** Names by id of the person. */
  readonly names: ReadonlyMap<string, string>;
  readonly mayChange: boolean;
}

export interface ShownDepartment extends ShownDepartments {
  readonly department: DepartmentOnDay;
  /** Null for who may not know how it was and will be. */
  readonly timeline: Timeline<DepartmentState> | null;
}

/** The parts of the organisation: what they are called, of what they are part, and who manages them. */
@Injectable()
export class DepartmentService {
  constructor(
    private readonly departments: DepartmentRepository,
    private readonly periods: DepartmentPeriodRepository,
    private readonly lines: ManagerLines,
    private readonly persons: PersonRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param day today when left out. */
  list(actor: Actor, day = this.clock.today()): Promise<ShownDepartments> {
    return this.transactions.run(async () => {
      requireAllowed(mayLookAtDay(actor, day, this.clock.today()));
      const chart = await this.periods.chartOn(day);
      return { chart, names: await this.namesIn(chart.heads), mayChange: mayEditStructure(actor).allowed };
    });
  }

  /** @throws Problem `not-found` when there is no such department on that day. */
  get(actor: Actor, id: string, day = this.clock.today()): Promise<ShownDepartment> {
    return this.transactions.run(async () => {
      await this.departments.get(id);
      requireAllowed(mayLookAtDay(actor, day, this.clock.today()));
      return this.shown(actor, id, day);
    });
  }

  /** @throws Problem `invalid-input` with everything that stands in the way. */
  add(actor: Actor, wanted: NewDepartment): Promise<ShownDepartment> {
    return this.transactions.run(async () => {
      requireAllowed(mayEditStructure(actor));
      await this.periods.lock();
      const { code, name, kind, parentId = null, managerId = null, validFrom, validTo = null } = wanted;
      const state = { code, name, kind, parentId, managerId };
      const during = { validFrom, validTo };
      requireNoFaults([endBeforeStart('validTo', during), ...(await this.faultsOf(state, during, null))]);
      const id = newId();
      await this.departments.addAll([{ id, version: 1 }]);
      await this.write(actor, 'people.department-added', id, [], [{ ...during, ...state }], validFrom);
      return this.shownSomeDay(actor, id);
    });
  }

  change(actor: Actor, id: string, version: number, change: DepartmentChange): Promise<ShownDepartment> {
    return this.transactions.run(async () => {
      requireAllowed(mayEditStructure(actor));
      await this.periods.lock();
      await this.departments.change(id, version, {});
      const before = await this.periods.of(id);
      const { from, until = null, ...changes } = change;
      const during = { validFrom: from, validTo: until ?? wholeOf(before)?.validTo ?? null };
      requireNoFaults([...changeFaults(change, before), ...(await this.faultsOf(changes, during, id))]);
      const after = changed(before, during, changes);
      if (changes.parentId) await this.requireNoCircle(id, after, from);
      await this.write(actor, 'people.department-changed', id, before, after, from);
      return this.shownSomeDay(actor, id);
    });
  }

  /** @throws Problem `conflict` while somebody works there, or something is below it, after the last day. */
  end(actor: Actor, id: string, version: number, ending: Ending): Promise<ShownDepartment> {
    return this.transactions.run(async () => {
      requireAllowed(mayEditStructure(actor));
      await this.periods.lock();
      await this.departments.change(id, version, {});
      const before = await this.periods.of(id);
      const lastDay = requireRightEnd(ending, before);
      const after = endedOn(before, lastDay);
      await this.requireRoomUntil(id, lastDay, before, after);
      const [from = this.clock.today()] = [lastDay ?? [], wholeOf(before)?.validTo ?? []].flat().toSorted();
      await this.write(actor, 'people.department-ended', id, before, after, from);
      return this.shownSomeDay(actor, id);
    });
  }

  private async faultsOf(
    { code, parentId, managerId }: Partial<DepartmentState>,
    during: Period,
    id: string | null,
  ): Promise<PossibleFault[]> {
    return [
      code !== undefined &&
        (await this.periods.isTaken('code', code, during, id)) &&
        fault(
          'code',
          'taken',
          'Een andere afdeling heeft deze code al.',
          'Another department has this code.',
        ),
      await this.parentFault(parentId ?? null, during, id),
      isGiven(managerId) &&
        !(await this.persons.find(managerId)) &&
        fault('managerId', 'unknown-person', 'Deze persoon kennen wij niet.', 'We do not know this person.'),
    ];
  }

  private async parentFault(
    parentId: string | null,
    during: Period,
    id: string | null,
  ): Promise<PossibleFault> {
    if (parentId === null) return false;
    if (parentId === id) return circle();
    return referenceFault('parentId', (await this.periods.ofAll([parentId])).get(parentId), during);
  }

  /** On no day may a department be part of what is part of itself. */
  private async requireNoCircle(
    id: string,
    timeline: Timeline<DepartmentState>,
    from: string,
  ): Promise<void> {
    const timelines = new Map(await this.periods.from(from)).set(id, timeline);
    const starts = [...timelines.values()].flat().map(({ validFrom }) => validFrom);
    for (const day of new Set([from, ...starts.filter((start) => start > from)])) {
      const parentOf = (child: string) => onDay(timelines.get(child) ?? [], day)?.parentId ?? null;
      if (inCircle([id], parentOf)) throw Problem.invalid(circle());
    }
  }

  private async requireRoomUntil(
    id: string,
    lastDay: string | null,
    before: Timeline<DepartmentState>,
    after: Timeline<DepartmentState>,
  ): Promise<void> {
    if (lastDay !== null && (await this.periods.isNeededAfter(id, lastDay))) {
      throw Problem.conflict(
        'Na deze dag werken er nog mensen, of horen er nog afdelingen bij.',
        'After this day people still work there, or other departments are still part of it.',
      );
    }
    const last = after.at(-1);
    const known = wholeOf(before)?.validTo ?? null;
    if (!last || known === null || (lastDay !== null && lastDay <= known)) return;
    const { code, parentId } = last;
    requireNoFaults(await this.faultsOf({ code, parentId }, { validFrom: known, validTo: lastDay }, id));
  }

  private async write(
    actor: Actor,
    action: string,
    id: string,
    before: Timeline<DepartmentState>,
    after: Timeline<DepartmentState>,
    from: string,
  ): Promise<void> {
    await this.lines.keepingOwn(actor, from, [], () => this.periods.replace(id, after));
    await this.lines.requireNoCircleFrom(from);
    await this.audit.record(actor, {
      action,
      objectType: 'department',
      objectId: id,
      ...difference({ periods: before }, { periods: after }),
    });
  }

  /** As it is today; before it begins as on its first day, and after its end as on its last. */
  private async shownSomeDay(actor: Actor, id: string): Promise<ShownDepartment> {
    const whole = wholeOf(await this.periods.of(id));
    return this.shown(actor, id, nearestDay(whole ?? { validFrom: '', validTo: null }, this.clock.today()));
  }

  private async shown(actor: Actor, id: string, day: string): Promise<ShownDepartment> {
    const chart = await this.periods.chartOn(day);
    const department = chart.find(id);
    if (!department) throw new Problem('not-found');
    const timeline = holds(actor, peoplePermissions.readStructure) ? await this.periods.of(id) : null;
    const persons = [department.managerId, ...(timeline ?? []).map(({ managerId }) => managerId)];
    return {
      department,
      chart,
      timeline,
      names: await this.namesIn(persons.filter((personId) => personId !== null)),
      mayChange: mayEditStructure(actor).allowed,
    };
  }

  private async namesIn(personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const persons = await this.persons.byIds([...new Set(personIds)]);
    return new Map(persons.map(({ id, name }) => [id, name]));
  }
}

function circle() {
  return fault(
    'parentId',
    'circle',
    'Een afdeling kan geen deel zijn van zichzelf.',
    'A department can not be part of itself.',
  );
}
