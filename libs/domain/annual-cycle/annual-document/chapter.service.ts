import { Injectable } from '@nestjs/common';
import type { Localised } from '@weerbaar/core/figures';
import { cleanRichText, figureReferences, isEmpty, type RichText } from '@weerbaar/core/richtext';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { FigureRegistry } from '@weerbaar/kernel/figures';
import { Problem } from '@weerbaar/kernel/problems';
import { type ChapterContent, referenceContent } from '../reference-content/reference-content.js';
import { blocksOf } from '../rendering/compose/chapter-blocks.js';
import { FigureSet } from '../rendering/compose/figure-set.js';
import { figuresFor } from '../rendering/edition.js';
import { FiguresSnapshotRepository } from '../snapshot/figures-snapshot.repository.js';
import type { AnnualDocument, DocumentKind } from './annual-document.entity.js';
import { mayEdit, requireVisible } from './annual-document.policy.js';
import { AnnualDocumentRepository } from './annual-document.repository.js';
import { requirePossible } from './annual-document.states.js';
import type { ChapterText } from './chapter-text.entity.js';
import { ChapterTextRepository } from './chapter-text.repository.js';
import { requireRichText } from './rich-text-check.js';

/** A chapter as the writer sees it: what belongs in it, and what is there. */
export interface Chapter {
  readonly content: ChapterContent;
  readonly text: ChapterText | null;
  readonly written: boolean;
  /** What stands in the chapter besides the text, in the order of printing. */
  readonly additions: readonly ChapterAddition[];
}

export type ChapterAddition =
  | { readonly kind: 'figure'; readonly title: string; readonly value: string }
  | { readonly kind: 'table'; readonly title: string; readonly rows: number };

type Additions = (content: ChapterContent) => readonly ChapterAddition[];

const emptyText: RichText = { type: 'document', content: [] };

/** The chapters of a plan or report, in the order of printing. */
export function chaptersOf(kind: DocumentKind): readonly ChapterContent[] {
  return kind === 'plan' ? referenceContent.chapters.annualPlan : referenceContent.chapters.annualReport;
}

@Injectable()
export class ChapterService {
  constructor(
    private readonly documents: AnnualDocumentRepository,
    private readonly texts: ChapterTextRepository,
    private readonly snapshots: FiguresSnapshotRepository,
    private readonly figures: FigureRegistry,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
  ) {}

  list(actor: Actor, documentId: string): Promise<readonly Chapter[]> {
    return this.transactions.run(async () => {
      const document = await this.documents.get(documentId);
      requireVisible(actor, document);
      const texts = new Map((await this.texts.ofDocument(documentId)).map((text) => [text.chapter, text]));
      const additions = await this.additionsTo(document);
      return chaptersOf(document.kind).map((content) =>
        asChapter(content, texts.get(content.id) ?? null, additions),
      );
    });
  }

  get(actor: Actor, documentId: string, chapterId: string): Promise<Chapter> {
    return this.transactions.run(async () => {
      const document = await this.documents.get(documentId);
      requireVisible(actor, document);
      const content = contentOf(document, chapterId);
      const text = await this.texts.ofChapter(documentId, chapterId);
      return asChapter(content, text, await this.additionsTo(document));
    });
  }

  /**
   * Writes the text of a chapter. Version 0 is the chapter nobody wrote yet.
   * @throws Problem `invalid-input` for a tree that no format can hold, or a figure that does not exist.
   */
  write(
    actor: Actor,
    documentId: string,
    chapterId: string,
    version: number,
    body: unknown,
  ): Promise<Chapter> {
    requireAllowed(mayEdit(actor));
    const text = cleanRichText(requireRichText(body));
    this.requireFigures(text);
    return this.transactions.run(async () => {
      // A new version of the document too: who submits it has seen every text that is fixed by that.
      const document = await this.documents.touch(documentId);
      requirePossible(document.status, 'change-text');
      const content = contentOf(document, chapterId);
      const existing = await this.texts.ofChapter(documentId, chapterId);
      if ((existing?.version ?? 0) !== version) throw new Problem('version-conflict');
      const written = existing
        ? await this.texts.change(existing.id, version, { body: text })
        : await this.texts.add({ id: newId(), version: 1, documentId, chapter: chapterId, body: text });
      await this.audit.record(actor, {
        action: 'annual-cycle.chapter-written',
        objectType: 'chapter-text',
        objectId: written.id,
        before: { body: existing?.body ?? emptyText },
        after: { body: text },
      });
      return asChapter(content, written, await this.additionsTo(document));
    });
  }

  /** As in the internal edition: who writes a chapter may read that. */
  private async additionsTo({ snapshotId }: Pick<AnnualDocument, 'snapshotId'>): Promise<Additions> {
    if (!snapshotId) return () => [];
    const { figures } = await this.snapshots.get(snapshotId);
    const printed = new FigureSet(figuresFor('internal', figures), 'nl', 'internal');
    return (content) => additionsIn(printed, content);
  }

  private requireFigures(text: RichText): void {
    const unknown = figureReferences(text).filter((id) => this.figures.definition(id)?.measure === undefined);
    if (unknown.length > 0) throw Problem.invalid(...unknown.map(unknownFigure));
  }
}

function contentOf({ kind }: Pick<AnnualDocument, 'kind'>, chapterId: string): ChapterContent {
  const content = chaptersOf(kind).find(({ id }) => id === chapterId);
  if (!content) throw new Problem('not-found');
  return content;
}

function asChapter(content: ChapterContent, text: ChapterText | null, additions: Additions): Chapter {
  return { content, text, written: text !== null && !isEmpty(text.body), additions: additions(content) };
}

/** Without charts: each draws the table that follows it. */
function additionsIn(figures: FigureSet, content: ChapterContent): readonly ChapterAddition[] {
  return blocksOf(figures, content).flatMap((block): ChapterAddition[] => {
    if (block.kind === 'key-figures')
      return block.items.map(({ label, value }) => ({ kind: 'figure', title: label, value }));
    return block.kind === 'table'
      ? [{ kind: 'table', title: block.table.caption, rows: block.table.rows.length }]
      : [];
  });
}

function unknownFigure(id: string): { path: string; code: string; message: Localised } {
  return {
    path: 'body',
    code: 'unknown-figure',
    message: { nl: `Het cijfer "${id}" bestaat niet.`, en: `The figure "${id}" does not exist.` },
  };
}
