import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdoptionStep } from './adoption-step.js';

export const documentKinds = ['plan', 'report'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentStatuses = ['draft', 'submitted', 'adopted', 'published'] as const;
export type DocumentStatus = (typeof documentStatuses)[number];

/**
 * One revision of the plan or the report of a year (Ambtenarenwet 2017, art. 4(4): the yearly
 * public account). What is adopted never changes; a correction is the next revision.
 */
@Entity('annual_document')
export class AnnualDocument {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'cycle_id' })
  cycleId: string;

  @Column('text')
  kind: DocumentKind;

  /** 1 for the first; higher for corrections. */
  @Column('integer')
  revision: number;

  @Column('text')
  status: DocumentStatus;

  @Column('uuid', { name: 'snapshot_id', nullable: true })
  snapshotId: string | null;

  /** The adoption steps as they were when the document was submitted. */
  @Column('jsonb')
  route: readonly AdoptionStep[];

  @Column('text', { name: 'correction_reason', nullable: true })
  correctionReason: string | null;

  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt: Date | null;

  @Column('date', { name: 'adopted_on', nullable: true })
  adoptedOn: string | null;

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt: Date | null;
}
