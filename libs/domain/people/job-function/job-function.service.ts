import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog, difference } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import type { Ending } from '../period/period.dto.js';
import {
  changeFaults,
  endBeforeStart,
  fault,
  type PossibleFault,
  requireNoFaults,
  requireRightEnd,
} from '../period/period.faults.js';
import { changed, endedOn, type Period, type Timeline, wholeOf } from '../period/timeline.js';
import { mayEditStructure } from '../structure.policy.js';
import type { JobFunctionChange, NewJobFunction } from './job-function.dto.js';
import type { JobFunction, JobFunctionState } from './job-function.entity.js';
import { JobFunctionPeriodRepository, JobFunctionRepository } from './job-function.repository.js';

export interface ShownJobFunction extends JobFunction {
  readonly timeline: Timeline<JobFunctionState>;
  readonly mayChange: boolean;
}

/** What people are employed to do, and what the law or the organisation asks of who does it. */
@Injectable()
export class JobFunctionService {
  constructor(
    private readonly functions: JobFunctionRepository,
    private readonly periods: JobFunctionPeriodRepository,
    private readonly departments: DepartmentPeriodRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param day today when left out. */
  list(actor: Actor, page: PageRequest, day = this.clock.today()): Promise<Page<ShownJobFunction>> {
    return this.transactions.run(async () => {
      const [functions, total] = await this.functions.listOn(day, page);
      const timelines = await this.periods.ofAll(functions.map(({ id }) => id));
      const shown = functions.map(({ id, version }) => ({
        id,
        version,
        timeline: timelines.get(id) ?? [],
        mayChange: mayEditStructure(actor).allowed,
      }));
      return pageOf(page, [shown, total]);
    });
  }

  get(actor: Actor, id: string): Promise<ShownJobFunction> {
    return this.transactions.run(() => this.shown(actor, id));
  }

  /** @throws Problem `invalid-input` with everything that stands in the way. */
  add(actor: Actor, wanted: NewJobFunction): Promise<ShownJobFunction> {
    return this.transactions.run(async () => {
      requireAllowed(mayEditStructure(actor));
      await this.departments.lock();
      const during = { validFrom: wanted.validFrom, validTo: wanted.validTo ?? null };
      requireNoFaults([endBeforeStart('validTo', during), await this.codeFault(wanted.code, during, null)]);
      const { id } = await this.functions.add({ id: newId(), version: 1 });
      await this.write(actor, 'people.function-added', id, [], [{ ...during, ...stateOf(wanted) }]);
      return this.shown(actor, id);
    });
  }

  change(actor: Actor, id: string, version: number, change: JobFunctionChange): Promise<ShownJobFunction> {
    return this.transactions.run(async () => {
      const before = await this.changeable(actor, id, version);
      const { from, until = null, ...changes } = change;
      const during = { validFrom: from, validTo: until ?? wholeOf(before)?.validTo ?? null };
      requireNoFaults([
        ...changeFaults(change, before),
        changes.code !== undefined && (await this.codeFault(changes.code, during, id)),
      ]);
      await this.write(actor, 'people.function-changed', id, before, changed(before, during, changes));
      return this.shown(actor, id);
    });
  }

  /** @throws Problem `conflict` while somebody has it after the last day. */
  end(actor: Actor, id: string, version: number, ending: Ending): Promise<ShownJobFunction> {
    return this.transactions.run(async () => {
      const before = await this.changeable(actor, id, version);
      const lastDay = requireRightEnd(ending, before);
      if (lastDay !== null && (await this.periods.isNeededAfter(id, lastDay))) {
        throw Problem.conflict(
          'Na deze dag heeft nog iemand deze functie.',
          'After this day somebody still has this function.',
        );
      }
      const after = endedOn(before, lastDay);
      const last = after.at(-1);
      requireNoFaults([last !== undefined && (await this.codeFault(last.code, last, id))]);
      await this.write(actor, 'people.function-ended', id, before, after);
      return this.shown(actor, id);
    });
  }

  private async changeable(actor: Actor, id: string, version: number): Promise<Timeline<JobFunctionState>> {
    requireAllowed(mayEditStructure(actor));
    await this.departments.lock();
    await this.functions.change(id, version, {});
    return this.periods.of(id);
  }

  private async codeFault(code: string, during: Period, id: string | null): Promise<PossibleFault> {
    return (
      (await this.periods.isTaken('code', code, during, id)) &&
      fault('code', 'taken', 'Een andere functie heeft deze code al.', 'Another function has this code.')
    );
  }

  private async write(
    actor: Actor,
    action: string,
    id: string,
    before: Timeline<JobFunctionState>,
    after: Timeline<JobFunctionState>,
  ): Promise<void> {
    await this.periods.replace(id, after);
    await this.audit.record(actor, {
      action,
      objectType: 'job-function',
      objectId: id,
      ...difference({ periods: before }, { periods: after }),
    });
  }

  private async shown(actor: Actor, id: string): Promise<ShownJobFunction> {
    const { version } = await this.functions.get(id);
    return { id, version, timeline: await this.periods.of(id), mayChange: mayEditStructure(actor).allowed };
  }
}

function stateOf(wanted: NewJobFunction): JobFunctionState {
  const { code, name, conductCertificateProfile = null } = wanted;
  const { publishesSideActivities = false, reportsFinancialInterests = false, isVulnerable = false } = wanted;
  return {
    code,
    name,
    publishesSideActivities,
    reportsFinancialInterests,
    isVulnerable,
    conductCertificateProfile,
  };
}
