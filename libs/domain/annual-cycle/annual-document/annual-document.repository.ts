import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import type { AdoptionDecision } from './adoption-step.js';
import { AnnualDocument, type DocumentKind } from './annual-document.entity.js';

/** A document that somebody still has to do something about, with its year. */
export interface DocumentUnderWay extends Pick<
  AnnualDocument,
  'id' | 'kind' | 'status' | 'route' | 'submittedAt' | 'adoptedOn'
> {
  readonly year: number;
}

const decisionFields = `id, document_id as "documentId", sequence, outcome, to_char(decided_on, 'YYYY-MM-DD') as "decidedOn",
  reference, reason, recorded_at as "recordedAt", recorded_by as "recordedBy"`;

export interface PlanToMake {
  readonly year: number;
  readonly documentId: string | null;
}

@Injectable()
export class AnnualDocumentRepository extends VersionedRepository<AnnualDocument> {
  constructor(transactions: TransactionRunner) {
    super(AnnualDocument, transactions);
  }

  ofCycle(cycleId: string): Promise<AnnualDocument[]> {
    return this.rows.find({ where: { cycleId }, order: { kind: 'asc', revision: 'desc' } });
  }

  latest(cycleId: string, kind: DocumentKind): Promise<AnnualDocument | null> {
    return this.rows.findOne({ where: { cycleId, kind }, order: { revision: 'desc' } });
  }

  /** The document, held until the transaction ends: two people can't decide one step at once. */
  async hold(id: string): Promise<AnnualDocument> {
    await this.transactions.manager.query('select from annual_document where id = $1 for update', [id]);
    return this.get(id);
  }

  /** The latest revision of each that is not published. */
  underWay(): Promise<DocumentUnderWay[]> {
    return this.transactions.manager.query<DocumentUnderWay[]>(
      `select d.id, c.year, d.kind, d.status, d.route, d.submitted_at as "submittedAt",
              d.adopted_on::text as "adoptedOn"
         from annual_document d join annual_cycle c on c.id = d.cycle_id
        where d.status <> 'published'
          and not exists (select from annual_document later
                           where later.cycle_id = d.cycle_id and later.kind = d.kind and later.revision > d.revision)
        order by c.year, d.kind`,
    );
  }

  /** Of the years that are being planned: the plan that was never put forward, if it was begun. */
  plansToMake(): Promise<PlanToMake[]> {
    return this.transactions.manager.query<PlanToMake[]>(
      `select c.year, d.id as "documentId"
         from annual_cycle c
         left join annual_document d on d.cycle_id = c.id and d.kind = 'plan'
        where c.phase = 'plan' and (d.id is null or d.status = 'draft' and d.revision = 1)
          and not exists (select from adoption_decision where document_id = d.id)
        order by c.year`,
    );
  }

  /**
   * The same, as the caller saw it. Who saw an older one is told so before anything else: what else is wrong is
   * wrong of something they did not see.
   * @throws Problem `version-conflict`, `not-found`.
   */
  async holdAsSeen(id: string, version: number): Promise<AnnualDocument> {
    const document = await this.hold(id);
    if (document.version !== version) throw new Problem('version-conflict');
    return document;
  }

  decisionsOf(documentId: string): Promise<AdoptionDecision[]> {
    return this.decisionsOfAll([documentId]);
  }

  /** Of each in the order in which they were recorded. */
  decisionsOfAll(documentIds: readonly string[]): Promise<AdoptionDecision[]> {
    return this.transactions.manager.query<AdoptionDecision[]>(
      `select ${decisionFields} from adoption_decision where document_id = any ($1) order by recorded_at, id`,
      [documentIds],
    );
  }

  async addDecision(decision: AdoptionDecision): Promise<void> {
    await this.transactions.manager.query(
      `insert into adoption_decision
         (id, document_id, sequence, outcome, decided_on, reference, reason, recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        decision.id,
        decision.documentId,
        decision.sequence,
        decision.outcome,
        decision.decidedOn,
        decision.reference,
        decision.reason,
        decision.recordedAt,
        decision.recordedBy,
      ],
    );
  }
}
