import { createHash } from 'node:crypto';
import type { DepartmentState } from '../department/department.entity.js';
import type { Employment, EmploymentKind, EmploymentState } from '../employment/employment.entity.js';
import { firstManagerCircle, type ManagerCircle } from '../employment/manager-circle.js';
import {
  begunOn,
  changed,
  dayBefore,
  endedOn,
  lastStretch,
  onDay,
  type Timeline,
  wholeOf,
} from '../period/timeline.js';
import type { Person } from '../person/person.entity.js';
import { CodeBook } from './code-book.js';
import type { ImportColumn } from './import-columns.js';
import { columnFault, type ImportFault } from './import-fault.js';
import type { Difference, ImportLine, ImportTotals, LineKind } from './import-line.js';
import type { ReadRow } from './import-row.js';
import { KnownPersons, type MatchedPerson, PersonMatching } from './person-matching.js';

/** What is in our records when a file is compared with them. */
export interface KnownPeople {
  readonly persons: readonly Person[];
  readonly employments: readonly Employment[];
  readonly timelines: ReadonlyMap<string, Timeline<EmploymentState>>;
  readonly departments: ReadonlyMap<string, Timeline<DepartmentState>>;
  readonly functions: ReadonlyMap<string, Timeline<{ readonly code: string }>>;
  /** Persons by the personnel number that the directory of the organisation told by SCIM. */
  readonly inDirectory: ReadonlyMap<string, string>;
  /** Who has an account that works, or a role. */
  readonly withAccess: ReadonlySet<string>;
}

export interface ImportedFile {
  readonly rows: readonly ReadRow[];
  /** By column its heading in the file. */
  readonly headings: Readonly<Partial<Record<ImportColumn, string>>>;
  /** The day the file describes: changes count from it, and who is not in the file no longer works here on it. */
  readonly referenceDay: string;
  /** What is wrong with the file as a whole. */
  readonly faults: readonly ImportFault[];
}

export interface PlannedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

export interface PlannedEmployment {
  readonly id: string;
  readonly personId: string;
  readonly personnelNumber: string;
  readonly kind: EmploymentKind;
  readonly timeline: Timeline<EmploymentState>;
}

/** What comes of a file. Nothing of it may be applied while `totals.fault` is more than zero. */
export interface ImportPlan {
  readonly lines: readonly ImportLine[];
  readonly totals: ImportTotals;
  /** The same lines, the same hash: by this it shows that our records changed in between. */
  readonly hash: string;
  readonly newPersons: readonly PlannedPerson[];
  readonly changedPersons: readonly PlannedPerson[];
  readonly newEmployments: readonly PlannedEmployment[];
  readonly changedEmployments: readonly PlannedEmployment[];
  /** Personnel numbers of the file. */
  readonly numbers: readonly string[];
  /** Whose records change, and were there before. */
  readonly touchedPersons: ReadonlySet<string>;
}

export function planImport(file: ImportedFile, known: KnownPeople, newId: () => string): ImportPlan {
  return new Planner(file, known, newId).plan();
}

/** A line in the making. */
interface Draft {
  readonly row: number | null;
  readonly personnelNumber: string | null;
  readonly name: string | null;
  readonly personId: string | null;
  readonly isNew: boolean;
  readonly faults: ImportFault[];
  readonly differences: Difference[];
  employment?: PlannedEmployment;
}

/** A row of which nothing is missing. */
interface WholeRow {
  readonly personnelNumber: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly validFrom: string;
}

/** Circles that are told of: after so many somebody will look at the whole. */
const circlesAtMost = 20;

class Planner {
  private readonly employments: ReadonlyMap<string, Employment>;
  private readonly rowOfNumber = new Map<string, ReadRow>();
  private readonly repeated = new Set<string>();
  private readonly departments: CodeBook;
  private readonly functions: CodeBook;
  private readonly people: PersonMatching;
  /** By person a personnel number of theirs, to show. */
  private readonly numbers = new Map<string, string>();
  private readonly newPersons = new Map<string, PlannedPerson>();
  private readonly changedPersons = new Map<string, PlannedPerson>();
  /** The first day on which something is different. */
  private firstDay: string | undefined;

