import { Injectable } from '@nestjs/common';
import { v5 } from 'uuid';
import {
  documentFormats,
  renderDocument,
  type RenderedDocument,
  Typesetter,
} from '@weerbaar/kernel/documents';
import { systemActor } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { FileStore } from '@weerbaar/kernel/files';
import { defineJob, Handles, JobHandler, type JobProgress } from '@weerbaar/kernel/jobs';
import { FiguresSnapshotRepository } from '../snapshot/figures-snapshot.repository.js';
import { composeDocument } from './compose-document.js';
import { figuresFor } from './edition.js';
import { type RenderedFile, RenderingRepository } from './rendering.repository.js';

export const renderDocumentJob = defineJob<{ renderingId: string }>({
  name: 'annual-cycle.render-document',
  queue: 'heavy',
  steps: ['collect', 'suppress', 'draw', 'typeset', 'store'],
  keepsRuns: true,
});

/** Where the work stands when a step begins, in percent. */
const progressOf = { collect: 5, suppress: 15, draw: 20, typeset: 55, store: 85 } as const;

/**
 * Makes all formats of one rendering. The files are stored together, at the end: killed in any step, the next
 * worker starts anew, also when it is of another version and makes other bytes. There is never a second or a half
 * document.
 */
@Injectable()
@Handles(renderDocumentJob)
export class RenderDocument extends JobHandler<{ renderingId: string }> {
  constructor(
    private readonly renderings: RenderingRepository,
    private readonly snapshots: FiguresSnapshotRepository,
    private readonly files: FileStore,
    private readonly typesetter: Typesetter,
    private readonly transactions: TransactionRunner,
  ) {
    super();
  }

  async perform({ renderingId }: { renderingId: string }, progress: JobProgress): Promise<void> {
    if (await this.isComplete(renderingId)) return;
    await progress.step('collect', progressOf.collect);
    const { rendering, snapshot } = await this.transactions.run(async () => {
      const found = await this.renderings.get(renderingId);
      return { rendering: found, snapshot: await this.snapshots.get(found.content.snapshotId) };
    });

    await progress.step('suppress', progressOf.suppress);
    const figures = figuresFor(rendering.edition, snapshot.figures);

    await progress.step('draw', progressOf.draw);
    const model = composeDocument(rendering.content, { ...snapshot, figures });

    const documents: RenderedDocument[] = [];
    for await (const document of renderDocument(model, this.typesetter)) {
      documents.push(document);
      if (documents.length === drawnFormats) await progress.step('typeset', progressOf.typeset);
    }

    await progress.step('store', progressOf.store);
    await this.transactions.run(async () => {
      for (const document of documents)
        await this.renderings.addFile(await this.store(renderingId, document));
    });
  }

  private isComplete(renderingId: string): Promise<boolean> {
    return this.transactions.run(
      async () => (await this.renderings.filesOf([renderingId])).length === documentFormats.length,
    );
  }

  /** The id follows from rendering and format: of two workers that store at the same moment one does. */
  private async store(renderingId: string, document: RenderedDocument): Promise<RenderedFile> {
    const fileId = v5(document.format, renderingId);
    await this.files.writeBytes(
      systemActor,
      {
        id: fileId,
        name: document.fileName,
        purpose: 'annual-document',
        mediaType: document.mediaType,
      },
      document.bytes,
    );
    return { renderingId, format: document.format, fileId };
  }
}

const drawnFormats = documentFormats.filter(({ kind }) => kind === 'drawn').length;
