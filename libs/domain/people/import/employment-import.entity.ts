import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ColumnMapping } from './import-columns.js';
import type { ImportTotals } from './import-line.js';
import type { ImportState } from './employment-import.states.js';

/** A file of the HR system on its way into our records: compared first, applied when somebody has seen what it does. */
@Entity('employment_import')
export class EmploymentImport {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('text')
  state: ImportState;

  /** The day the file describes. */
  @Column('date', { name: 'reference_day' })
  referenceDay: string;

  /** The file, until it was read: it may hold more of people than is needed here. */
  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  /** Digest of the file, in hexadecimal: by this it can be shown later which file it was. */
  @Column('text')
  sha256: string;

  /** By column the heading that was asked for; after it was read: all that were found. */
  @Column('jsonb')
  headings: ColumnMapping;

  /** Null until it was compared. */
  @Column('jsonb', { nullable: true })
  totals: ImportTotals | null;

  /** Of all lines, as they are shown. */
  @Column('text', { name: 'plan_hash', nullable: true })
  planHash: string | null;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  /** The account. */
  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy: string | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
