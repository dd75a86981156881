import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who works for the organisation. How, where and in what function stands in their employments. */
@Entity('person')
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('text')
  name: string;

  @Column('text', { name: 'job_title', nullable: true })
  jobTitle: string | null;

  @Column('text', { nullable: true })
  email: string | null;
}
