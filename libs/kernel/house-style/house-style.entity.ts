import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What makes the pages those of one organisation: two colours and a logo. An organisation has one, from its first day. */
@Entity('house_style')
export class HouseStyle {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  /** `#rrggbb`: under white text, at the top of a page. */
  @Column('text', { name: 'brand_colour' })
  brandColour: string;

  /** `#rrggbb`: of links on white, and under the white text of buttons. */
  @Column('text', { name: 'action_colour' })
  actionColour: string;

  @Column('uuid', { name: 'logo_file_id', nullable: true })
  logoFileId: string | null;
}
