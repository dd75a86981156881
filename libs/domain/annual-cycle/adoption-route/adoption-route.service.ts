import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { OrganisationSetup } from '@weerbaar/kernel/organisations';
import { Problem } from '@weerbaar/kernel/problems';
import type { AdoptionStep } from '../annual-document/adoption-step.js';
import { referenceContent } from '../reference-content/reference-content.js';
import type { AdoptionRoute } from './adoption-route.entity.js';
import { AdoptionRouteRepository } from './adoption-route.repository.js';

@Injectable()
export class AdoptionRouteService implements OnModuleInit {
  constructor(
    private readonly routes: AdoptionRouteRepository,
    private readonly setup: OrganisationSetup,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.setup.register({ part: 'annual-cycle', setUp: (actor) => this.begin(actor) });
  }

  get(_actor: Actor): Promise<AdoptionRoute> {
    return this.transactions.run(() => this.routes.current());
  }

  /**
   * Replaces the route. Documents that were submitted already go on along the route they began.
   * @throws Problem `invalid-input` when no step decides: a document could then never be adopted.
   */
  replace(
    actor: Actor,
    version: number,
    steps: readonly Omit<AdoptionStep, 'sequence'>[],
  ): Promise<AdoptionRoute> {
    return this.transactions.run(async () => {
      requireDecision(steps);
      const before = await this.routes.current();
      const after = await this.routes.change(before.id, version, { steps: numbered(steps) });
      await this.audit.record(actor, {
        action: 'annual-cycle.adoption-route-changed',
        objectType: 'adoption-route',
        objectId: after.id,
        before: { steps: before.steps },
        after: { steps: after.steps },
      });
      return after;
    });
  }

  private async begin(actor: Actor): Promise<void> {
    const steps = referenceContent.adoptionSteps.map(({ body, name, kind, recordedBy }) => ({
      body,
      nameNl: name.nl,
      nameEn: name.en,
      kind,
      recordedByRole: recordedBy,
    }));
    const route = await this.routes.add({ id: newId(), version: 1, steps: numbered(steps) });
    await this.audit.record(actor, {
      action: 'annual-cycle.adoption-route-set',
      objectType: 'adoption-route',
      objectId: route.id,
    });
  }
}

function numbered(steps: readonly Omit<AdoptionStep, 'sequence'>[]): AdoptionStep[] {
  return steps.map((step, index) => ({ ...step, sequence: index + 1 }));
}

function requireDecision(steps: readonly Pick<AdoptionStep, 'kind'>[]): void {
  if (steps.some(({ kind }) => kind === 'decision')) return;
  throw Problem.invalid({
    path: 'steps',
    code: 'no-decision',
    message: {
      nl: 'Neem ten minste één stap op waarin iemand besluit.',
      en: 'Include at least one step in which somebody decides.',
    },
  });
}
