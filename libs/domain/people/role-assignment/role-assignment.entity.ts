import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@weerbaar/kernel/context';

/** That a person holds a role for a period, in their own right or as a substitute. */
@Entity('role_assignment')
export class RoleAssignment {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  @Column('text')
  role: Role;

  /** First day, inclusive. */
  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day, inclusive; null while no end is known. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;

  /** Whom they stand in for; null when they hold the role in their own right. */
  @Column('uuid', { name: 'substitute_for', nullable: true })
  substituteFor: string | null;

  /** Null: by the operator or by Weerbaar itself. */
  @Column('uuid', { name: 'given_by', nullable: true })
  givenBy: string | null;

  @Column('uuid', { name: 'given_by_person_id', nullable: true })
  givenByPersonId: string | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt: Date;

  /** It counts only once a second person has confirmed it. */
  @Column('boolean', { name: 'needs_confirmation' })
  needsConfirmation: boolean;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @Column('uuid', { name: 'confirmed_by_person_id', nullable: true })
  confirmedByPersonId: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt: Date | null;

  /** The moment at which it was ended at once, or withdrawn before it was confirmed. */
  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt: Date | null;
}
