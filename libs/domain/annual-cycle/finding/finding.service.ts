import { Injectable } from '@nestjs/common';
import { BuildingBlockDirectory } from '@weerbaar/catalogue/contract';
import { AuditLog, difference } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { AnnualCycleRepository } from '../cycle/annual-cycle.repository.js';
import { Problem } from '@weerbaar/kernel/problems';
import type { InputSourceCode } from '../reference-content/reference-content.js';
import type { FindingChanges, NewFinding } from './finding.dto.js';
import type { Finding } from './finding.entity.js';
import { FindingRepository } from './finding.repository.js';

/** A finding with the number of actions that came of it: without any, and without a reason for that, it waits. */
export type FindingWithFollowUp = Finding & { readonly actionCount: number };

@Injectable()
export class FindingService {
  constructor(
    private readonly findings: FindingRepository,
    private readonly cycles: AnnualCycleRepository,
    private readonly blocks: BuildingBlockDirectory,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(
    _actor: Actor,
    year: number,
    page: PageRequest,
    source?: InputSourceCode,
  ): Promise<Page<FindingWithFollowUp>> {
    return this.transactions.run(async () => {
      const cycle = await this.cycles.ofYear(year);
      const [findings, total] = await this.findings.ofCycle(cycle.id, page, source);
      return pageOf(page, [await this.withFollowUp(findings), total]);
    });
  }

  get(_actor: Actor, id: string): Promise<FindingWithFollowUp> {
    return this.transactions.run(async () => this.single(await this.findings.get(id)));
  }

  add(actor: Actor, year: number, finding: NewFinding): Promise<FindingWithFollowUp> {
    return this.transactions.run(async () => {
      const cycle = await this.cycles.ofYear(year);
      if (finding.buildingBlockId)
        await this.blocks.requireInForce(finding.buildingBlockId, 'buildingBlockId');
      const added = await this.findings.add({
        id: newId(),
        version: 1,
        cycleId: cycle.id,
        source: finding.source,
        title: finding.title,
        description: finding.description ?? '',
        buildingBlockId: finding.buildingBlockId ?? null,
        reasonForNoAction: null,
        recordedAt: this.clock.now(),
      });
      await this.audit.record(actor, {
        action: 'annual-cycle.finding-added',
        objectType: 'finding',
        objectId: added.id,
      });
      return this.single(added);
    });
  }

  change(actor: Actor, id: string, version: number, changes: FindingChanges): Promise<FindingWithFollowUp> {
    return this.transactions.run(async () => {
      const before = await this.findings.get(id);
      if (changes.buildingBlockId)
        await this.blocks.requireInForce(changes.buildingBlockId, 'buildingBlockId');
      if (changes.reasonForNoAction) await this.requireNoAction(id);
      const after = await this.findings.change(id, version, { ...changes });
      await this.audit.record(actor, {
        action: 'annual-cycle.finding-changed',
        objectType: 'finding',
        objectId: id,
        ...difference(before, after),
      });
      return this.single(after);
    });
  }

  /** What is done about a finding answers it already. */
  private async requireNoAction(id: string): Promise<void> {
    if (!(await this.findings.actionCounts([id])).get(id)) return;
    throw Problem.invalid({
      path: 'reasonForNoAction',
      code: 'has-action',
      message: {
        nl: 'Bij deze bevinding is al een actie.',
        en: 'There is an action of this finding already.',
      },
    });
  }

  private async single(finding: Finding): Promise<FindingWithFollowUp> {
    const counts = await this.findings.actionCounts([finding.id]);
    return { ...finding, actionCount: counts.get(finding.id) ?? 0 };
  }

  private async withFollowUp(findings: readonly Finding[]): Promise<FindingWithFollowUp[]> {
    const counts = await this.findings.actionCounts(findings.map(({ id }) => id));
    return findings.map((finding) => ({ ...finding, actionCount: counts.get(finding.id) ?? 0 }));
  }
}
