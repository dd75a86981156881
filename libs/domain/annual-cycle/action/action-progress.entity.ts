import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActionStatusCode } from '../reference-content/reference-content.js';

/** What was reported of an action in a quarter. Added, never changed. */
@Entity('action_progress')
export class ActionProgress {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'action_id' })
  actionId: string;

  @Column('integer')
  year: number;

  @Column('smallint')
  quarter: number;

  @Column('text')
  status: ActionStatusCode;

  @Column('text')
  note: string;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
