import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A secret by which the directory of the organisation tells who works there. Only its hash is kept. */
@Entity('provisioning_token')
export class ProvisioningToken {
  @PrimaryColumn('uuid')
  id: string;

  /** Which program has it, in the words of whoever made it. */
  @Column('text')
  label: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer;

  @Column('uuid', { name: 'made_by' })
  madeBy: string;

  @Column('timestamptz', { name: 'made_at' })
  madeAt: Date;

  /** The last day on which it counts. */
  @Column('date', { name: 'last_day' })
  lastDay: string;

  @Column('date', { name: 'last_used_on', nullable: true })
  lastUsedOn: string | null;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;
}
