import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A part of the organisation: a cluster, a department, a team. All that is known of it stands in its periods. */
@Entity('department')
export class Department {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;
}

/** What holds of a department during a period. */
export interface DepartmentState {
  /** By which it is known elsewhere; no two departments bear it on one day. */
  readonly code: string;
  readonly name: string;
  /** In the words of the organisation: cluster, department, team. */
  readonly kind: string;
  /** Of which it is a part; null: it stands at the top. */
  readonly parentId: string | null;
  readonly managerId: string | null;
}
