import { Injectable } from '@nestjs/common';
import type { TakenFigure } from '@weerbaar/core/figures';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { AdoptionRouteRepository } from '../adoption-route/adoption-route.repository.js';
import { AnnualCycleNotices } from '../annual-cycle.notices.js';
import type { AnnualCycle } from '../cycle/annual-cycle.entity.js';
import { AnnualCycleRepository } from '../cycle/annual-cycle.repository.js';
import { figuresFor } from '../rendering/edition.js';
import { differences, type FigureDifference } from '../snapshot/figures-snapshot.js';
import { FiguresSnapshotRepository } from '../snapshot/figures-snapshot.repository.js';
import { FiguresSnapshotService } from '../snapshot/figures-snapshot.service.js';
import { type AdoptionDecision, type AdoptionStep, currentStep } from './adoption-step.js';
import type { AnnualDocument, DocumentKind } from './annual-document.entity.js';
import { mayEdit, mayRead, requireVisible } from './annual-document.policy.js';
import { AnnualDocumentRepository } from './annual-document.repository.js';
import { requirePossible } from './annual-document.states.js';
import { ChapterTextRepository } from './chapter-text.repository.js';

/** A document with where it stands in its route. */
export interface DocumentState {
  readonly document: AnnualDocument;
  readonly cycle: AnnualCycle;
  readonly decisions: readonly AdoptionDecision[];
  readonly step: AdoptionStep | undefined;
}

@Injectable()
export class AnnualDocumentService {
  constructor(
    private readonly documents: AnnualDocumentRepository,
    private readonly texts: ChapterTextRepository,
    private readonly cycles: AnnualCycleRepository,
    private readonly snapshots: FiguresSnapshotRepository,
    private readonly figures: FiguresSnapshotService,
    private readonly routes: AdoptionRouteRepository,
    private readonly notices: AnnualCycleNotices,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, year: number): Promise<readonly DocumentState[]> {
    return this.transactions.run(async () => {
      const cycle = await this.cycles.ofYear(year);
      const documents = await this.documents.ofCycle(cycle.id);
      return this.statesOf(
        cycle,
        documents.filter((document) => mayRead(actor, document).allowed),
      );
    });
  }

  get(actor: Actor, id: string): Promise<DocumentState> {
    return this.transactions.run(async () => {
      const document = await this.documents.get(id);
      requireVisible(actor, document);
      return this.stateOf(document);
    });
  }

  /**
   * As it is for who has just decided on it: a document that they sent back is a draft, which they may not be able to
   * open any more.
   */
  afterDecision(_actor: Actor, id: string): Promise<DocumentState> {
    return this.transactions.run(async () => this.stateOf(await this.documents.get(id)));
  }

  /** The newest revision of a plan or report, if one was ever begun. */
  latest(_actor: Actor, year: number, kind: DocumentKind): Promise<AnnualDocument | null> {
    return this.transactions.run(async () => {
      const cycle = await this.cycles.ofYear(year);
      return this.documents.latest(cycle.id, kind);
    });
  }

  /** Begins the plan or report of a year, with the figures of this moment. */
  async open(actor: Actor, year: number, kind: DocumentKind): Promise<DocumentState> {
    requireAllowed(mayEdit(actor));
    const cycle = await this.transactions.run(() => this.openable(year, kind));
    const snapshot = await this.figures.take(actor, year);
    return this.transactions.run(async () => {
      // Again: taking the figures took a while, and what is refused leaves nothing behind.
      await this.openable(year, kind);
      await this.figures.keep(actor, snapshot);
      return this.begin(actor, {
        cycleId: cycle.id,
        kind,
        revision: 1,
        snapshotId: snapshot.id,
        correctionReason: null,
      });
    });
  }

  /**
   * Takes the figures anew for a draft and tells which ones changed, of those that may leave the system: the others
   * have no place in a document, and nobody learns them here.
   */
  async refreshFigures(actor: Actor, id: string, version: number): Promise<readonly FigureDifference[]> {
    requireAllowed(mayEdit(actor));
    const { cycle } = await this.transactions.run(async () =>
      this.stateOf(await this.refreshable(id, version)),
    );
    const snapshot = await this.figures.take(actor, cycle.year);
    return this.transactions.run(async () => {
      const { snapshotId } = await this.refreshable(id, version);
      const before = snapshotId ? (await this.snapshots.get(snapshotId)).figures : [];
      await this.figures.keep(actor, snapshot);
      await this.documents.change(id, version, { snapshotId: snapshot.id });
      await this.record(actor, 'annual-cycle.figures-refreshed', id);
      return differences(figuresFor('internal', before), figuresFor('internal', snapshot.figures));
    });
  }

