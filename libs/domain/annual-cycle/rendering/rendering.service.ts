import { Injectable } from '@nestjs/common';
import type { Language } from '@weerbaar/core/figures';
import { requireAllowed } from '@weerbaar/kernel/access';
import { ActorDirectory, AuditLog, type KnownActor } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import { productVersion } from '@weerbaar/kernel/config';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { FileStore, type OpenFile, type StoredFile } from '@weerbaar/kernel/files';
import { JobDispatcher, type JobRun, JobRuns } from '@weerbaar/kernel/jobs';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { Problem } from '@weerbaar/kernel/problems';
import { decisionsInForce } from '../annual-document/adoption-step.js';
import { mayEdit, mayRead, requireVisible } from '../annual-document/annual-document.policy.js';
import { AnnualDocumentRepository } from '../annual-document/annual-document.repository.js';
import { requirePossible } from '../annual-document/annual-document.states.js';
import { ChapterTextRepository } from '../annual-document/chapter-text.repository.js';
import { AnnualCycleRepository } from '../cycle/annual-cycle.repository.js';
import { FiguresSnapshotRepository } from '../snapshot/figures-snapshot.repository.js';
import type { Edition } from './edition.js';
import { renderDocumentJob } from './render-document.job.js';
import { contentHash, type RenderingContent } from './rendering-content.js';
import {
  type Publication,
  type RenderedFile,
  type Rendering,
  RenderingRepository,
  type RequestedRendering,
} from './rendering.repository.js';

/** A rendering with how far it is and what there is of it. */
export interface RenderingState {
  readonly rendering: RequestedRendering;
  readonly run: JobRun;
  /** Null: nobody, or it is not known any more. */
  readonly requestedBy: KnownActor | null;
  readonly files: readonly DescribedFile[];
}

export interface PublishedDocument extends Publication {
  readonly files: readonly DescribedFile[];
}

interface DescribedFile {
  readonly format: string;
  readonly file: StoredFile;
}

