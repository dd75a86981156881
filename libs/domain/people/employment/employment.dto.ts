import { Choice, Day, Hours, Identifier, Line, List, Nested, WholeNumber } from '@weerbaar/kernel/http';
import { StructureAbilities } from '../department/department.dto.js';
import { ChangePeriod } from '../period/period.dto.js';
import { NamedPerson } from '../role-assignment/role-assignment.dto.js';
import { type EmploymentKind, employmentKindCodes } from './employment.entity.js';

const longestNumber = 50;
const hoursOfWeek = 168;

export class NewEmployment {
  @Line({ max: longestNumber, description: 'By which the HR system knows it' })
  personnelNumber: string;

  @Choice(employmentKindCodes, { name: 'EmploymentKind' })
  kind: EmploymentKind;

  @Identifier()
  departmentId: string;

  @Identifier({ optional: true })
  jobFunctionId?: string | null;

  @Hours({ max: hoursOfWeek, optional: true, description: 'Hours a week; null: not known' })
  hoursPerWeek?: number | null;

  @Identifier({ optional: true, description: 'Somebody other than the manager of the department' })
  managerId?: string | null;

  @Day({ description: 'First day' })
  validFrom: string;

  @Day({ optional: true, description: 'Last day; absent: no end is known' })
  validTo?: string | null;
}

/** What changes, and on which days. What is left out stays as it is. */
export class EmploymentChange extends ChangePeriod {
  @Identifier({ omittable: true })
  departmentId?: string;

  @Identifier({ optional: true, description: 'null: none' })
  jobFunctionId?: string | null;

  @Hours({ max: hoursOfWeek, optional: true, description: 'Hours a week; null: not known' })
  hoursPerWeek?: number | null;

  @Identifier({ optional: true, description: 'null: the manager of the department' })
  managerId?: string | null;
}

/** What was recorded wrongly from the beginning. */
export class EmploymentCorrection {
  @Line({ max: longestNumber, omittable: true })
  personnelNumber?: string;

  @Choice(employmentKindCodes, { name: 'EmploymentKind', omittable: true })
  kind?: EmploymentKind;

  @Day({ omittable: true, description: 'First day' })
  validFrom?: string;
}

export class NamedThing {
  @Identifier()
  id: string;

  @Line({ max: 200 })
  name: string;
}

export class EmploymentPeriodView {
  @Day()
  validFrom: string;

  @Day({ optional: true })
  validTo: string | null;

  @Nested(() => NamedThing, { description: 'As it is called at the end of the period, or now' })
  department: NamedThing;

  @Nested(() => NamedThing, { optional: true })
  jobFunction: NamedThing | null;

  @Hours({ max: hoursOfWeek, optional: true })
  hoursPerWeek: number | null;

  @Nested(() => NamedPerson, { optional: true, description: 'null: the manager of the department' })
  manager: NamedPerson | null;
}

export class EmploymentView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Nested(() => NamedPerson)
  person: NamedPerson;

  @Line({ max: longestNumber })
  personnelNumber: string;

  @Choice(employmentKindCodes, { name: 'EmploymentKind' })
  kind: EmploymentKind;

  @Day({ description: 'First day' })
  validFrom: string;

  @Day({ optional: true, description: 'Last day; null: no end is known' })
  validTo: string | null;

  @List(() => EmploymentPeriodView, { max: 1000, description: 'How it was, is and will be' })
  periods: EmploymentPeriodView[];

  @Nested(() => StructureAbilities, { description: 'What you may do' })
  may: StructureAbilities;
}

/** Who manages somebody on a day. */
export class ManagerView {
  @Day()
  on: string;

  @Nested(() => NamedPerson, { optional: true, description: 'null: nobody' })
  manager: NamedPerson | null;
}
