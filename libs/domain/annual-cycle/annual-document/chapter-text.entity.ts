import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RichText } from '@weerbaar/core/richtext';

/** What people wrote in a chapter. Figures stand in it by reference. */
@Entity('chapter_text')
export class ChapterText {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('uuid', { name: 'document_id' })
  documentId: string;

  /** Id of the chapter in the reference content. */
  @Column('text')
  chapter: string;

  @Column('jsonb')
  body: RichText;
}
