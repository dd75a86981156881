import { accountNl, activationNl, factorNl, passwordResetNl, proofNl, refusalNl } from './account.nl.js';
import { annualDocuments } from './annual-documents.nl.js';
import { auditEventsNl } from './audit-events.nl.js';
import { employmentImportsNl } from './employment-imports.nl.js';
import { progressRound } from './progress-round.nl.js';
import { provisioningNl } from './provisioning.nl.js';
import { rightsReviewNl } from './rights-review.nl.js';
import { settingsNl } from './settings.nl.js';

/** What only pages say that come when they are gone to. They bring it along, so that the first page comes sooner. */
export const laterNl = {
  account: accountNl,
  activation: activationNl,
  factor: factorNl,
  proof: proofNl,
  passwordReset: passwordResetNl,
  refusal: refusalNl,
  annualDocuments,
  auditEvents: auditEventsNl,
  imports: employmentImportsNl,
  provisioning: provisioningNl,
  rightsReview: rightsReviewNl,
  round: progressRound,
  settings: settingsNl,
} as const;
