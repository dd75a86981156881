import { Injectable } from '@nestjs/common';
import { TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { ChapterText } from './chapter-text.entity.js';

@Injectable()
export class ChapterTextRepository extends VersionedRepository<ChapterText> {
  constructor(transactions: TransactionRunner) {
    super(ChapterText, transactions);
  }

  ofDocument(documentId: string): Promise<ChapterText[]> {
    return this.rows.find({ where: { documentId }, order: { chapter: 'asc' } });
  }

  ofChapter(documentId: string, chapter: string): Promise<ChapterText | null> {
    return this.rows.findOneBy({ documentId, chapter });
  }
}