  constructor(
    private readonly file: ImportedFile,
    private readonly known: KnownPeople,
    private readonly newId: () => string,
  ) {
    this.employments = new Map(known.employments.map((one) => [one.personnelNumber, one]));
    for (const { personId, personnelNumber } of known.employments)
      if (!this.numbers.has(personId)) this.numbers.set(personId, personnelNumber);
    for (const row of file.rows) this.countNumber(row);
    this.departments = new CodeBook(known.departments);
    this.functions = new CodeBook(known.functions);
    const persons = new KnownPersons(known.persons);
    const inDirectory = [...known.inDirectory].map(([number, personId]) => [number, { personId }] as const);
    const bearers = new Map([...inDirectory, ...this.employments]);
    this.people = new PersonMatching(file.rows, bearers, persons, file.headings, newId);
  }

  plan(): ImportPlan {
    const drafts = [...this.file.rows.map((row) => this.ofRow(row)), ...this.leavers()];
    if (this.file.rows.length === 0 && this.file.faults.length === 0) drafts.push(this.ofFile(noRows()));
    for (const fault of this.file.faults) drafts.push(this.ofFile(fault));
    this.markCircles(drafts);
    const lines = this.lines(drafts);
    const planned = drafts.filter(({ employment }) => employment !== undefined);
    return {
      lines,
      totals: this.totals(lines),
      hash: hashOf(lines),
      newPersons: [...this.newPersons.values()],
      changedPersons: [...this.changedPersons.values()],
      newEmployments: planned.flatMap(({ isNew, employment }) => (isNew && employment ? [employment] : [])),
      changedEmployments: planned.flatMap(({ isNew, employment }) =>
        !isNew && employment ? [employment] : [],
      ),
      numbers: [...this.rowOfNumber.keys()],
      touchedPersons: new Set(
        drafts.flatMap(({ personId, differences }) =>
          personId !== null && differences.length > 0 ? [personId] : [],
        ),
      ),
    };
  }

  private countNumber(row: ReadRow): void {
    const { personnelNumber } = row.values;
    if (personnelNumber === undefined) return;
    if (this.rowOfNumber.has(personnelNumber)) this.repeated.add(personnelNumber);
    else this.rowOfNumber.set(personnelNumber, row);
  }

  private ofRow(read: ReadRow): Draft {
    const { row, values } = read;
    const match = this.people.of(read);
    const person = 'id' in match ? match : undefined;
    const before = this.employments.get(values.personnelNumber ?? '');
    const draft: Draft = {
      row,
      personnelNumber: values.personnelNumber ?? null,
      name: values.name ?? null,
      personId: person?.known?.id ?? null,
      isNew: before === undefined,
      faults: [...read.faults],
      differences: [],
    };
    if (this.repeated.has(values.personnelNumber ?? '')) draft.faults.push(this.repeatedNumber());
    if (!('id' in match)) draft.faults.push(match);
    const { personnelNumber, name, departmentCode, validFrom } = values;
    if (
      person &&
      personnelNumber !== undefined &&
      name !== undefined &&
      departmentCode !== undefined &&
      validFrom !== undefined
    ) {
      const whole = { personnelNumber, name, departmentCode, validFrom };
      if (draft.faults.length === 0) this.comparePerson(draft, read, whole, person);
      this.compareEmployment(draft, read, whole, person, before);
    }
    return draft;
  }

  private comparePerson(
    draft: Draft,
    { values }: ReadRow,
    { name }: WholeRow,
    { id, known }: MatchedPerson,
  ): void {
    // An address that the file does not give is one that HR does not know: ours stays.
    const email = values.email ?? known?.email ?? null;
    if (!known) {
      if (!this.newPersons.has(id)) this.newPersons.set(id, { id, name, email });
      if (draft.isNew)
        draft.differences.push(...difference('name', null, name), ...difference('email', null, email));
      return;
    }
    if (this.changedPersons.has(id)) return;
    const differences = [...difference('name', known.name, name), ...difference('email', known.email, email)];
    if (differences.length > 0) this.changedPersons.set(id, { id, name, email });
    draft.differences.push(...differences);
  }

