import { Flag, Identifier, Line, List, Nested, WholeNumber, Day } from '@weerbaar/kernel/http';
import { ChangePeriod } from '../period/period.dto.js';
import { NamedPerson } from '../role-assignment/role-assignment.dto.js';

const longestCode = 50;
const longestName = 200;
const longestKind = 50;

export class NewDepartment {
  @Line({ max: longestCode, description: 'By which it is known elsewhere' })
  code: string;

  @Line({ max: longestName })
  name: string;

  @Line({ max: longestKind, description: 'In your own words: cluster, department, team' })
  kind: string;

  @Identifier({ optional: true, description: 'Of which it is a part; absent: it stands at the top' })
  parentId?: string | null;

  @Identifier({ optional: true, description: 'The person who manages it' })
  managerId?: string | null;

  @Day({ description: 'First day' })
  validFrom: string;

  @Day({ optional: true, description: 'Last day; absent: no end is known' })
  validTo?: string | null;
}

/** What changes, and on which days. What is left out stays as it is. */
export class DepartmentChange extends ChangePeriod {
  @Line({ max: longestCode, omittable: true })
  code?: string;

  @Line({ max: longestName, omittable: true })
  name?: string;

  @Line({ max: longestKind, omittable: true })
  kind?: string;

  @Identifier({ optional: true, description: 'null: it stands at the top' })
  parentId?: string | null;

  @Identifier({ optional: true, description: 'null: nobody' })
  managerId?: string | null;
}

export class StructureAbilities {
  @Flag({ description: 'Change it and end it' })
  change: boolean;
}

/** A department as it is on one day. */
export class DepartmentView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Line({ max: longestCode })
  code: string;

  @Line({ max: longestName })
  name: string;

  @Line({ max: longestKind })
  kind: string;

  @Identifier({ optional: true })
  parentId: string | null;

  @WholeNumber({ description: 'How many departments stand above it' })
  depth: number;

  @Nested(() => NamedPerson, { optional: true, description: 'null: nobody who works here on that day' })
  manager: NamedPerson | null;

  @Nested(() => StructureAbilities, { description: 'What you may do' })
  may: StructureAbilities;
}

export class DepartmentPeriodView {
  @Day()
  validFrom: string;

  @Day({ optional: true })
  validTo: string | null;

  @Line({ max: longestCode })
  code: string;

  @Line({ max: longestName })
  name: string;

  @Line({ max: longestKind })
  kind: string;

  @Identifier({ optional: true })
  parentId: string | null;

  @Nested(() => NamedPerson, { optional: true })
  manager: NamedPerson | null;
}

export class DepartmentDetails extends DepartmentView {
  @List(() => DepartmentPeriodView, {
    max: 1000,
    optional: true,
    description: 'How it was and will be; null for who may not know',
  })
  periods: DepartmentPeriodView[] | null;
}
