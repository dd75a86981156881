import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody is employed to do. All that is known of it stands in its periods. */
@Entity('job_function')
export class JobFunction {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  version: number;
}

/** What a function asks of who has it. */
export interface Designations {
  /** Side activities are made public (Ambtenarenwet 2017, art. 5(1)(c)). */
  readonly publishesSideActivities: boolean;
  /** Financial interests are reported (Ambtenarenwet 2017, art. 5(1)(d)). */
  readonly reportsFinancialInterests: boolean;
  /** With a raised risk: money, information, decisions about others, pressure from outside. */
  readonly isVulnerable: boolean;
  /** Which profile or aspects the certificate of conduct (VOG) is asked for; null: none is needed. */
  readonly conductCertificateProfile: string | null;
}

/** What holds of a function during a period. */
export interface JobFunctionState extends Designations {
  /** By which it is known elsewhere; no two functions bear it on one day. */
  readonly code: string;
  readonly name: string;
}
