import { Problem } from '@weerbaar/kernel/problems';
import type { DocumentStatus } from './annual-document.entity.js';

/** What can be done to a document, and from which status. */
export const transitions = {
  'change-text': ['draft'],
  'refresh-figures': ['draft'],
  submit: ['draft'],
  decide: ['submitted'],
  publish: ['adopted'],
  correct: ['adopted', 'published'],
} as const satisfies Record<string, readonly DocumentStatus[]>;

export type DocumentTransition = keyof typeof transitions;

const refusals: Readonly<Record<DocumentStatus, { nl: string; en: string }>> = {
  draft: { nl: 'Dit stuk is nog een concept.', en: 'This document is still a draft.' },
  submitted: { nl: 'Dit stuk ligt ter besluitvorming.', en: 'This document is being decided on.' },
  adopted: {
    nl: 'Dit stuk is vastgesteld en verandert niet meer. Maak een correctie.',
    en: 'This document was adopted and does not change any more. Make a correction.',
  },
  published: {
    nl: 'Dit stuk is gepubliceerd en verandert niet meer. Maak een correctie.',
    en: 'This document was published and does not change any more. Make a correction.',
  },
};

export function canDo(status: DocumentStatus, transition: DocumentTransition): boolean {
  return (transitions[transition] as readonly DocumentStatus[]).includes(status);
}

/** @throws Problem `conflict` with the reason. */
export function requirePossible(status: DocumentStatus, transition: DocumentTransition): void {
  if (!canDo(status, transition)) throw new Problem('conflict', { detail: refusals[status] });
}
