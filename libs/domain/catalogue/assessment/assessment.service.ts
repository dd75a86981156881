import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { FileStore, type OpenFile } from '@weerbaar/kernel/files';
import { documentUpload, type IncomingFile, storedWith } from '@weerbaar/kernel/http';
import { type Fault, Problem } from '@weerbaar/kernel/problems';
import { mayAssess } from '../building-block/building-block.policy.js';
import { BuildingBlockRepository } from '../building-block/building-block.repository.js';
import { nextReviewOn } from '../building-block/review.js';
import { DerivedStateService } from '../derived-state/derived-state.service.js';
import type { NewAssessment } from './assessment.dto.js';
import type { Assessment } from './assessment.entity.js';
import { AssessmentRepository } from './assessment.repository.js';
import type { AssessmentAspect } from './assessment-scale.js';

/** What people judge of a block. Stands beside what follows from the records, and is never overwritten. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly blocks: BuildingBlockRepository,
    private readonly states: DerivedStateService,
    private readonly files: FileStore,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(
    _actor: Actor,
    buildingBlockId: string,
    aspect: AssessmentAspect | undefined,
    page: PageRequest,
  ): Promise<Page<Assessment>> {
    return this.transactions.run(async () => {
      await this.blocks.get(buildingBlockId);
      return pageOf(page, await this.assessments.ofBlock(buildingBlockId, aspect, page));
    });
  }

  /** Also plans the next review of the block. Not inside a transaction when there is a file. */
  async add(
    actor: Actor,
    buildingBlockId: string,
    wanted: NewAssessment,
    evidenceFile?: IncomingFile,
  ): Promise<Assessment> {
    const today = this.clock.today();
    const assessedOn = wanted.assessedOn ?? today;
    requireSoundPeriod(wanted, assessedOn, today);
    // Before a file is taken in; without one, the check beside the change is enough.
    if (evidenceFile)
      await this.transactions.run(() => this.requireMayAssess(actor, wanted.aspect, buildingBlockId, today));
    return storedWith(
      this.files,
      actor,
      documentUpload('assessment-evidence'),
      evidenceFile,
      (evidenceFileId) =>
        this.transactions.run(async () => {
          await this.requireMayAssess(actor, wanted.aspect, buildingBlockId, today);
          const assessment = assessmentFrom(wanted, { buildingBlockId, assessedOn, evidenceFileId, actor });
          await this.record(actor, assessment);
          return assessment;
        }),
    );
  }

  /** @throws Problem `not-found` when the assessment has no file. */
  async openEvidence(_actor: Actor, id: string): Promise<OpenFile> {
    const { evidenceFileId } = await this.transactions.run(() => this.assessments.get(id));
    if (!evidenceFileId) throw new Problem('not-found');
    return this.files.open(evidenceFileId);
  }

  private async requireMayAssess(
    actor: Actor,
    aspect: AssessmentAspect,
    buildingBlockId: string,
    today: string,
  ): Promise<void> {
    requireAllowed(mayAssess(actor, aspect, await this.blocks.get(buildingBlockId), today));
  }

  private async record(actor: Actor, assessment: Assessment): Promise<void> {
    const {
      id: assessmentId,
      buildingBlockId,
      aspect,
      judgement,
      periodFrom,
      periodTo,
      assessedOn,
    } = assessment;
    const block = await this.blocks.touch(buildingBlockId);
    await this.assessments.add(assessment);
    const lastAssessedOn = await this.assessments.lastAssessedOn(buildingBlockId);
    await this.blocks.planReview(buildingBlockId, nextReviewOn(block, lastAssessedOn));
    await this.states.refresh([buildingBlockId]);
    await this.audit.record(actor, {
      action: 'catalogue.assessment-added',
      objectType: 'building-block',
      objectId: buildingBlockId,
      after: { assessmentId, aspect, judgement, periodFrom, periodTo, assessedOn },
    });
  }
}

interface Circumstances {
  readonly buildingBlockId: string;
  readonly assessedOn: string;
  readonly evidenceFileId: string | null;
  readonly actor: Actor;
}

function assessmentFrom(wanted: NewAssessment, circumstances: Circumstances): Assessment {
  const { aspect, periodFrom, periodTo, judgement, reason, evidence } = wanted;
  const { actor, ...rest } = circumstances;
  return {
    id: newId(),
    aspect,
    periodFrom,
    periodTo,
    judgement,
    reason,
    evidence,
    assessedBy: actor.accountId,
    ...rest,
  };
}

/** What has not happened yet can't be judged. */
function requireSoundPeriod(
  { periodFrom, periodTo }: NewAssessment,
  assessedOn: string,
  today: string,
): void {
  const faults: Fault[] = [];
  if (assessedOn > today) {
    faults.push({
      path: 'assessedOn',
      code: 'in-the-future',
      message: { nl: 'Deze dag ligt in de toekomst.', en: 'This day is in the future.' },
    });
  }
  if (periodTo < periodFrom) {
    faults.push({
      path: 'periodTo',
      code: 'before-start',
      message: {
        nl: 'Het einde van de periode ligt voor het begin.',
        en: 'The period ends before it starts.',
      },
    });
  }
  if (periodTo > assessedOn) {
    faults.push({
      path: 'periodTo',
      code: 'after-assessment',
      message: {
        nl: 'De periode loopt door na de dag van de beoordeling.',
        en: 'The period goes on after the day of the assessment.',
      },
    });
  }
  if (faults.length > 0) throw Problem.invalid(...faults);
}
