import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PhaseCode } from '../reference-content/reference-content.js';

/** One year of planning, doing, looking back and accounting. */
@Entity('annual_cycle')
export class AnnualCycle {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('integer')
  year: number;

  @Column('text')
  phase: PhaseCode;
}
