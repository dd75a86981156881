import { ApiProperty } from '@nestjs/swagger';
import { IsDefined } from 'class-validator';
import type { Measure } from '@weerbaar/core/figures';
import { richTextSchema } from '@weerbaar/core/richtext';
import { roles } from '@weerbaar/kernel/context';
import {
  Choice,
  Day,
  Flag,
  Identifier,
  Instant,
  Line,
  List,
  Nested,
  Text,
  WholeNumber,
} from '@weerbaar/kernel/http';
import { adoptionStepKinds } from '../reference-content/reference-content.js';
import { type AdoptionOutcome, adoptionOutcomes } from './adoption-step.js';
import { type DocumentKind, documentKinds, documentStatuses } from './annual-document.entity.js';

export class NewAnnualDocument {
  @Choice(documentKinds, { name: 'DocumentKind' })
  kind: DocumentKind;
}

export class NewDecision {
  @Choice(adoptionOutcomes, { name: 'AdoptionOutcome' })
  outcome: AdoptionOutcome;

  @Day({ description: 'The day the body decided' })
  decidedOn: string;

  @Line({ max: 200, optional: true, description: 'Where the decision can be found' })
  reference?: string | null;

  @Text({ max: 2000, optional: true, description: 'Required when the document goes back' })
  reason?: string | null;
}

export class NewCorrection {
  @Text({ max: 2000, description: 'What was wrong; printed in the colophon' })
  reason: string;
}

export class ChapterWriting {
  @ApiProperty({
    ...(richTextSchema as object),
    description: 'Tree of paragraphs, headings, lists and figure references',
  })
  @IsDefined()
  body: object;
}

export class AdoptionStepView {
  @WholeNumber()
  sequence: number;

  @Line({ max: 50 })
  body: string;

  @Line({ max: 100 })
  name: string;

  @Choice(adoptionStepKinds, { name: 'AdoptionStepKind' })
  kind: string;

  @Choice(roles, { name: 'Role' })
  recordedByRole: string;
}

export class AdoptionDecisionView {
  @WholeNumber()
  sequence: number;

  @Choice(adoptionOutcomes, { name: 'AdoptionOutcome' })
  outcome: string;

  @Day()
  decidedOn: string;

  @Line({ max: 200, optional: true })
  reference: string | null;

  @Text({ max: 2000, optional: true })
  reason: string | null;
}

export class DocumentAbilitiesView {
  @Flag()
  edit: boolean;

  @Flag()
  submit: boolean;

  @Flag()
  decide: boolean;

  @Flag()
  publish: boolean;

  @Flag()
  correct: boolean;
}

export class AnnualDocumentView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @WholeNumber()
  year: number;

  @Choice(documentKinds, { name: 'DocumentKind' })
  kind: string;

  @WholeNumber({ description: '1 for the first, higher for corrections' })
  revision: number;

  @Choice(documentStatuses, { name: 'DocumentStatus' })
  status: string;

  @Identifier({ optional: true })
  snapshotId: string | null;

  @Text({ max: 2000, optional: true })
  correctionReason: string | null;

  @Day({ optional: true })
  adoptedOn: string | null;

  @Instant({ optional: true })
  publishedAt: string | null;

  @List(() => AdoptionStepView, { max: 20 })
  route: AdoptionStepView[];

  @List(() => AdoptionDecisionView, { max: 200 })
  decisions: AdoptionDecisionView[];

  @Nested(() => AdoptionStepView, { optional: true, description: 'The step that is to be decided now' })
  currentStep: AdoptionStepView | null;

  @Nested(() => DocumentAbilitiesView, { description: 'What you may do with it now' })
  abilities: DocumentAbilitiesView;
}

export class ChapterAdditionView {
  @Choice(['figure', 'table'], { name: 'ChapterAdditionKind' })
  kind: 'figure' | 'table';

  @Line({ max: 300 })
  title: string;

  @Line({ max: 50, optional: true, description: 'Of a figure, as printed' })
  value: string | null;

  @WholeNumber({ optional: true, description: 'Of a table; 0 when there is nothing to print' })
  rows: number | null;
}

export class ChapterView {
  @Line({ max: 50 })
  id: string;

  @WholeNumber({ description: '0 when nobody wrote it yet' })
  version: number;

  @Line({ max: 5 })
  number: string;

  @Line({ max: 200 })
  title: string;

  @Text({ max: 2000, description: 'What belongs in the chapter; never printed' })
  guidance: string;

  @Flag()
  written: boolean;

  @ApiProperty({ ...(richTextSchema as object), description: 'The text' })
  body: object;

  @List(() => ChapterAdditionView, { max: 100, description: 'What is printed besides the text' })
  additions: ChapterAdditionView[];
}

export class FigureDifferenceView {
  @Line({ max: 100 })
  figureId: string;

  @ApiProperty({ type: 'number', nullable: true })
  before: number | null;

  @ApiProperty({ type: 'number', nullable: true })
  after: number | null;

  @Flag()
  tableChanged: boolean;
}

export class FigureTitleView {
  @Line({ max: 200, description: 'Dutch' })
  nl: string;

  @Line({ max: 200, description: 'English' })
  en: string;
}

const measures = [
  'count',
  'percentage',
  'euro',
  'hours',
  'day',
  'quarter',
  'text',
] as const satisfies readonly Measure[];

export class DocumentFigureView {
  @Line({ max: 100 })
  id: string;

  @Nested(() => FigureTitleView)
  title: FigureTitleView;

  @Choice(measures, { name: 'Measure' })
  measure: Measure;

  @Choice(['number', 'table'], { name: 'FigureKind', description: 'A text can refer to a number only' })
  kind: 'number' | 'table';

  @ApiProperty({ type: 'number', nullable: true, description: 'Of a number, when it is known' })
  value: number | null;

  @Flag({ description: 'Whether the public edition shows it' })
  public: boolean;
}
