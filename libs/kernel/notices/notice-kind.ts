import type { Localised } from '@weerbaar/core/figures';

/** A reason to tell somebody that something waits for them. Declared by the part that knows it. */
export interface NoticeKind {
  /** `<part>.<what-it-is>`; stands in data, so it never changes. */
  readonly code: string;
  /** What there are of it, in the plural: "Actions of yours". Stands before a number, and as a subject. */
  readonly title: Localised;
  /** What it is and what the addressee can do, for one of them. No name, and nothing of what is recorded. */
  readonly text: Localised;
  /** Always mailed at once, whatever the addressee chose: somebody else can't go on without them. */
  readonly urgent: boolean;
}

/** For notices of a kind that this version does not know any more. */
export const unknownKind: NoticeKind = {
  code: 'notices.unknown',
  title: { nl: 'Andere meldingen', en: 'Other notices' },
  text: { nl: 'Er staat iets voor u klaar.', en: 'Something is waiting for you.' },
  urgent: false,
};
