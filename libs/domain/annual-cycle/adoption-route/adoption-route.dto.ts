import type { Role } from '@weerbaar/kernel/context';
import { Choice, Identifier, Line, List, WholeNumber } from '@weerbaar/kernel/http';
import { annualCyclePermissions } from '../annual-cycle.permissions.js';
import { type AdoptionStepKind, adoptionStepKinds } from '../reference-content/reference-content.js';

/** Any other role would leave a document waiting for ever: nobody could record the step. */
const decidingRoles = [...annualCyclePermissions.decide.roles];

export class AdoptionStepInput {
  @Line({ max: 50, pattern: /^[a-z][a-z-]*$/, description: 'Code of the body: "college"' })
  body: string;

  @Line({ max: 100 })
  nameNl: string;

  @Line({ max: 100 })
  nameEn: string;

  @Choice(adoptionStepKinds, { name: 'AdoptionStepKind' })
  kind: AdoptionStepKind;

  @Choice(decidingRoles, { name: 'DecidingRole', description: 'Who records what the body decided' })
  recordedByRole: Role;
}

export class AdoptionRouteChange {
  @List(() => AdoptionStepInput, { min: 1, max: 20, description: 'In order' })
  steps: AdoptionStepInput[];
}

export class AdoptionRouteStepView extends AdoptionStepInput {
  @WholeNumber()
  sequence: number;
}

export class AdoptionRouteView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @List(() => AdoptionRouteStepView, { max: 20 })
  steps: AdoptionRouteStepView[];
}
