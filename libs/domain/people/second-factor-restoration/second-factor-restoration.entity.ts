import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That somebody who lost their second factor gets a new beginning: asked by one person, confirmed by another. */
@Entity('second_factor_restoration')
export class SecondFactorRestoration {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  /** Whose account it is. */
  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'requested_by' })
  requestedBy: string;

  @Column('uuid', { name: 'requested_by_person_id' })
  requestedByPersonId: string;

  @Column('timestamptz', { name: 'requested_at' })
  requestedAt: Date;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('uuid', { name: 'confirmed_by_person_id', nullable: true })
  confirmedByPersonId: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
