import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localised } from '@weerbaar/core/figures';

/** On what footing somebody works here. Codes are stable: they stand in data. */
export const employmentKinds = {
  employee: { nl: 'In dienst', en: 'Employed' },
  'hired-staff': { nl: 'Ingehuurd', en: 'Hired' },
  'self-employed': { nl: 'Zelfstandige', en: 'Self-employed' },
  trainee: { nl: 'Stagiair', en: 'Trainee' },
  'work-placement': { nl: 'Werkervaringsplaats', en: 'Work placement' },
  volunteer: { nl: 'Vrijwilliger', en: 'Volunteer' },
} as const satisfies Record<string, Localised>;

export type EmploymentKind = keyof typeof employmentKinds;

export const employmentKindCodes = Object.keys(employmentKinds) as readonly EmploymentKind[];

/** That a person works here. Somebody may have several, also at once. What changes stands in its periods. */
@Entity('employment')
export class Employment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** By which the HR system knows it; no two employments bear it. */
  @Column('text', { name: 'personnel_number' })
  personnelNumber: string;

  @Column('text')
  kind: EmploymentKind;

  /** Whether the HR system told of it: it ends when it is no longer in its file. */
  @Column('boolean')
  imported: boolean;
}

/** What holds of an employment during a period. */
export interface EmploymentState {
  readonly personId: string;
  readonly departmentId: string;
  readonly jobFunctionId: string | null;
  /** Null: not known, as of many volunteers. */
  readonly hoursPerWeek: number | null;
  /** Somebody other than the manager of the department; null: as the departments say. */
  readonly managerId: string | null;
}

/** Hours of a full week (Cao Gemeenten). */
export const fullTimeHours = 36;
