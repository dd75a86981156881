import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AdoptionStep } from '../annual-document/adoption-step.js';

/** By which steps the plan and report of this organisation are adopted. A submitted document keeps its own copy. */
@Entity('adoption_route')
export class AdoptionRoute {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;

  @Column('jsonb')
  steps: readonly AdoptionStep[];
}
