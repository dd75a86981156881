import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@weerbaar/kernel/context';
import type { ActionStatusCode, PriorityCode } from '../reference-content/reference-content.js';

/** Something the organisation will do in a year to make a building block exist or work better. */
@Entity('action')
export class Action {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'cycle_id' })
  cycleId: string;

  /** Counts up within the cycle, so that people can say "action 12". */
  @Column('integer')
  number: number;

  @Column('uuid', { name: 'building_block_id' })
  buildingBlockId: string;

  @Column('text')
  title: string;

  @Column('text', { name: 'intended_result' })
  intendedResult: string;

  @Column('uuid', { name: 'owner_person_id', nullable: true })
  ownerPersonId: string | null;

  @Column('text', { name: 'owner_role', nullable: true })
  ownerRole: Role | null;

  /** Quarter of the year of the cycle in which it should be done, 1 to 4. */
  @Column('smallint')
  quarter: number;

  /** Euros, as text: PostgreSQL's numeric is exact, a JavaScript number is not. */
  @Column('numeric', { nullable: true })
  budget: string | null;

  @Column('integer', { nullable: true })
  hours: number | null;

  @Column('text')
  priority: PriorityCode;

  @Column('text')
  status: ActionStatusCode;

  @Column('uuid', { name: 'finding_id', nullable: true })
  findingId: string | null;

  /** The action of last year that this one goes on with. */
  @Column('uuid', { name: 'carried_over_from', nullable: true })
  carriedOverFrom: string | null;
}
