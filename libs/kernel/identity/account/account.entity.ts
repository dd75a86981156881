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

  /** Where links to this account are mailed; apart from the address in the records of staff. */
  @Column('text', { nullable: true })
  email: string | null;

  /** Who the identity provider says they are (`sub`); null until they have signed in there. */
  @Column('text', { name: 'provider_subject', nullable: true })
  providerSubject: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'deactivated_at', nullable: true })
  deactivatedAt: Date | null;
}
