import { Injectable } from '@nestjs/common';
import { ownerColumns, ownerFrom, PersonDirectory, requireOwner } from '@weerbaar/people/contract';
import { requireAllowed } from '@weerbaar/kernel/access';
import { type AuditedChange, AuditHistory, AuditLog, difference } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { AssessmentRepository } from '../assessment/assessment.repository.js';
import { assessmentAspects } from '../assessment/assessment-scale.js';
import { DerivedStateRepository } from '../derived-state/derived-state.repository.js';
import { DerivedStateService } from '../derived-state/derived-state.service.js';
import { NetworkMemberRepository } from '../network/network-member.repository.js';
import { blockThemeOf, isThemeCode } from '../theme/theme.js';
import type { BuildingBlockChanges, NewBuildingBlock } from './building-block.dto.js';
import type { BuildingBlock } from './building-block.entity.js';
import { mayAddPolicyDocuments, mayAssess, mayChange, mayManageSet } from './building-block.policy.js';
import { type BuildingBlockFilter, BuildingBlockRepository, type Days } from './building-block.repository.js';
import type { Abilities, BlockSurroundings, ShownBlock } from './building-block-overview.js';
import { nextReviewOn } from './review.js';

/** A list of blocks with what is known of them. */
export interface ShownBlocks extends BlockSurroundings {
  readonly page: Page<BuildingBlock>;
}

@Injectable()
export class BuildingBlockService {
  constructor(
    private readonly blocks: BuildingBlockRepository,
    private readonly members: NetworkMemberRepository,
    private readonly assessments: AssessmentRepository,
    private readonly derivedStates: DerivedStateRepository,
    private readonly states: DerivedStateService,
    private readonly persons: PersonDirectory,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly auditHistory: AuditHistory,
    private readonly clock: Clock,
  ) {}

  list(_actor: Actor, filter: BuildingBlockFilter, page: PageRequest): Promise<ShownBlocks> {
    return this.transactions.run(async () => {
      const found = await this.blocks.list(filter, page, this.clock.today());
      return { page: pageOf(page, found), ...(await this.surroundings(found[0])) };
    });
  }

  get(actor: Actor, id: string): Promise<ShownBlock> {
    return this.transactions.run(async () => this.shown(actor, await this.blocks.get(id)));
  }

  /** @throws Problem `conflict` when another block bears the code on the first day or later. */
  add(actor: Actor, wanted: NewBuildingBlock): Promise<ShownBlock> {
    return this.transactions.run(async () => {
      requireAllowed(mayManageSet(actor));
      const today = this.clock.today();
      const { code, name, purpose = null, reviewIntervalMonths } = wanted;
      const validFrom = wanted.validFrom ?? today;
      const theme = blockThemeOf(code);
      await this.blocks.holdTheme(theme);
      await this.requireFreeCode(code, { from: validFrom, to: null }, null);
      const block = await this.blocks.add({
        id: newId(),
        version: 1,
        code,
        referenceCode: null,
        referenceVersion: null,
        theme,
        name,
        purpose,
        position: (await this.blocks.lastPosition(theme)) + 1,
        ...ownerColumns(await requireOwner(wanted.owner ?? null, this.persons)),
        reviewIntervalMonths,
        nextReviewOn: nextReviewOn({ recordedOn: today, reviewIntervalMonths }, null),
        recordedOn: today,
        validFrom,
        validTo: null,
      });
      await this.states.refresh([block.id]);
      await this.audit.record(actor, {
        action: 'catalogue.building-block-added',
        objectType: 'building-block',
        objectId: block.id,
        after: auditable(block),
      });
      return this.shown(actor, block);
    });
  }

  change(
    actor: Actor,
    id: string,
    version: number,
    { owner, ...changes }: BuildingBlockChanges,
  ): Promise<ShownBlock> {
    return this.transactions.run(async () => {
      const before = await this.changeable(actor, id);
      const after = await this.blocks.change(id, version, {
        ...changes,
        ...(owner === undefined ? {} : ownerColumns(await requireOwner(owner, this.persons))),
        ...(await this.reviewAfter(before, changes.reviewIntervalMonths)),
      });
      await this.states.refresh([id]);
      await this.recordChange(actor, 'catalogue.building-block-changed', before, after);
      return this.shown(actor, after);
    });
  }

  /**
   * The block stays in the figures of the days it was in force.
   * @throws Problem `conflict` when another block bears the code by then.
   */
  end(actor: Actor, id: string, version: number, validTo: string): Promise<ShownBlock> {
    return this.transactions.run(async () => {
      const before = await this.changeable(actor, id);
      if (validTo < before.validFrom) {
        throw Problem.invalid({
          path: 'validTo',
          code: 'before-first-day',
          message: { nl: 'De laatste dag ligt voor de eerste.', en: 'The last day is before the first.' },
        });
      }
      await this.blocks.holdTheme(before.theme);
      await this.requireFreeCode(before.code, { from: before.validFrom, to: validTo }, id);
      const after = await this.blocks.change(id, version, { validTo });
      await this.recordChange(actor, 'catalogue.building-block-ended', before, after);
      return this.shown(actor, after);
    });
  }

