import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody as the directory of the organisation tells of them; tied to a person and the account they sign in with. */
@Entity('directory_user')
export class DirectoryUser {
  /** By which the directory knows the record. Not the id of the person or the account. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('uuid', { name: 'account_id' })
  accountId: string;

  /** Who it is in the directory. */
  @Column('text', { name: 'external_id', nullable: true })
  externalId: string | null;

  @Column('text', { name: 'user_name' })
  userName: string;

  /** The same in small letters: unique among those who were not removed. */
  @Column('text', { name: 'user_name_key' })
  userNameKey: string;

  @Column('text', { name: 'display_name', nullable: true })
  displayName: string | null;

  @Column('text', { name: 'formatted_name', nullable: true })
  formattedName: string | null;

  @Column('text', { name: 'given_name', nullable: true })
  givenName: string | null;

  @Column('text', { name: 'family_name', nullable: true })
  familyName: string | null;

  /** At work. */
  @Column('text', { nullable: true })
  email: string | null;

  /** The personnel number, as the directory knows it. */
  @Column('text', { name: 'employee_number', nullable: true })
  employeeNumber: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'changed_at' })
  changedAt: Date;

  /** When the directory closed the account; what an administrator closed at another moment is not for it to open. */
  @Column('timestamptz', { name: 'closed_at', nullable: true })
  closedAt: Date | null;

  /** Taken out of the directory: from then on it does not exist for the directory. */
  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt: Date | null;
}
