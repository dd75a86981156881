import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssessmentAspect, AssessmentJudgement } from './assessment-scale.js';

/** What somebody judged of one aspect of a block. Never changed: a new view is a new assessment. */
@Entity('assessment')
export class Assessment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'building_block_id' })
  buildingBlockId: string;

  @Column('text')
  aspect: AssessmentAspect;

  /** The period that was looked at; both days inclusive. */
  @Column('date', { name: 'period_from' })
  periodFrom: string;

  @Column('date', { name: 'period_to' })
  periodTo: string;

  @Column('text')
  judgement: AssessmentJudgement;

  @Column('text')
  reason: string;

  /** What was seen that carries the judgement. */
  @Column('text')
  evidence: string;

  @Column('uuid', { name: 'evidence_file_id', nullable: true })
  evidenceFileId: string | null;

  @Column('date', { name: 'assessed_on' })
  assessedOn: string;

  /** The account; null for the system and the command line. */
  @Column('uuid', { name: 'assessed_by', nullable: true })
  assessedBy: string | null;
}
