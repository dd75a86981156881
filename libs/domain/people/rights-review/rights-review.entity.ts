import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReviewKind } from './review-period.js';

/** That the rights of one day are looked at again. Nothing of it changes: what goes on is in its lines. */
@Entity('rights_review')
export class RightsReview {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  kind: ReviewKind;

  /** `yyyy`, or `yyyy-Qn` of a quarterly review. */
  @Column('text')
  period: string;

  /** The day whose rights are reviewed. */
  @Column('date', { name: 'reference_day' })
  referenceDay: string;

  /** The last day to sign in time. */
  @Column('date', { name: 'due_day' })
  dueDay: string;

  @Column('timestamptz', { name: 'started_at' })
  startedAt: Date;

  /** Null: by the schedule. */
  @Column('uuid', { name: 'started_by', nullable: true })
  startedBy: string | null;
}