  /**
   * @throws Problem `not-found` for an unknown theme, `invalid-input` unless exactly the blocks of it are named,
   *   `version-conflict` when they are in another order than was seen.
   */
  reorder(actor: Actor, theme: string, ids: readonly string[], seenIds: readonly string[]): Promise<void> {
    return this.transactions.run(async () => {
      requireAllowed(mayManageSet(actor));
      if (!isThemeCode(theme)) throw new Problem('not-found');
      await this.blocks.holdTheme(theme);
      const current = (await this.blocks.ofTheme(theme, this.clock.today())).map(({ id }) => id);
      if (seenIds.join() !== current.join()) throw new Problem('version-conflict');
      requireSame(current, ids);
      await this.blocks.reorder(ids);
      await this.audit.record(actor, {
        action: 'catalogue.theme-reordered',
        objectType: 'theme',
        objectId: theme,
        before: { buildingBlockIds: current },
        after: { buildingBlockIds: ids },
      });
    });
  }

  /** Who did what to the block and to what hangs on it, the latest first. */
  history(_actor: Actor, id: string, page: PageRequest): Promise<Page<AuditedChange>> {
    return this.transactions.run(async () => {
      await this.blocks.get(id);
      return this.auditHistory.of('building-block', id, page);
    });
  }

  private async changeable(actor: Actor, id: string): Promise<BuildingBlock> {
    const block = await this.blocks.get(id);
    requireAllowed(mayChange(actor, block, this.clock.today()));
    return block;
  }

  private async reviewAfter(
    block: BuildingBlock,
    reviewIntervalMonths: number | undefined,
  ): Promise<Partial<BuildingBlock>> {
    if (reviewIntervalMonths === undefined) return {};
    const lastAssessedOn = await this.assessments.lastAssessedOn(block.id);
    return { nextReviewOn: nextReviewOn({ ...block, reviewIntervalMonths }, lastAssessedOn) };
  }

  private async requireFreeCode(code: string, days: Days, exceptId: string | null): Promise<void> {
    if (!(await this.blocks.isCodeTaken(code, days, exceptId))) return;
    throw Problem.conflict(
      `Een andere bouwsteen heeft code ${code} al.`,
      `Another building block has code ${code} already.`,
    );
  }

  private async shown(actor: Actor, block: BuildingBlock): Promise<ShownBlock> {
    const network = await this.members.current(block.id);
    const surroundings = await this.surroundings(
      [block],
      network.map(({ personId }) => personId),
    );
    return { block, network, abilities: abilitiesOf(actor, block, this.clock.today()), ...surroundings };
  }

  private async surroundings(
    blocks: readonly BuildingBlock[],
    personIds: readonly string[] = [],
  ): Promise<BlockSurroundings> {
    const ids = blocks.map(({ id }) => id);
    const owners = blocks.flatMap(({ ownerPersonId }) => (ownerPersonId ? [ownerPersonId] : []));
    return {
      persons: await this.persons.byIds([...owners, ...personIds]),
      derived: await this.derivedStates.current(ids),
      assessed: await this.assessments.latest(ids),
    };
  }

  private recordChange(
    actor: Actor,
    action: string,
    before: BuildingBlock,
    after: BuildingBlock,
  ): Promise<void> {
    return this.audit.record(actor, {
      action,
      objectType: 'building-block',
      objectId: after.id,
      ...difference(auditable(before), auditable(after)),
    });
  }
}

function requireSame(current: readonly string[], wanted: readonly string[]): void {
  const named = new Set(wanted);
  if (named.size === wanted.length && named.size === current.length && current.every((id) => named.has(id)))
    return;
  throw Problem.invalid({
    path: 'buildingBlockIds',
    code: 'incomplete',
    message: {
      nl: 'Noem alle bouwstenen van dit thema precies één keer.',
      en: 'Name every building block of this theme exactly once.',
    },
  });
}

function abilitiesOf(actor: Actor, block: BuildingBlock, today: string): Abilities {
  return {
    change: mayChange(actor, block, today).allowed,
    addPolicyDocuments: mayAddPolicyDocuments(actor, block, today).allowed,
    assess: assessmentAspects.filter((aspect) => mayAssess(actor, aspect, block, today).allowed),
  };
}

/** What of a block is worth keeping in its history. */
function auditable(block: BuildingBlock) {
  return {
    code: block.code,
    name: block.name,
    purpose: block.purpose,
    owner: ownerFrom(block),
    reviewIntervalMonths: block.reviewIntervalMonths,
    validFrom: block.validFrom,
    validTo: block.validTo,
  };
}
