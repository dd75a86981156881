import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '@weerbaar/kernel/context';
import type { ThemeCode } from '../theme/theme.js';

/** One instrument of the integrity system, as this organisation has it. */
@Entity('building_block')
export class BuildingBlock {
  @PrimaryColumn('uuid')
  id: string;

  /** Goes up with every change of the block and of what hangs on it. */
  @Column('integer')
  version: number;

  /** Theme and letter, such as `3a`. May be used anew when a block has ended. */
  @Column('text')
  code: string;

  /** The block of the reference content this one began as; null for a block of the organisation's own. */
  @Column('text', { name: 'reference_code', nullable: true })
  referenceCode: string | null;

  @Column('text', { name: 'reference_version', nullable: true })
  referenceVersion: string | null;

  @Column('text')
  theme: ThemeCode;

  @Column('text')
  name: string;

  /** What it is for, in the organisation's own words; null: the words of the reference content. */
  @Column('text', { nullable: true })
  purpose: string | null;

  /** Order within the theme, from 1. */
  @Column('integer')
  position: number;

  @Column('uuid', { name: 'owner_person_id', nullable: true })
  ownerPersonId: string | null;

  @Column('text', { name: 'owner_role', nullable: true })
  ownerRole: Role | null;

  @Column('integer', { name: 'review_interval_months' })
  reviewIntervalMonths: number;

  @Column('date', { name: 'next_review_on', nullable: true })
  nextReviewOn: string | null;

  /** When it came into the catalogue; the first review counts from here, however old the block itself is. */
  @Column('date', { name: 'recorded_on' })
  recordedOn: string;

  /** First day, inclusive. */
  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day, inclusive; null: no end is known. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
