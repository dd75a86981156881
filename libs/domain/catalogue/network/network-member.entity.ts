import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody in the network of a block: knows of it and helps, without powers. */
@Entity('building_block_member')
export class NetworkMember {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'building_block_id' })
  buildingBlockId: string;

  @Column('uuid', { name: 'person_id' })
  personId: string;

  /** First day, inclusive. */
  @Column('date', { name: 'valid_from' })
  validFrom: string;

  /** Last day, inclusive; null: still a member. */
  @Column('date', { name: 'valid_to', nullable: true })
  validTo: string | null;
}
