import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How the organisation calls itself on its pages, in its mails and documents, and whom people ask about Weerbaar. The
 * operator knows it by the name it was made under. An organisation has one, from its first day.
 */
@Entity('organisation_profile')
export class OrganisationProfile {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('text')
  name: string;

  /** A person or a desk. */
  @Column('text', { name: 'contact_name', nullable: true })
  contactName: string | null;

  @Column('text', { name: 'contact_phone', nullable: true })
  contactPhone: string | null;

  @Column('text', { name: 'contact_email', nullable: true })
  contactEmail: string | null;
}
