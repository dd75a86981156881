import { Transform } from 'class-transformer';
import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  Day,
  Flag,
  Identifier,
  Instant,
  Line,
  List,
  Nested,
  PageQuery,
  Text,
  WholeNumber,
} from '@weerbaar/kernel/http';
import { importStates } from './employment-import.states.js';
import { importColumnNames } from './import-columns.js';
import { type LineKind, lineKinds } from './import-line.js';

const jobStates = ['queued', 'running', 'done', 'failed'] as const;
const longestMapping = 5_000;

export class NewEmploymentImport {
  @Day({
    description:
      'The day the file describes. Changes count from it; who is not in the file does not work here on it',
  })
  referenceDay: string;

  @Text({
    max: longestMapping,
    optional: true,
    description: `Headings of the file, as JSON: {"personnelNumber": "Nr.", …}. Usual Dutch headings need not be named. Columns: ${importColumnNames.join(', ')}`,
  })
  columns?: string | null;
}

export class Confirmation {
  @Flag({
    omittable: true,
    description:
      'That it is meant that more than a fifth of all employments ends: so many are not in the file any more',
  })
  endsMany?: boolean;
}

export class ImportLineQuery extends PageQuery {
  @Choice(lineKinds, { name: 'ImportLineKind', omittable: true })
  kind?: LineKind;

  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @Flag({ omittable: true, description: 'Only who leaves and still has an account or roles' })
  accountRemains?: boolean;
}

export class ImportTotalsView {
  @WholeNumber()
  added: number;

  @WholeNumber()
  changed: number;

  @WholeNumber()
  ended: number;

  @WholeNumber()
  unchanged: number;

  @WholeNumber({ description: 'Rows with faults; while there are any, nothing can be applied' })
  fault: number;

  @WholeNumber({ description: 'Who leave and still have an account or roles, for an administrator to end' })
  accountsRemaining: number;

  @WholeNumber({ description: 'Of those that end: who are not in the file any more' })
  missing: number;

  @WholeNumber({ description: 'Imported employments that run on the reference day' })
  running: number;
}

class ImportAbilities {
  @Flag()
  confirm: boolean;
}

export class EmploymentImportView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Choice(importStates, { name: 'EmploymentImportState' })
  state: string;

  @Day()
  referenceDay: string;

  @Line({ max: 64, description: 'SHA-256 of the file' })
  sha256: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'By column its heading in the file',
  })
  columns: Readonly<Record<string, string>>;

  @Nested(() => ImportTotalsView, { optional: true, description: 'null until the file was compared' })
  totals: ImportTotalsView | null;

  @Instant()
  requestedAt: string;

  @Instant({ optional: true })
  endedAt: string | null;

  @Choice(jobStates, { name: 'JobState' })
  jobState: string;

  @Line({ max: 50, optional: true, description: 'The step that is being done' })
  step: string | null;

  @WholeNumber({ max: 100, description: 'Percent' })
  progress: number;

  @Flag({ description: 'Whether so many would end that confirming must say that it is meant' })
  endsMany: boolean;

  @Nested(() => ImportAbilities, { description: 'What you may do' })
  may: ImportAbilities;
}

class ImportDifferenceView {
  @Line({ max: 50, description: 'As the columns are called' })
  field: string;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true })
  before: string | number | null;

  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true })
  after: string | number | null;
}

class ImportFaultView {
  @Line({ max: 200, optional: true, description: 'Heading in the file; null: the whole row or file' })
  column: string | null;

  @Line({ max: 50 })
  code: string;

  @Line({ max: 500 })
  message: string;
}

export class ImportLineView {
  @WholeNumber({
    optional: true,
    description: 'Row of the file, the headings being 1; null: not in the file',
  })
  row: number | null;

  @Line({ max: 50, optional: true })
  personnelNumber: string | null;

  @Line({ max: 200, optional: true })
  name: string | null;

  @Identifier({ optional: true, description: 'Of somebody who was known already' })
  personId: string | null;

  @Choice(lineKinds, { name: 'ImportLineKind' })
  kind: LineKind;

  @List(() => ImportDifferenceView, { max: 20 })
  differences: ImportDifferenceView[];

  @List(() => ImportFaultView, { max: 40 })
  faults: ImportFaultView[];

  @Flag({ description: 'Whether they leave and still have an account or roles' })
  accountRemains: boolean;
}
