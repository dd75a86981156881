import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localised } from '@weerbaar/core/figures';

/** What came of a line: the right stays, the reviewer took it away, or it was over before the line was signed. */
export const outcomeNames = {
  kept: { nl: 'Behouden', en: 'Kept' },
  withdrawn: { nl: 'Ingetrokken', en: 'Withdrawn' },
  ended: { nl: 'Al beëindigd', en: 'Ended already' },
} as const satisfies Record<string, Localised>;

export type ReviewOutcome = keyof typeof outcomeNames;

export const reviewOutcomes = Object.keys(outcomeNames) as readonly ReviewOutcome[];

/** One right of one person that somebody else signs for: a role, or the account of who works here no more. */
@Entity('rights_review_line')
export class RightsReviewLine {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'review_id' })
  reviewId: string;

  /** Whose right it is. */
  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** Either this or an account. */
  @Column('uuid', { name: 'assignment_id', nullable: true })
  assignmentId: string | null;

  @Column('uuid', { name: 'account_id', nullable: true })
  accountId: string | null;

  /** Null: there is nobody who may review it yet. */
  @Column('uuid', { name: 'reviewer_person_id', nullable: true })
  reviewerPersonId: string | null;

  @Column('text', { nullable: true })
  outcome: ReviewOutcome | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('timestamptz', { name: 'signed_at', nullable: true })
  signedAt: Date | null;

  @Column('uuid', { name: 'signed_by', nullable: true })
  signedBy: string | null;

  @Column('uuid', { name: 'signed_by_person_id', nullable: true })
  signedByPersonId: string | null;
}
