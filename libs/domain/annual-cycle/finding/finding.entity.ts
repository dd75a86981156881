import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InputSourceCode } from '../reference-content/reference-content.js';

/** What the plan starts from: something seen, from one of the five sources. Can become one or more actions. */
@Entity('finding')
export class Finding {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'cycle_id' })
  cycleId: string;

  @Column('text')
  source: InputSourceCode;

  @Column('text')
  title: string;

  @Column('text')
  description: string;

  @Column('uuid', { name: 'building_block_id', nullable: true })
  buildingBlockId: string | null;

  /** Why nothing is done about it this year: it is at rest, and waits for no action. */
  @Column('text', { name: 'reason_for_no_action', nullable: true })
  reasonForNoAction: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;
}
