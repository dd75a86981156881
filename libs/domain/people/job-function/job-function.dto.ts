import { Day, Flag, Identifier, Line, List, Nested, PageQuery, WholeNumber } from '@weerbaar/kernel/http';
import { StructureAbilities } from '../department/department.dto.js';
import { ChangePeriod } from '../period/period.dto.js';

const longestCode = 50;
const longestName = 200;
const longestProfile = 100;

const words = {
  publishesSideActivities: 'Side activities are made public (Ambtenarenwet 2017, art. 5(1)(c))',
  reportsFinancialInterests: 'Financial interests are reported (Ambtenarenwet 2017, art. 5(1)(d))',
  isVulnerable: 'A function with a raised risk',
  conductCertificateProfile: 'Profile or aspects of the certificate of conduct; null: none is needed',
} as const;

export class JobFunctionQuery extends PageQuery {
  @Day({ omittable: true, description: 'As it is on this day; today when left out' })
  on?: string;
}

export class NewJobFunction {
  @Line({ max: longestCode, description: 'By which it is known elsewhere' })
  code: string;

  @Line({ max: longestName })
  name: string;

  @Flag({ omittable: true, description: words.publishesSideActivities })
  publishesSideActivities?: boolean;

  @Flag({ omittable: true, description: words.reportsFinancialInterests })
  reportsFinancialInterests?: boolean;

  @Flag({ omittable: true, description: words.isVulnerable })
  isVulnerable?: boolean;

  @Line({ max: longestProfile, optional: true, description: words.conductCertificateProfile })
  conductCertificateProfile?: string | null;

  @Day({ description: 'First day' })
  validFrom: string;

  @Day({ optional: true, description: 'Last day; absent: no end is known' })
  validTo?: string | null;
}

/** What changes, and on which days. What is left out stays as it is. */
export class JobFunctionChange extends ChangePeriod {
  @Line({ max: longestCode, omittable: true })
  code?: string;

  @Line({ max: longestName, omittable: true })
  name?: string;

  @Flag({ omittable: true, description: words.publishesSideActivities })
  publishesSideActivities?: boolean;

  @Flag({ omittable: true, description: words.reportsFinancialInterests })
  reportsFinancialInterests?: boolean;

  @Flag({ omittable: true, description: words.isVulnerable })
  isVulnerable?: boolean;

  @Line({ max: longestProfile, optional: true, description: words.conductCertificateProfile })
  conductCertificateProfile?: string | null;
}

export class JobFunctionPeriodView {
  @Day()
  validFrom: string;

  @Day({ optional: true })
  validTo: string | null;

  @Line({ max: longestCode })
  code: string;

  @Line({ max: longestName })
  name: string;

  @Flag({ description: words.publishesSideActivities })
  publishesSideActivities: boolean;

  @Flag({ description: words.reportsFinancialInterests })
  reportsFinancialInterests: boolean;

  @Flag({ description: words.isVulnerable })
  isVulnerable: boolean;

  @Line({ max: longestProfile, optional: true, description: words.conductCertificateProfile })
  conductCertificateProfile: string | null;
}

export class JobFunctionView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @List(() => JobFunctionPeriodView, { max: 1000, description: 'How it was, is and will be' })
  periods: JobFunctionPeriodView[];

  @Nested(() => StructureAbilities, { description: 'What you may do' })
  may: StructureAbilities;
}
