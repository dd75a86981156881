import { Type } from 'class-transformer';
import { Choice, Day, Flag, Identifier, Instant, Line, List, Text, WholeNumber } from '@weerbaar/kernel/http';
import { type PolicyDocumentKind, policyDocumentKinds } from './policy-document-kind.js';

export class NewPolicyDocument {
  @Line({ max: 200 })
  title: string;

  @Choice(policyDocumentKinds, { name: 'PolicyDocumentKind' })
  kind: PolicyDocumentKind;
}

export class NewPolicyDocumentVersion {
  @Day({ description: 'When it was adopted' })
  adoptedOn: string;

  @Line({ max: 200, description: 'The body that adopted it' })
  adoptedBy: string;

  @Day({ description: 'First day on which it applies' })
  validFrom: string;

  @Line({
    max: 500,
    optional: true,
    description: 'Where everybody can read it; needed when there is no file',
  })
  publicationPlace?: string | null;

  @Text({ max: 2000, optional: true, description: 'What changed' })
  changeNote?: string | null;
}

/** Which version, in an address. */
export class PolicyDocumentVersionPath {
  @Identifier()
  policyDocumentId: string;

  @Type(() => Number)
  @WholeNumber({ min: 1 })
  number: number;
}

export class PolicyDocumentVersionView {
  @WholeNumber({ min: 1 })
  number: number;

  @Day()
  adoptedOn: string;

  @Line({ max: 200 })
  adoptedBy: string;

  @Day()
  validFrom: string;

  @Line({ max: 500, optional: true })
  publicationPlace: string | null;

  @Text({ max: 2000, optional: true })
  changeNote: string | null;

  @Flag({ description: 'Whether its text can be downloaded here' })
  hasFile: boolean;

  @Flag({ description: 'Whether this is the text that applies today' })
  inForce: boolean;

  @Instant()
  recordedAt: string;

  @Identifier({ optional: true, description: 'The account; null when it came in with an import' })
  recordedBy: string | null;
}

export class PolicyDocumentView {
  @Identifier()
  id: string;

  @Identifier()
  buildingBlockId: string;

  @Line({ max: 200 })
  title: string;

  @Choice(policyDocumentKinds, { name: 'PolicyDocumentKind' })
  kind: PolicyDocumentKind;

  @List(() => PolicyDocumentVersionView, { max: 1000, description: 'The newest first' })
  versions: PolicyDocumentVersionView[];
}
