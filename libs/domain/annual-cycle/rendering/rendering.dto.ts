import { ApiProperty } from '@nestjs/swagger';
import type { Language } from '@weerbaar/core/figures';
import { documentFormats } from '@weerbaar/kernel/documents';
import { Choice, Identifier, Instant, Line, List, Nested, WholeNumber } from '@weerbaar/kernel/http';
import { documentKinds } from '../annual-document/annual-document.entity.js';
import { type Edition, editions } from './edition.js';

const languages = ['nl', 'en'] as const;
const formats = documentFormats.map(({ format }) => format);
const states = ['queued', 'running', 'done', 'failed'] as const;

export class NewRendering {
  @Choice(editions, { name: 'Edition' })
  edition: Edition;

  @Choice(languages, { name: 'Language', omittable: true })
  language?: Language;
}

export class RenderedFileView {
  @Choice(formats, { name: 'DocumentFormat' })
  format: string;

  @Line({ max: 200 })
  name: string;

  @Line({ max: 200 })
  mediaType: string;

  @WholeNumber({ description: 'Bytes' })
  size: number;

  @Line({ max: 64, description: 'Checksum' })
  sha256: string;

  @ApiProperty({ type: 'string', format: 'uri-reference', description: 'Where the file is' })
  href: string;
}

export class RequesterView {
  @Identifier()
  personId: string;

  @Line({ max: 200 })
  name: string;
}

export class RenderingView {
  @Identifier()
  id: string;

  @Identifier()
  documentId: string;

  @Choice(editions, { name: 'Edition' })
  edition: string;

  @Choice(languages, { name: 'Language' })
  language: string;

  @Line({ max: 64, description: 'Hash of all that the document is made from' })
  contentHash: string;

  @Instant({ description: 'When it was asked for first' })
  requestedAt: string;

  @Nested(() => RequesterView, { optional: true, description: 'By whom; null: it is not known' })
  requestedBy: RequesterView | null;

  @Choice(states, { name: 'JobState' })
  state: string;

  @Line({ max: 50, optional: true, description: 'The step that is being done' })
  step: string | null;

  @WholeNumber({ max: 100, description: 'Percent' })
  progress: number;

  @Line({ max: 100, optional: true, description: 'Why it failed' })
  errorCode: string | null;

  @List(() => RenderedFileView, { max: 20 })
  files: RenderedFileView[];
}

export class PublicationView {
  @Identifier()
  documentId: string;

  @Choice(documentKinds, { name: 'DocumentKind' })
  kind: string;

  @WholeNumber()
  year: number;

  @WholeNumber({ description: 'Higher than 1: a correction' })
  revision: number;

  @Instant()
  publishedAt: string;

  @List(() => RenderedFileView, { max: 20 })
  files: RenderedFileView[];
}
