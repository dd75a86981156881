import type { Localised } from '@weerbaar/core/figures';

export const policyDocumentKindNames = {
  policy: { nl: 'Beleid', en: 'Policy' },
  regulation: { nl: 'Regeling', en: 'Regulation' },
  protocol: { nl: 'Protocol', en: 'Protocol' },
  guideline: { nl: 'Richtlijn', en: 'Guideline' },
  form: { nl: 'Formulier', en: 'Form' },
  other: { nl: 'Anders', en: 'Other' },
} as const satisfies Record<string, Localised>;

export type PolicyDocumentKind = keyof typeof policyDocumentKindNames;

export const policyDocumentKinds = Object.keys(policyDocumentKindNames) as readonly PolicyDocumentKind[];
