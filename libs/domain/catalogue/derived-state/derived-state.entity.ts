import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AssessmentAspect, DerivedJudgement } from '../assessment/assessment-scale.js';
import type { GroundsCode } from './derived-state.js';

/** What the records said of an aspect from a day on. A row for every change, never changed itself. */
@Entity('derived_state')
export class DerivedState {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'building_block_id' })
  buildingBlockId: string;

  @Column('text')
  aspect: AssessmentAspect;

  @Column('text')
  judgement: DerivedJudgement;

  @Column('text')
  grounds: GroundsCode;

  @Column('date', { name: 'recorded_on' })
  recordedOn: string;
}
