import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog, difference } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import type { Fault } from '@weerbaar/kernel/problems';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import { EmploymentDirectory } from '../employment-directory.js';
import { JobFunctionPeriodRepository } from '../job-function/job-function.repository.js';
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
  begunOn,
  changed,
  endedOn,
  nearestDay,
  onDay,
  type Period,
  type Timeline,
  wholeOf,
} from '../period/timeline.js';
import { PersonRepository } from '../person/person.repository.js';
import { mayEditEmployments, mayReadEmployments } from '../structure.policy.js';
import type { EmploymentChange, EmploymentCorrection, NewEmployment } from './employment.dto.js';
import type { Employment, EmploymentState } from './employment.entity.js';
import { EmploymentPeriodRepository, EmploymentRepository } from './employment.repository.js';
import { ManagerLines } from './manager-lines.service.js';

/** Employments with what a reader needs beside them. */
export interface ShownEmployments {
  readonly employments: readonly Employment[];
  readonly timelines: ReadonlyMap<string, Timeline<EmploymentState>>;
  /** Names by id of persons, departments and functions. */
  readonly names: ReadonlyMap<string, string>;
  readonly mayChange: boolean;
}

export interface WantedEmployment extends NewEmployment {
  readonly personId: string;
}

/** What an employment may refer to. */
interface Known {
  readonly persons: ReadonlySet<string>;
  readonly departments: ReadonlyMap<string, Timeline<object>>;
  readonly functions: ReadonlyMap<string, Timeline<object>>;
  /** Personnel numbers that are borne already, with the id of the employment. */
  readonly numbers: ReadonlyMap<string, string>;
}

