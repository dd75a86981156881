import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import { AnnualCycleNotices } from '../annual-cycle.notices.js';
import { AnnualCycleRepository } from '../cycle/annual-cycle.repository.js';
import type { NewDecision } from './annual-document.dto.js';
import {
  type AdoptionDecision,
  adoptionDay,
  type AdoptionStep,
  currentStep,
  outcomeOfKind,
} from './adoption-step.js';
import type { AnnualDocument } from './annual-document.entity.js';
import { mayDecide } from './annual-document.policy.js';
import { AnnualDocumentRepository } from './annual-document.repository.js';
import { requirePossible } from './annual-document.states.js';

/** Records what the bodies decided, one step after the other. */
@Injectable()
export class AdoptionService {
  constructor(
    private readonly documents: AnnualDocumentRepository,
    private readonly cycles: AnnualCycleRepository,
    private readonly notices: AnnualCycleNotices,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  decide(actor: Actor, id: string, version: number, decision: NewDecision): Promise<void> {
    return this.transactions.run(async () => {
      const document = await this.documents.holdAsSeen(id, version);
      requirePossible(document.status, 'decide');
      const earlier = await this.documents.decisionsOf(id);
      const step = currentStep(document.route, earlier);
      if (!step) throw Problem.conflict('Alle stappen zijn al gezet.', 'All steps have been taken already.');
      requireAllowed(mayDecide(actor, step));
      const { year } = await this.cycles.get(document.cycleId);
      this.requireRight(decision, step, earlier, year);
      const recorded = this.decisionOf(actor, document, step, decision);
      await this.documents.addDecision(recorded);
      await this.documents.change(id, version, this.effectOf(document, [...earlier, recorded]));
      await this.audit.record(actor, {
        action: 'annual-cycle.decision-recorded',
        objectType: 'annual-document',
        objectId: id,
        after: { body: step.body, outcome: decision.outcome, decidedOn: decision.decidedOn },
      });
      const sentBack = decision.outcome === 'sent-back';
      const next = sentBack ? undefined : currentStep(document.route, [...earlier, recorded]);
      await this.notices.stepWaits(actor, id, next);
    });
  }

  private decisionOf(
    actor: Actor,
    document: AnnualDocument,
    step: AdoptionStep,
    { outcome, decidedOn, reference, reason }: NewDecision,
  ): AdoptionDecision {
    return {
      id: newId(),
      documentId: document.id,
      sequence: step.sequence,
      outcome,
      decidedOn,
      reference: reference ?? null,
      reason: reason ?? null,
      recordedAt: this.clock.now(),
      recordedBy: actor.accountId,
    };
  }

  /** Sent back: a draft again. After the last step: adopted. Otherwise the next step is at hand. */
  private effectOf(
    { route }: AnnualDocument,
    decisions: readonly AdoptionDecision[],
  ): Partial<AnnualDocument> {
    if (decisions.at(-1)?.outcome === 'sent-back') return { status: 'draft', submittedAt: null };
    if (currentStep(route, decisions)) return {};
    return {
      status: 'adopted',
      adoptedOn: adoptionDay(route, decisions) ?? decisions.at(-1)?.decidedOn ?? null,
    };
  }

  private requireRight(
    decision: NewDecision,
    step: AdoptionStep,
    earlier: readonly AdoptionDecision[],
    year: number,
  ): void {
    const faults = [
      this.faultOfOutcome(decision, step),
      this.faultOfDay(decision, earlier, year),
      decision.outcome === 'sent-back' && !decision.reason
        ? fault('reason', 'required', 'Zeg waarom het stuk teruggaat.', 'Say why the document goes back.')
        : undefined,
    ].filter((found) => found !== undefined);
    if (faults.length > 0) throw Problem.invalid(...faults);
  }

  private faultOfOutcome({ outcome }: NewDecision, step: AdoptionStep): Fault | undefined {
    if (outcome === 'sent-back' || outcome === outcomeOfKind[step.kind]) return undefined;
    const expected = outcomeOfKind[step.kind];
    return fault(
      'outcome',
      'does-not-fit-step',
      `Bij deze stap past "${expected}" of "sent-back".`,
      `This step ends in "${expected}" or "sent-back".`,
    );
  }

  private faultOfDay(
    { decidedOn }: NewDecision,
    earlier: readonly AdoptionDecision[],
    year: number,
  ): Fault | undefined {
    if (decidedOn > this.clock.today()) {
      return fault(
        'decidedOn',
        'in-the-future',
        'Deze dag is nog niet geweest.',
        'This day has not come yet.',
      );
    }
    // A cycle can be opened two years ahead; what lies before that is a typing slip.
    if (decidedOn < `${year - 2}-01-01`) {
      return fault('decidedOn', 'too-early', 'Deze dag is te lang geleden.', 'This day is too long ago.');
    }
    const previous = earlier.at(-1)?.decidedOn;
    if (!previous || decidedOn >= previous) return undefined;
    return fault('decidedOn', 'before-previous', 'De vorige stap was later.', 'The previous step was later.');
  }
}

function fault(path: string, code: string, nl: string, en: string): Fault {
  return { path, code, message: { nl, en } };
}
