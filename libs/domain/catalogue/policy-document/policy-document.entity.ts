import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyDocumentKind } from './policy-document-kind.js';

/** A document in which the organisation laid down what it does for a block; its text is in its versions. */
@Entity('policy_document')
export class PolicyDocument {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'building_block_id' })
  buildingBlockId: string;

  @Column('text')
  title: string;

  @Column('text')
  kind: PolicyDocumentKind;
}
