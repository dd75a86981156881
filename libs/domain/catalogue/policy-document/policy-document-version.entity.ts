import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A document as it was adopted. Never changed: a new text is a new version. */
@Entity('policy_document_version')
export class PolicyDocumentVersion {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'policy_document_id' })
  policyDocumentId: string;

  /** From 1, within the document. */
  @Column('integer')
  number: number;

  @Column('uuid', { name: 'file_id', nullable: true })
  fileId: string | null;

  @Column('date', { name: 'adopted_on' })
  adoptedOn: string;

  /** The body: "College van burgemeester en wethouders". */
  @Column('text', { name: 'adopted_by' })
  adoptedBy: string;

  /** First day on which it applies. */
  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** Where everybody can read it: an address, or a place in words. */
  @Column('text', { name: 'publication_place', nullable: true })
  publicationPlace: string | null;

  @Column('text', { name: 'change_note', nullable: true })
  changeNote: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt: Date;

  /** The account; null for the system and the command line. */
  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy: string | null;
}
