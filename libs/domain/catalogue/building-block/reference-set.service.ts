import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { OrganisationSetup } from '@weerbaar/kernel/organisations';
import { DerivedStateService } from '../derived-state/derived-state.service.js';
import { type BuildingBlockContent, referenceContent } from '../reference-content/reference-content.js';
import type { BuildingBlock } from './building-block.entity.js';
import { BuildingBlockRepository } from './building-block.repository.js';
import { nextReviewOn } from './review.js';

/** Gives a new organisation its own set of building blocks, to go on with as it likes. */
@Injectable()
export class ReferenceSetService implements OnModuleInit {
  constructor(
    private readonly setup: OrganisationSetup,
    private readonly blocks: BuildingBlockRepository,
    private readonly states: DerivedStateService,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.setup.register({ part: 'catalogue', setUp: (actor) => this.addReferenceSet(actor) });
  }

  addReferenceSet(actor: Actor): Promise<void> {
    return this.transactions.run(async () => {
      const today = this.clock.today();
      const set = referenceContent.blocks.map((content) => blockFrom(content, today));
      await this.blocks.addAll(set);
      await this.states.refresh(set.map(({ id }) => id));
      for (const { id, code, name } of set) {
        await this.audit.record(actor, {
          action: 'catalogue.building-block-added',
          objectType: 'building-block',
          objectId: id,
          after: { code, name, referenceVersion: referenceContent.version },
        });
      }
    });
  }
}

function blockFrom(content: BuildingBlockContent, today: string): BuildingBlock {
  const { code, theme, name, defaultOwnerRole, reviewIntervalMonths } = content;
  const ofTheme = referenceContent.blocks.filter((block) => block.theme === theme);
  return {
    id: newId(),
    version: 1,
    code,
    referenceCode: code,
    referenceVersion: referenceContent.version,
    theme,
    name: name.nl,
    purpose: null,
    position: ofTheme.indexOf(content) + 1,
    ownerPersonId: null,
    ownerRole: defaultOwnerRole,
    reviewIntervalMonths,
    nextReviewOn: nextReviewOn({ recordedOn: today, reviewIntervalMonths }, null),
    recordedOn: today,
    validFrom: firstDayOfYearBefore(today),
    validTo: null,
  };
}

/** The first account an organisation gives is often of the year before it began with Weerbaar. */
function firstDayOfYearBefore(day: string): string {
  return `${Number(day.slice(0, 4)) - 1}-01-01`;
}
