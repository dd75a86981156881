import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { PolicyDocument } from './policy-document.entity.js';
import { PolicyDocumentVersion } from './policy-document-version.entity.js';

@Injectable()
export class PolicyDocumentRepository extends VersionedRepository<PolicyDocument> {
  constructor(transactions: TransactionRunner) {
    super(PolicyDocument, transactions);
  }

  ofBlock(buildingBlockId: string, page: PageRequest): Promise<[PolicyDocument[], number]> {
    return this.rows.findAndCount({
      where: { buildingBlockId },
      order: { title: 'asc', id: 'asc' },
      ...limits(page),
    });
  }

  /** All versions of documents, the newest first. */
  versionsOf(documentIds: readonly string[]): Promise<PolicyDocumentVersion[]> {
    if (documentIds.length === 0) return Promise.resolve([]);
    return this.versions.find({
      where: { policyDocumentId: In([...documentIds]) },
      order: { number: 'desc' },
    });
  }

  /** @throws Problem `not-found`. */
  async getVersion(policyDocumentId: string, number: number): Promise<PolicyDocumentVersion> {
    const version = await this.versions.findOneBy({ policyDocumentId, number });
    if (!version) throw new Problem('not-found');
    return version;
  }

  /** Under the lock of the block, or two versions get one number. */
  async nextNumber(policyDocumentId: string): Promise<number> {
    return ((await this.versions.maximum('number', { policyDocumentId })) ?? 0) + 1;
  }

  async addVersion(version: PolicyDocumentVersion): Promise<void> {
    await this.versions.insert(version);
  }

  private get versions() {
    return this.transactions.manager.getRepository(PolicyDocumentVersion);
  }
}