  /** What a text can refer to: the figures of the document's snapshot that may leave the system. */
  listFigures(actor: Actor, id: string): Promise<readonly TakenFigure[]> {
    return this.transactions.run(async () => {
      const { document } = await this.get(actor, id);
      if (!document.snapshotId) return [];
      return figuresFor('internal', (await this.snapshots.get(document.snapshotId)).figures);
    });
  }

  /** Puts a draft before the bodies of the adoption route. Texts and figures are fixed from here on. */
  submit(actor: Actor, id: string, version: number): Promise<DocumentState> {
    return this.transactions.run(async () => {
      requireAllowed(mayEdit(actor));
      const document = await this.documents.holdAsSeen(id, version);
      requirePossible(document.status, 'submit');
      const { steps: route } = await this.routes.current();
      const submitted = await this.documents.change(id, version, {
        status: 'submitted',
        route,
        submittedAt: this.clock.now(),
      });
      await this.record(actor, 'annual-cycle.document-submitted', id);
      const state = await this.stateOf(submitted);
      await this.notices.stepWaits(actor, id, state.step);
      return state;
    });
  }

  /** Begins the next revision of what was adopted, with the same texts and figures, and the reason why. */
  correct(actor: Actor, id: string, reason: string): Promise<DocumentState> {
    return this.transactions.run(async () => {
      requireAllowed(mayEdit(actor));
      const document = await this.documents.hold(id);
      requirePossible(document.status, 'correct');
      const latest = await this.documents.latest(document.cycleId, document.kind);
      if (latest?.id !== id) {
        throw Problem.conflict('Er is al een nieuwere versie.', 'There is a newer revision already.');
      }
      const state = await this.begin(actor, {
        cycleId: document.cycleId,
        kind: document.kind,
        revision: document.revision + 1,
        snapshotId: document.snapshotId,
        correctionReason: reason,
      });
      for (const { chapter, body } of await this.texts.ofDocument(id)) {
        await this.texts.add({ id: newId(), version: 1, documentId: state.document.id, chapter, body });
      }
      return state;
    });
  }

  private async begin(
    actor: Actor,
    document: Pick<AnnualDocument, 'cycleId' | 'kind' | 'revision' | 'snapshotId' | 'correctionReason'>,
  ): Promise<DocumentState> {
    const added = await this.documents.add({
      ...document,
      id: newId(),
      version: 1,
      status: 'draft',
      route: [],
      submittedAt: null,
      adoptedOn: null,
      publishedAt: null,
    });
    await this.audit.record(actor, {
      action: 'annual-cycle.document-begun',
      objectType: 'annual-document',
      objectId: added.id,
      after: { kind: document.kind, revision: document.revision },
    });
    return this.stateOf(added);
  }

  /** @throws Problem `conflict` when this document of the year was begun already. */
  private async openable(year: number, kind: DocumentKind): Promise<AnnualCycle> {
    const cycle = await this.cycles.ofYear(year);
    if (!(await this.documents.latest(cycle.id, kind))) return cycle;
    throw Problem.conflict('Dit stuk is er al voor dit jaar.', 'This document exists already for this year.');
  }

  private async refreshable(id: string, version: number): Promise<AnnualDocument> {
    const document = await this.documents.holdAsSeen(id, version);
    requirePossible(document.status, 'refresh-figures');
    return document;
  }

  private async stateOf(document: AnnualDocument): Promise<DocumentState> {
    const [state] = await this.statesOf(await this.cycles.get(document.cycleId), [document]);
    if (!state) throw new Error('a document without a state');
    return state;
  }

  private async statesOf(
    cycle: AnnualCycle,
    documents: readonly AnnualDocument[],
  ): Promise<readonly DocumentState[]> {
    const all = await this.documents.decisionsOfAll(documents.map(({ id }) => id));
    return documents.map((document) => {
      const decisions = all.filter(({ documentId }) => documentId === document.id);
      const step = document.status === 'submitted' ? currentStep(document.route, decisions) : undefined;
      return { document, cycle, decisions, step };
    });
  }

  private record(actor: Actor, action: string, objectId: string): Promise<void> {
    return this.audit.record(actor, { action, objectType: 'annual-document', objectId });
  }
}
