import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The means by which a person signs in. Belongs to one organisation. */
@Entity('account')
export class Account {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** Lower case, unique in the organisation. */
  @Column('text', { name: 'sign_in_name' })
  signInName: string;

  /** Null until the person has chosen a password by a one-time link. */
  @Column('text', { name: 'password_hash', nullable: true })
  passwordHash: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;
}
