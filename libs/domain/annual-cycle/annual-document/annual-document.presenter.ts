import type { TakenFigure } from '@weerbaar/core/figures';
import type { Actor } from '@weerbaar/kernel/context';
import type { AdoptionDecision, AdoptionStep } from './adoption-step.js';
import type {
  AdoptionDecisionView,
  AdoptionStepView,
  AnnualDocumentView,
  ChapterAdditionView,
  ChapterView,
  DocumentFigureView,
} from './annual-document.dto.js';
import { abilities } from './annual-document.policy.js';
import type { DocumentState } from './annual-document.service.js';
import type { Chapter, ChapterAddition } from './chapter.service.js';

export function forReader(
  actor: Actor,
  { document, cycle, decisions, step }: DocumentState,
): AnnualDocumentView {
  return {
    id: document.id,
    version: document.version,
    year: cycle.year,
    kind: document.kind,
    revision: document.revision,
    status: document.status,
    snapshotId: document.snapshotId,
    correctionReason: document.correctionReason,
    adoptedOn: document.adoptedOn,
    publishedAt: document.publishedAt?.toISOString() ?? null,
    route: document.route.map(stepForReader),
    decisions: decisions.map(decisionForReader),
    currentStep: step ? stepForReader(step) : null,
    abilities: abilities(actor, document, step),
  };
}

function stepForReader({ sequence, body, nameNl, kind, recordedByRole }: AdoptionStep): AdoptionStepView {
  return { sequence, body, name: nameNl, kind, recordedByRole };
}

function decisionForReader({
  sequence,
  outcome,
  decidedOn,
  reference,
  reason,
}: AdoptionDecision): AdoptionDecisionView {
  return { sequence, outcome, decidedOn, reference, reason };
}

export function chapterForWriter({ content, text, written, additions }: Chapter): ChapterView {
  return {
    id: content.id,
    version: text?.version ?? 0,
    number: content.number,
    title: content.title.nl,
    guidance: content.guidance.nl,
    written,
    body: text?.body ?? { type: 'document', content: [] },
    additions: additions.map(additionForWriter),
  };
}

function additionForWriter(addition: ChapterAddition): ChapterAdditionView {
  const { kind, title } = addition;
  return kind === 'figure'
    ? { kind, title, value: addition.value, rows: null }
    : { kind, title, value: null, rows: addition.rows };
}

export function figureForWriter({ definition, value }: TakenFigure): DocumentFigureView {
  return {
    id: definition.id,
    title: { nl: definition.title.nl, en: definition.title.en },
    measure: definition.measure,
    kind: value.kind,
    value: value.kind === 'number' ? value.value : null,
    public: definition.sensitivity === 'open',
  };
}