@Injectable()
export class RenderingService {
  constructor(
    private readonly renderings: RenderingRepository,
    private readonly documents: AnnualDocumentRepository,
    private readonly texts: ChapterTextRepository,
    private readonly cycles: AnnualCycleRepository,
    private readonly snapshots: FiguresSnapshotRepository,
    private readonly organisations: OrganisationDirectory,
    private readonly dispatcher: JobDispatcher,
    private readonly runs: JobRuns,
    private readonly files: FileStore,
    private readonly actors: ActorDirectory,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Asks for an edition in all formats. Asking twice for the same content gives the same job. */
  request(actor: Actor, documentId: string, edition: Edition, language: Language): Promise<RenderingState> {
    return this.transactions.run(async () => {
      requireVisible(actor, await this.documents.get(documentId));
      const rendering = await this.prepare(actor, documentId, edition, language);
      await this.audit.record(actor, {
        action: 'annual-cycle.rendering-requested',
        objectType: 'annual-document',
        objectId: documentId,
        after: { edition, language },
      });
      return this.stateOf(rendering);
    });
  }

  /** What was made of a document, newest first. Of what was made of it as a draft only those know who may see drafts. */
  list(actor: Actor, documentId: string, page: PageRequest): Promise<Page<RenderingState>> {
    return this.transactions.run(async () => {
      requireVisible(actor, await this.documents.get(documentId));
      const withDrafts = mayRead(actor, { status: 'draft' }).allowed;
      const [renderings, total] = await this.renderings.ofDocument(documentId, withDrafts, page);
      return pageOf(page, [await this.statesOf(renderings), total]);
    });
  }

  get(actor: Actor, id: string): Promise<RenderingState> {
    return this.transactions.run(async () => this.stateOf(await this.visible(actor, id)));
  }

  async open(actor: Actor, id: string, format: string): Promise<OpenFile> {
    const fileId = await this.transactions.run(async () =>
      this.fileOf((await this.visible(actor, id)).id, format),
    );
    return this.files.open(fileId);
  }

  /**
   * Makes an adopted document public: from now on this file is served, and never made again. Asked
   * again for a published document, it only begins anew what failed in the making of its files.
   */
  publish(actor: Actor, documentId: string, version: number): Promise<void> {
    return this.transactions.run(async () => {
      requireAllowed(mayEdit(actor));
      const document = await this.documents.holdAsSeen(documentId, version);
      if (document.status === 'published') {
        return this.dispatch(await this.renderings.publicationOf(documentId));
      }
      requirePossible(document.status, 'publish');
      const latest = await this.documents.latest(document.cycleId, document.kind);
      if (latest && latest.revision > document.revision && latest.status !== 'draft') {
        throw Problem.conflict('Er is al een nieuwere versie.', 'There is a newer revision already.');
      }
      const publishedAt = this.clock.now();
      await this.documents.change(documentId, version, { status: 'published', publishedAt });
      const rendering = await this.prepare(actor, documentId, 'public', 'nl');
      await this.renderings.publish(documentId, rendering.id, publishedAt);
      await this.audit.record(actor, {
        action: 'annual-cycle.document-published',
        objectType: 'annual-document',
        objectId: documentId,
        after: { contentHash: rendering.contentHash },
      });
    });
  }

  /** What everybody may read. A publication appears when all its files are there. */
  publications(): Promise<readonly PublishedDocument[]> {
    return this.transactions.run(async () => {
      const publications = await this.renderings.publications();
      const filesOf = await this.filesOf(publications.map(({ renderingId }) => renderingId));
      return publications.map((publication) => ({ ...publication, files: filesOf(publication.renderingId) }));
    });
  }

  async openPublished(documentId: string, format: string): Promise<OpenFile> {
    const fileId = await this.transactions.run(async () =>
      this.fileOf(await this.renderings.publicationOf(documentId), format),
    );
    return this.files.open(fileId);
  }

  /** A rendering may be older than the document it was made of: a draft sent back is a draft again. */
  private async visible(actor: Actor, id: string): Promise<Rendering> {
    const rendering = await this.renderings.get(id);
    requireVisible(actor, rendering.content);
    requireVisible(actor, await this.documents.get(rendering.documentId));
    return rendering;
  }

  private async prepare(
    actor: Actor,
    documentId: string,
    edition: Edition,
    language: Language,
  ): Promise<Rendering> {
    const content = await this.freeze(documentId, edition, language);
    const rendering = await this.renderings.addOrFind({
      id: newId(),
      documentId,
      edition,
      language,
      productVersion,
      contentHash: contentHash(content),
      content,
      requestedAt: this.clock.now(),
      requestedBy: actor.accountId,
    });
    await this.dispatch(rendering.id);
    return rendering;
  }

  /** Nothing happens when the job is under way or done; a failed one begins anew. */
  private async dispatch(renderingId: string): Promise<void> {
    await this.dispatcher.dispatch(renderDocumentJob, { renderingId }, { subject: renderingId });
  }

  private async freeze(documentId: string, edition: Edition, language: Language): Promise<RenderingContent> {
    const document = await this.documents.get(documentId);
    if (!document.snapshotId)
      throw Problem.conflict('Er zijn nog geen cijfers.', 'There are no figures yet.');
    const { year } = await this.cycles.get(document.cycleId);
    const snapshot = await this.snapshots.get(document.snapshotId);
    const organisation = await this.organisations.own();
    const decisions = decisionsInForce(await this.documents.decisionsOf(documentId));
    const texts = await this.texts.ofDocument(documentId);
    const lastDecision = document.adoptedOn ? decisions.at(-1) : undefined;
    return {
      organisation: organisation.name,
      kind: document.kind,
      year,
      revision: document.revision,
      status: document.status,
      edition,
      language,
      snapshotId: snapshot.id,
      correctionReason: document.correctionReason,
      adoptedOn: document.adoptedOn,
      issuedAt: (lastDecision?.recordedAt ?? snapshot.takenAt).toISOString(),
      route: document.route,
      decisions: decisions.map(({ sequence, outcome, decidedOn, reference }) => ({
        sequence,
        outcome,
        decidedOn,
        reference,
      })),
      texts: texts.map(({ chapter, body }) => ({ chapter, body })),
    };
  }

  private async stateOf(rendering: RequestedRendering): Promise<RenderingState> {
    const [state] = await this.statesOf([rendering]);
    if (!state) throw new Error('a rendering without a state');
    return state;
  }

  private async statesOf(renderings: readonly RequestedRendering[]): Promise<readonly RenderingState[]> {
    const ids = renderings.map(({ id }) => id);
    const runs = new Map((await this.runs.aboutAll(renderDocumentJob, ids)).map((run) => [run.subject, run]));
    const filesOf = await this.filesOf(ids);
    const accounts = renderings.flatMap(({ requestedBy }) => requestedBy ?? []);
    const actors = await this.actors.byAccounts([...new Set(accounts)]);
    return renderings.map((rendering) => {
      const run = runs.get(rendering.id);
      if (!run) throw new Error('a rendering without a job');
      const requestedBy = actors.get(rendering.requestedBy ?? '') ?? null;
      return { rendering, run, requestedBy, files: filesOf(rendering.id) };
    });
  }

  private async filesOf(
    renderingIds: readonly string[],
  ): Promise<(renderingId: string) => readonly DescribedFile[]> {
    const rendered = await this.renderings.filesOf(renderingIds);
    const stored = await this.files.describeAll(rendered.map(({ fileId }) => fileId));
    const files = new Map(stored.map((file) => [file.id, file]));
    const described = ({ format, fileId }: RenderedFile): DescribedFile => {
      const file = files.get(fileId);
      if (!file) throw new Error('a rendered file that is not stored');
      return { format, file };
    };
    return (id) => rendered.filter(({ renderingId }) => renderingId === id).map(described);
  }

  private async fileOf(renderingId: string, format: string): Promise<string> {
    const file = (await this.renderings.filesOf([renderingId])).find(
      (candidate) => candidate.format === format,
    );
    if (!file) throw new Problem('not-found');
    return file.fileId;
  }
}
