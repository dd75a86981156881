import { createHash } from 'node:crypto';
import type { Language } from '@weerbaar/core/figures';
import type { RichText } from '@weerbaar/core/richtext';
import type { AdoptionDecision, AdoptionStep } from '../annual-document/adoption-step.js';
import type { DocumentKind, DocumentStatus } from '../annual-document/annual-document.entity.js';
import type { Edition } from './edition.js';

/**
 * Everything a document is made from, frozen at the moment it was asked for; the figures stand in
 * the snapshot, which never changes either. The same content and product version: the same bytes.
 */
export interface RenderingContent {
  readonly organisation: string;
  readonly kind: DocumentKind;
  readonly year: number;
  readonly revision: number;
  readonly status: DocumentStatus;
  readonly edition: Edition;
  readonly language: Language;
  readonly snapshotId: string;
  readonly correctionReason: string | null;
  readonly adoptedOn: string | null;
  /** Moment written into the files: when the figures were taken, or the adoption was complete. UTC ISO. */
  readonly issuedAt: string;
  readonly route: readonly AdoptionStep[];
  readonly decisions: readonly Pick<AdoptionDecision, 'sequence' | 'outcome' | 'decidedOn' | 'reference'>[];
  readonly texts: readonly { readonly chapter: string; readonly body: RichText }[];
}

export function contentHash(content: RenderingContent): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** Keys in a fixed order: content read back from the database has the same hash. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`;
}
