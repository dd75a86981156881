import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import type { AdoptionDecision } from './adoption-step.js';
import { AnnualDocument, type DocumentKind } from './annual-document.entity.js';

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

  decisionsOf(documentId: string): Promise<AdoptionDecision[]> {
    return this.transactions.manager.query<AdoptionDecision[]>(
      `select id, document_id as "documentId", sequence, outcome, to_char(decided_on, 'YYYY-MM-DD') as "decidedOn",
              reference, reason, recorded_at as "recordedAt", recorded_by as "recordedBy"
         from adoption_decision where document_id = $1 order by recorded_at, id`,
      [documentId],
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
