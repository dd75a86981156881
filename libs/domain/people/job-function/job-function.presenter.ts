import type { JobFunctionView } from './job-function.dto.js';
import type { ShownJobFunction } from './job-function.service.js';

/** For those who look after functions and what is designated. */
export function functionForKeeper({ id, version, timeline, mayChange }: ShownJobFunction): JobFunctionView {
  return {
    id,
    version,
    periods: timeline.map((period) => ({
      validFrom: period.validFrom,
      validTo: period.validTo,
      code: period.code,
      name: period.name,
      publishesSideActivities: period.publishesSideActivities,
      reportsFinancialInterests: period.reportsFinancialInterests,
      isVulnerable: period.isVulnerable,
      conductCertificateProfile: period.conductCertificateProfile,
    })),
    may: { change: mayChange },
  };
}