  private compareEmployment(
    draft: Draft,
    read: ReadRow,
    whole: WholeRow,
    person: MatchedPerson,
    before: Employment | undefined,
  ): void {
    const { referenceDay } = this.file;
    const from = whole.validFrom > referenceDay ? whole.validFrom : referenceDay;
    const timeline = before && (this.known.timelines.get(before.id) ?? []);
    const state = this.stateOf(draft, read, whole, person.id, from, timeline);
    if (!state) return;
    const kind = read.values.kind ?? before?.kind ?? 'employee';
    const next = timeline
      ? this.timelineAfter(draft, read, whole, state, timeline)
      : [{ validFrom: whole.validFrom, validTo: read.values.validTo ?? null, ...state }];
    if (!next) return;
    this.requirePlaces(draft, lastStretch(next)[1]);
    this.compare(draft, { before: timeline, after: next, from, kinds: [before?.kind ?? null, kind] });
    if (draft.faults.length > 0) return;
    const same = timeline && before.kind === kind && JSON.stringify(timeline) === JSON.stringify(next);
    if (same) return;
    draft.employment = {
      id: before?.id ?? this.newId(),
      personId: person.id,
      personnelNumber: whole.personnelNumber,
      kind,
      timeline: next,
    };
  }

  /** What the row says holds from a day on; of what the file has no column for, what holds already. */
  private stateOf(
    draft: Draft,
    { values }: ReadRow,
    { departmentCode }: WholeRow,
    personId: string,
    from: string,
    timeline: Timeline<EmploymentState> | undefined,
  ): EmploymentState | undefined {
    const now = timeline && (onDay(timeline, from) ?? timeline.at(-1));
    const departmentId = this.departments.idOf(departmentCode, from);
    if (departmentId === undefined) draft.faults.push(this.unknownDepartment());
    const { jobFunctionCode, hoursPerWeek = now?.hoursPerWeek ?? null } = values;
    let jobFunctionId = now?.jobFunctionId ?? null;
    if (jobFunctionCode !== undefined) {
      const found = jobFunctionCode === null ? null : this.functions.idOf(jobFunctionCode, from);
      if (found === undefined) draft.faults.push(this.unknownFunction());
      jobFunctionId = found ?? null;
    }
    const managerId = this.managerOf(draft, values.managerNumber, personId, now?.managerId ?? null);
    return departmentId === undefined
      ? undefined
      : { personId, departmentId, jobFunctionId, hoursPerWeek, managerId };
  }

  private managerOf(
    draft: Draft,
    number: string | null | undefined,
    personId: string,
    now: string | null,
  ): string | null {
    if (number === undefined) return now;
    if (number === null) return null;
    const row = this.rowOfNumber.get(number);
    const match = row && this.people.of(row);
    const id = match
      ? 'id' in match
        ? match.id
        : null
      : (this.employments.get(number)?.personId ?? undefined);
    if (id === undefined) draft.faults.push(this.unknownManager());
    if (id === personId) {
      draft.faults.push(this.oneself());
      return null;
    }
    return id ?? null;
  }

  /** The employment as it becomes. Undefined: the row doesn't fit what was before. */
  private timelineAfter(
    draft: Draft,
    { values }: ReadRow,
    { validFrom }: WholeRow,
    state: EmploymentState,
    timeline: Timeline<EmploymentState>,
  ): Timeline<EmploymentState> | undefined {
    const { referenceDay } = this.file;
    const [earlier, stretch] = lastStretch(timeline);
    const end = wholeOf(stretch)?.validTo ?? null;
    // Back after they had left: a new stretch beside the old one.
    if (end !== null && end < validFrom)
      return [...timeline, { validFrom, validTo: values.validTo ?? null, ...state }];
    if (earlier.some(({ validTo }) => validTo === null || validTo >= validFrom)) {
      draft.faults.push(this.overlapsEarlier());
      return undefined;
    }
    const begun = wholeOf(stretch)?.validFrom === validFrom ? stretch : begunOn(stretch, validFrom);
    // Who is in a file without last days works here; what is known of an end that is still to come stays.
    const wantedEnd =
      values.validTo === undefined ? (end !== null && end < referenceDay ? null : end) : values.validTo;
    const ended = wantedEnd === end ? begun : endedOn(begun, wantedEnd);
    const from = validFrom > referenceDay ? validFrom : referenceDay;
    if (wantedEnd !== null && wantedEnd < from) return [...earlier, ...ended];
    if (sameState(onDay(ended, from), state)) return [...earlier, ...ended];
    return [...earlier, ...changed(ended, { validFrom: from, validTo: wantedEnd }, state)];
  }

