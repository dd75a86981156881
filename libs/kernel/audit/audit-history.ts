import { Injectable } from '@nestjs/common';
import { limits, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { ActorDirectory } from './actor-directory.js';
import { AuditReadingRepository } from './audit-reading.repository.js';
import { type AuditedChange, withNames } from './logged-entry.js';

@Injectable()
export class AuditHistory {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly entries: AuditReadingRepository,
    private readonly actors: ActorDirectory,
  ) {}

  /** What happened to one object, newest first. The caller decides who may see it. */
  of(objectType: string, objectId: string, page: PageRequest): Promise<Page<AuditedChange>> {
    const ofObject = { objectType, objectId };
    return this.transactions.run(async () => {
      const found = await this.entries.newest(ofObject, limits(page));
      return pageOf(page, [await withNames(found, this.actors), await this.entries.count(ofObject, null)]);
    });
  }
}