/** Who works where, in which function, under whom, on which day. What ends stays, and so does what was corrected: in the audit log. */
@Injectable()
export class EmploymentService {
  constructor(
    private readonly employments: EmploymentRepository,
    private readonly periods: EmploymentPeriodRepository,
    private readonly departments: DepartmentPeriodRepository,
    private readonly functions: JobFunctionPeriodRepository,
    private readonly lines: ManagerLines,
    private readonly directory: EmploymentDirectory,
    private readonly persons: PersonRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  ofPerson(actor: Actor, personId: string): Promise<ShownEmployments> {
    return this.transactions.run(async () => {
      await this.persons.get(personId);
      await this.requireMayRead(actor, personId);
      return this.shown(actor, personId, await this.employments.ofPerson(personId));
    });
  }

  get(actor: Actor, id: string): Promise<ShownEmployments> {
    return this.transactions.run(async () => {
      const employment = await this.employments.get(id);
      await this.requireMayRead(actor, employment.personId);
      return this.shown(actor, employment.personId, [employment]);
    });
  }

  /** @throws Problem `invalid-input` with everything that stands in the way. */
  add(actor: Actor, personId: string, wanted: NewEmployment): Promise<ShownEmployments> {
    return this.transactions.run(async () => {
      await this.persons.get(personId);
      requireAllowed(mayEditEmployments(actor, personId));
      await this.departments.lock();
      const known = await this.knownTo([{ ...wanted, personId }]);
      requireNoFaults(faultsOfNew({ ...wanted, personId }, known));
      return this.shown(actor, personId, await this.write(actor, [{ ...wanted, personId }]));
    });
  }

  /**
   * Many at once, all or none: what is referred to is looked up once, and lines of managers are followed once.
   * @throws Problem `invalid-input` with the faults of all, by their place: `3.departmentId`.
   */
  addAll(actor: Actor, wanted: readonly WantedEmployment[]): Promise<readonly Employment[]> {
    return this.transactions.run(async () => {
      for (const { personId } of wanted) requireAllowed(mayEditEmployments(actor, personId));
      await this.departments.lock();
      const known = await this.knownTo(wanted);
      const twice = repeated(wanted.map(({ personnelNumber }) => personnelNumber));
      requireNoFaults(
        wanted.flatMap((one, index) =>
          [...faultsOfNew(one, known), twice.has(one.personnelNumber) && numberTaken()].map(
            (found) => found && { ...found, path: `${index}.${found.path}` },
          ),
        ),
      );
      return this.write(actor, wanted);
    });
  }

  change(actor: Actor, id: string, version: number, change: EmploymentChange): Promise<ShownEmployments> {
    return this.transactions.run(async () => {
      const { personId } = await this.changeable(actor, id);
      const before = await this.periods.of(id);
      const { from, until = null, ...changes } = change;
      const during = { validFrom: from, validTo: until ?? wholeOf(before)?.validTo ?? null };
      requireNoFaults(changeFaults(change, before));
      const known = await this.knownTo([{ ...changes, personId }]);
      requireNoFaults(faultsOfState({ ...changes, personId }, during, known));
      const employment = await this.employments.change(id, version, {});
      await this.rewrite(actor, 'people.employment-changed', id, before, changed(before, during, changes));
      return this.shown(actor, personId, [employment]);
    });
  }

  /** Corrects what was recorded wrongly from the beginning. */
  correct(
    actor: Actor,
    id: string,
    version: number,
    { validFrom, ...fields }: EmploymentCorrection,
  ): Promise<ShownEmployments> {
    return this.transactions.run(async () => {
      const old = await this.changeable(actor, id);
      const before = await this.periods.of(id);
      const after = validFrom === undefined ? before : begunOn(before, validFrom);
      const known = await this.knownTo([...after, { ...fields, personId: old.personId }]);
      const bearer = known.numbers.get(fields.personnelNumber ?? '');
      const end = wholeOf(before)?.validTo ?? null;
      requireNoFaults([
        validFrom !== undefined && endBeforeStart('validFrom', { validFrom, validTo: end }),
        bearer !== undefined && bearer !== id && numberTaken(),
        ...after.slice(0, 1).flatMap((first) => faultsOfState(first, first, known)),
      ]);
      const employment = await this.employments.change(id, version, fields);
      const { version: _, ...corrected } = difference(old, employment).after;
      await this.rewrite(actor, 'people.employment-corrected', id, before, after, corrected);
      return this.shown(actor, old.personId, [employment]);
    });
  }

  /** After the last day the person has left; the employment stays. */
  end(actor: Actor, id: string, version: number, ending: Ending): Promise<ShownEmployments> {
    return this.transactions.run(async () => {
      await this.changeable(actor, id);
      const before = await this.periods.of(id);
      const after = endedOn(before, requireRightEnd(ending, before));
      const known = await this.knownTo(after);
      requireNoFaults(after.slice(-1).flatMap((last) => faultsOfState(last, last, known)));
      const employment = await this.employments.change(id, version, {});
      await this.rewrite(actor, 'people.employment-ended', id, before, after);
      return this.shown(actor, employment.personId, [employment]);
    });
  }

  private async changeable(actor: Actor, id: string): Promise<Employment> {
    const employment = await this.employments.get(id);
    requireAllowed(mayEditEmployments(actor, employment.personId));
    await this.departments.lock();
    return employment;
  }

  private async requireMayRead(actor: Actor, personId: string): Promise<void> {
    const isManager =
      actor.personId !== null &&
      (await this.directory.isManagerOf(actor.personId, personId, this.clock.today()));
    requireAllowed(mayReadEmployments(actor, personId, isManager));
  }

  private async knownTo(wanted: readonly Partial<WantedEmployment>[]): Promise<Known> {
    const all = (values: readonly (string | null | undefined)[]) => [...new Set(values.filter(isGiven))];
    const persons = await this.persons.byIds(
      all(wanted.flatMap(({ personId, managerId }) => [personId, managerId])),
    );
    return {
      persons: new Set(persons.map(({ id }) => id)),
      departments: await this.departments.ofAll(all(wanted.map(({ departmentId }) => departmentId))),
      functions: await this.functions.ofAll(all(wanted.map(({ jobFunctionId }) => jobFunctionId))),
      numbers: await this.employments.withNumbers(all(wanted.map(({ personnelNumber }) => personnelNumber))),
    };
  }

  private async write(actor: Actor, wanted: readonly WantedEmployment[]): Promise<readonly Employment[]> {
    const made = wanted.map((one) => ({ employment: employmentFrom(one), timeline: [periodFrom(one)] }));
    const [first] = wanted.map(({ validFrom }) => validFrom).toSorted();
    if (first === undefined) return [];
    await this.employments.addAll(made.map(({ employment }) => employment));
    const persons = wanted.map(({ personId }) => personId);
    await this.lines.keepingOwn(actor, first, persons, () =>
      this.periods.add(made.map(({ employment: { id }, timeline }) => ({ id, timeline }))),
    );
    await this.lines.requireNoCircleFrom(first);
    for (const { employment, timeline } of made) {
      const { id, personId, personnelNumber, kind } = employment;
      await this.audit.record(actor, {
        action: 'people.employment-added',
        objectType: 'employment',
        objectId: id,
        after: { personId, personnelNumber, kind, periods: timeline },
      });
    }
    return made.map(({ employment }) => employment);
  }

  private async rewrite(
    actor: Actor,
    action: string,
    id: string,
    before: Timeline<EmploymentState>,
    after: Timeline<EmploymentState>,
    corrected: object = {},
  ): Promise<void> {
    const from = firstDifference(before, after);
    const persons = before.map(({ personId }) => personId);
    await this.lines.keepingOwn(actor, from, persons, () => this.periods.replace(id, after));
    await this.lines.requireNoCircleFrom(from);
    const periods = difference({ periods: before }, { periods: after });
    await this.audit.record(actor, {
      action,
      objectType: 'employment',
      objectId: id,
      before: periods.before,
      after: { ...periods.after, ...corrected },
    });
  }

  private async shown(
    actor: Actor,
    personId: string,
    employments: readonly Employment[],
  ): Promise<ShownEmployments> {
    const timelines = await this.periods.ofAll(employments.map(({ id }) => id));
    const periods = [...timelines.values()].flat();
    const functionIds = periods.flatMap(({ jobFunctionId }) => jobFunctionId ?? []);
    const managerIds = periods.flatMap(({ managerId }) => managerId ?? []);
    const persons = await this.persons.byIds([...new Set([personId, ...managerIds])]);
    const things = [
      ...(await this.departments.ofAll(periods.map(({ departmentId }) => departmentId))),
      ...(await this.functions.ofAll(functionIds)),
    ];
    const today = this.clock.today();
    return {
      employments,
      timelines,
      names: new Map([
        ...persons.map(({ id, name }) => [id, name] as const),
        ...things.map(([id, timeline]) => [id, nameNear(timeline, today)] as const),
      ]),
      mayChange: mayEditEmployments(actor, personId).allowed,
    };
  }
}

/** What it is called today, or was called last, or will be called first. */
function nameNear(timeline: Timeline<{ readonly name: string }>, today: string): string {
  const whole = wholeOf(timeline);
  return (whole && onDay(timeline, nearestDay(whole, today))?.name) ?? '';
}

/** Before this day both are the same. */
function firstDifference(before: Timeline<EmploymentState>, after: Timeline<EmploymentState>): string {
  const different = before.findIndex(
    (period, index) => JSON.stringify(period) !== JSON.stringify(after[index]),
  );
  const index = Math.max(different, 0);
  return [before[index], after[index]].flatMap((period) => period?.validFrom ?? []).toSorted()[0] ?? '';
}

function employmentFrom({ personId, personnelNumber, kind }: WantedEmployment): Employment {
  return { id: newId(), version: 1, personId, personnelNumber, kind, imported: false };
}

function periodFrom(wanted: WantedEmployment): EmploymentState & Period {
  const { personId, departmentId, jobFunctionId = null, hoursPerWeek = null, managerId = null } = wanted;
  const { validFrom, validTo = null } = wanted;
  return { validFrom, validTo, personId, departmentId, jobFunctionId, hoursPerWeek, managerId };
}

function faultsOfNew(wanted: WantedEmployment, known: Known): PossibleFault[] {
  const during = { validFrom: wanted.validFrom, validTo: wanted.validTo ?? null };
  return [
    !known.persons.has(wanted.personId) && unknownPerson('personId'),
    known.numbers.has(wanted.personnelNumber) && numberTaken(),
    endBeforeStart('validTo', during),
    ...faultsOfState(wanted, during, known),
  ];
}

function faultsOfState(
  { personId, departmentId, jobFunctionId, managerId }: Partial<WantedEmployment>,
  during: Period,
  { persons, departments, functions }: Known,
): PossibleFault[] {
  return [
    departmentId !== undefined && referenceFault('departmentId', departments.get(departmentId), during),
    isGiven(jobFunctionId) && referenceFault('jobFunctionId', functions.get(jobFunctionId), during),
    isGiven(managerId) && !persons.has(managerId) && unknownPerson('managerId'),
    isGiven(managerId) &&
      managerId === personId &&
      fault('managerId', 'oneself', 'Niemand geeft leiding aan zichzelf.', 'Nobody manages themselves.'),
  ];
}

function unknownPerson(path: string): Fault {
  return fault(path, 'unknown-person', 'Deze persoon kennen wij niet.', 'We do not know this person.');
}

function numberTaken(): Fault {
  return fault(
    'personnelNumber',
    'taken',
    'Een ander dienstverband heeft dit personeelsnummer al.',
    'Another employment has this personnel number.',
  );
}

function repeated(values: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return twice;
}