  /** Departments and functions must be there on every day. */
  private requirePlaces(draft: Draft, stretch: Timeline<EmploymentState>): void {
    const { headings } = this.file;
    if (!stretch.every((period) => this.departments.isThere(period.departmentId, period)))
      draft.faults.push(notInForce(headings.departmentCode, 'Deze afdeling', 'This department'));
    if (
      !stretch.every(
        (period) => period.jobFunctionId === null || this.functions.isThere(period.jobFunctionId, period),
      )
    )
      draft.faults.push(notInForce(headings.jobFunctionCode, 'Deze functie', 'This function'));
  }

  private compare(
    draft: Draft,
    {
      before,
      after,
      from,
      kinds,
    }: {
      before: Timeline<EmploymentState> | undefined;
      after: Timeline<EmploymentState>;
      from: string;
      kinds: readonly [string | null, string];
    },
  ): void {
    const old = before && wholeOf(lastStretch(before)[1]);
    const next = wholeOf(lastStretch(after)[1]);
    const was = before && (onDay(before, from) ?? before.at(-1));
    const is = onDay(after, from) ?? after.at(-1);
    const department = (state: EmploymentState | undefined) =>
      state ? this.departments.codeOf(state.departmentId, from) : null;
    const jobFunction = (state: EmploymentState | undefined) =>
      state?.jobFunctionId ? this.functions.codeOf(state.jobFunctionId, from) : null;
    const found = [
      ...difference('kind', ...kinds),
      ...difference('validFrom', old?.validFrom ?? null, next?.validFrom ?? null),
      ...difference('validTo', old?.validTo ?? null, next?.validTo ?? null),
      ...difference('departmentCode', department(was), department(is)),
      ...difference('jobFunctionCode', jobFunction(was), jobFunction(is)),
      ...difference('hoursPerWeek', was?.hoursPerWeek ?? null, is?.hoursPerWeek ?? null),
      ...((was?.managerId ?? null) === (is?.managerId ?? null)
        ? []
        : difference('managerNumber', this.numberOf(was?.managerId), this.numberOf(is?.managerId))),
    ];
    draft.differences.push(...found);
    if (found.length > 0) this.differsFrom(before, after);
  }

  private differsFrom(before: Timeline<EmploymentState> | undefined, after: Timeline<EmploymentState>): void {
    const same = after.findIndex(
      (period, index) => JSON.stringify(period) !== JSON.stringify(before?.[index]),
    );
    const index = Math.max(same, 0);
    const days = [before?.[index], after[index]].flatMap((period) => period?.validFrom ?? []);
    for (const day of days) if (this.firstDay === undefined || day < this.firstDay) this.firstDay = day;
  }

  private numberOf(personId: string | null | undefined): string | null {
    if (personId === null || personId === undefined) return null;
    return this.numbers.get(personId) ?? this.numberInFile.get(personId) ?? null;
  }

  private get numberInFile(): ReadonlyMap<string, string> {
    this.inFile ??= new Map(
      [...this.rowOfNumber].flatMap(([number, row]): [string, string][] => {
        const match = this.people.of(row);
        return 'id' in match ? [[match.id, number]] : [];
      }),
    );
    return this.inFile;
  }

  private inFile: ReadonlyMap<string, string> | undefined;

  /** Those of earlier imports who are not in the file any more: they leave, and stay in our records. */
  private leavers(): Draft[] {
    const { referenceDay } = this.file;
    const names = new Map(this.known.persons.map(({ id, name }) => [id, name]));
    return this.running()
      .filter(({ personnelNumber }) => !this.rowOfNumber.has(personnelNumber))
      .flatMap(({ id, personId, personnelNumber, kind }) => {
        const timeline = this.known.timelines.get(id) ?? [];
        const [earlier, stretch] = lastStretch(timeline);
        const { validFrom, validTo } = wholeOf(stretch) ?? { validFrom: referenceDay, validTo: null };
        // Who would have begun later has worked here on their first day at the least: nothing vanishes.
        const lastDay = validFrom < referenceDay ? dayBefore(referenceDay) : validFrom;
        if (validTo !== null && validTo <= lastDay) return [];
        const after = [...earlier, ...endedOn(stretch, lastDay)];
        this.differsFrom(timeline, after);
        return [
          {
            row: null,
            personnelNumber,
            name: names.get(personId) ?? null,
            personId,
            isNew: false,
            faults: [],
            differences: difference('validTo', validTo, lastDay),
            employment: { id, personId, personnelNumber, kind, timeline: after },
          },
        ];
      });
  }

