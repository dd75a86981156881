import { Injectable } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import type { PhaseCode } from '../reference-content/reference-content.js';
import type { AnnualCycle } from './annual-cycle.entity.js';
import { AnnualCycleRepository } from './annual-cycle.repository.js';
import { requirePhaseStep } from './annual-cycle.states.js';

/** A plan is made for next year at the latest; further ahead is a typing slip. */
const yearsAhead = 2;

@Injectable()
export class AnnualCycleService {
  constructor(
    private readonly cycles: AnnualCycleRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(_actor: Actor, page: PageRequest): Promise<Page<AnnualCycle>> {
    return this.transactions.run(async () => pageOf(page, await this.cycles.list(page)));
  }

  get(_actor: Actor, year: number): Promise<AnnualCycle> {
    return this.transactions.run(() => this.cycles.ofYear(year));
  }

  open(actor: Actor, year: number): Promise<AnnualCycle> {
    return this.transactions.run(async () => {
      this.requireSensible(year);
      if (await this.cycles.findYear(year)) {
        throw Problem.conflict(
          `De jaarcyclus ${year} is er al.`,
          `The annual cycle of ${year} exists already.`,
        );
      }
      const cycle = await this.cycles.add({ id: newId(), version: 1, year, phase: 'plan' });
      await this.audit.record(actor, {
        action: 'annual-cycle.opened',
        objectType: 'annual-cycle',
        objectId: cycle.id,
        after: { year },
      });
      return cycle;
    });
  }

  moveTo(actor: Actor, year: number, version: number, phase: PhaseCode): Promise<AnnualCycle> {
    return this.transactions.run(async () => {
      const cycle = await this.cycles.ofYear(year);
      requirePhaseStep(cycle.phase, phase);
      const moved = await this.cycles.change(cycle.id, version, { phase });
      await this.audit.record(actor, {
        action: 'annual-cycle.phase-changed',
        objectType: 'annual-cycle',
        objectId: cycle.id,
        before: { phase: cycle.phase },
        after: { phase },
      });
      return moved;
    });
  }

  private requireSensible(year: number): void {
    const latest = Number(this.clock.today().slice(0, 4)) + yearsAhead;
    if (year <= latest) return;
    throw Problem.invalid({
      path: 'year',
      code: 'too-far-ahead',
      message: { nl: `Kies een jaar tot en met ${latest}.`, en: `Choose a year up to ${latest}.` },
    });
  }
}