  /** Employments of earlier imports that have no end yet, or one that is still to come. */
  private running(): readonly Employment[] {
    const { referenceDay } = this.file;
    return this.known.employments.filter(({ id, imported }) => {
      const whole = wholeOf(this.known.timelines.get(id) ?? []);
      return imported && whole && (whole.validTo === null || whole.validTo >= referenceDay);
    });
  }

  private markCircles(drafts: Draft[]): void {
    if (this.firstDay === undefined) return;
    let placements = this.placementsOfManagers(drafts, this.firstDay);
    for (let told = 0; told < circlesAtMost; told += 1) {
      const circle = firstManagerCircle(this.firstDay, this.known.departments, placements);
      if (!circle) return;
      const members = new Set(circle.personIds);
      const inFile = drafts.filter(
        ({ employment }) =>
          employment &&
          members.has(employment.personId) &&
          employment.timeline.some(({ managerId }) => managerId !== null && members.has(managerId)),
      );
      for (const draft of inFile) draft.faults.push(this.inCircle(circle));
      if (inFile.length === 0) {
        drafts.push(this.ofFile(this.inCircle(circle)));
        return;
      }
      placements = placements.map((placement) =>
        members.has(placement.personId) ? { ...placement, managerId: null } : placement,
      );
    }
  }

  private placementsOfManagers(drafts: readonly Draft[], from: string) {
    const planned = new Map(
      drafts.flatMap(({ employment }) =>
        employment ? [[employment.personnelNumber, employment] as const] : [],
      ),
    );
    const unplanned = this.known.employments
      .filter(({ personnelNumber }) => !planned.has(personnelNumber))
      .map((one) => ({ ...one, timeline: this.known.timelines.get(one.id) ?? [] }));
    const all = [...planned.values(), ...unplanned].map(({ personnelNumber, timeline }) => ({
      personnelNumber,
      timeline: timeline.filter(({ validTo }) => validTo === null || validTo >= from),
    }));
    const named = all.flatMap(({ timeline }) => timeline.flatMap(({ managerId }) => managerId ?? []));
    // Departments alone lead upwards only: see OrganisationChart.
    if (named.length === 0) return [];
    const heads = [...this.known.departments.values()].flat().flatMap(({ managerId }) => managerId ?? []);
    const managers = new Set([...named, ...heads]);
    return all.flatMap(({ personnelNumber, timeline }) =>
      timeline
        .filter(({ personId }) => managers.has(personId))
        .map((period) => ({ ...period, personnelNumber })),
    );
  }

  private lines(drafts: readonly Draft[]): ImportLine[] {
    const staying = this.staying(drafts);
    return drafts.map(({ row, personnelNumber, name, personId, isNew, faults, differences }) => {
      const kind = kindOf(isNew, faults, differences);
      const accountRemains =
        kind === 'ended' &&
        personId !== null &&
        !staying.has(personId) &&
        this.known.withAccess.has(personId);
      return { row, personnelNumber, name, personId, kind, differences, faults, accountRemains };
    });
  }

  /** Who works here without a known end. */
  private staying(drafts: readonly Draft[]): ReadonlySet<string> {
    const planned = new Map(
      drafts.flatMap(({ employment }) => (employment ? [[employment.id, employment] as const] : [])),
    );
    const timelines = [
      ...planned.values(),
      ...this.known.employments
        .filter(({ id }) => !planned.has(id))
        .map(({ id, personId }) => ({ personId, timeline: this.known.timelines.get(id) ?? [] })),
    ];
    return new Set(
      timelines.flatMap(({ personId, timeline }) => (timeline.at(-1)?.validTo === null ? [personId] : [])),
    );
  }

  private totals(lines: readonly ImportLine[]): ImportTotals {
    const count = (kind: LineKind) => lines.filter((line) => line.kind === kind).length;
    return {
      added: count('added'),
      changed: count('changed'),
      ended: count('ended'),
      unchanged: count('unchanged'),
      fault: count('fault'),
      accountsRemaining: lines.filter(({ accountRemains }) => accountRemains).length,
      missing: lines.filter(({ kind, row }) => kind === 'ended' && row === null).length,
      running: this.running().length,
    };
  }

  private ofFile(fault: ImportFault): Draft {
    return {
      row: null,
      personnelNumber: null,
      name: null,
      personId: null,
      isNew: false,
      faults: [fault],
      differences: [],
    };
  }

  private repeatedNumber(): ImportFault {
    return columnFault(
      this.file.headings.personnelNumber ?? null,
      'repeated-number',
      'Dit personeelsnummer staat meer dan één keer in het bestand.',
      'This personnel number stands in the file more than once.',
    );
  }

  private unknownDepartment(): ImportFault {
    return columnFault(
      this.file.headings.departmentCode ?? null,
      'unknown-department',
      'Een afdeling met deze code kennen wij niet.',
      'We know no department with this code.',
    );
  }

  private unknownFunction(): ImportFault {
    return columnFault(
      this.file.headings.jobFunctionCode ?? null,
      'unknown-function',
      'Een functie met deze code kennen wij niet.',
      'We know no function with this code.',
    );
  }

  private unknownManager(): ImportFault {
    return columnFault(
      this.file.headings.managerNumber ?? null,
      'unknown-manager',
      'Iemand met dit personeelsnummer staat niet in het bestand en niet in Weerbaar.',
      'Nobody with this personnel number is in the file or in Weerbaar.',
    );
  }

  private oneself(): ImportFault {
    return columnFault(
      this.file.headings.managerNumber ?? null,
      'oneself',
      'Niemand geeft leiding aan zichzelf.',
      'Nobody manages themselves.',
    );
  }

  private inCircle({ day, personIds }: ManagerCircle): ImportFault {
    const numbers = personIds.slice(0, 10).map((id) => this.numberOf(id) ?? '?');
    return columnFault(
      this.file.headings.managerNumber ?? null,
      'manager-circle',
      `Op ${day} zouden deze mensen in een kring leiding geven aan elkaar: ${numbers.join(', ')}.`,
      `On ${day} these people would manage each other in a circle: ${numbers.join(', ')}.`,
    );
  }

  private overlapsEarlier(): ImportFault {
    return columnFault(
      this.file.headings.validFrom ?? null,
      'overlaps-earlier',
      'Op deze dag werkte deze persoon hier al, in een eerdere periode met dit personeelsnummer.',
      'On this day this person worked here already, in an earlier period under this personnel number.',
    );
  }
}

function kindOf(
  isNew: boolean,
  faults: readonly ImportFault[],
  differences: readonly Difference[],
): LineKind {
  if (faults.length > 0) return 'fault';
  if (isNew) return 'added';
  if (differences.length === 0) return 'unchanged';
  return differences.some(({ field, after }) => field === 'validTo' && after !== null) ? 'ended' : 'changed';
}

/** Line by line: the whole in one text would take as much memory again. */
function hashOf(lines: readonly ImportLine[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(JSON.stringify(line));
  return hash.digest('hex');
}

function difference(
  field: string,
  before: string | number | null,
  after: string | number | null,
): Difference[] {
  return before === after ? [] : [{ field, before, after }];
}

function sameState(now: EmploymentState | undefined, wanted: EmploymentState): boolean {
  return (
    now !== undefined &&
    now.departmentId === wanted.departmentId &&
    now.jobFunctionId === wanted.jobFunctionId &&
    now.hoursPerWeek === wanted.hoursPerWeek &&
    now.managerId === wanted.managerId
  );
}

function noRows(): ImportFault {
  return columnFault(
    null,
    'no-rows',
    'Er staan geen rijen in dit bestand, alleen opschriften.',
    'There are no rows in this file, only headings.',
  );
}

function notInForce(column: string | undefined, nl: string, en: string): ImportFault {
  return columnFault(
    column ?? null,
    'not-in-force',
    `${nl} bestaat niet op al deze dagen.`,
    `${en} does not exist on all of these days.`,
  );
}
