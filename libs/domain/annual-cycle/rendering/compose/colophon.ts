import { formatDay, type Language, type Localised } from '@weerbaar/core/figures';
import { dayInTheNetherlands } from '@weerbaar/kernel/clock';
import type { ColophonEntry } from '@weerbaar/kernel/documents';
import type { AdoptionOutcome } from '../../annual-document/adoption-step.js';
import type { FiguresSnapshot } from '../../snapshot/figures-snapshot.js';
import type { Edition } from '../edition.js';
import type { RenderingContent } from '../rendering-content.js';

export const editionNames: Readonly<Record<Edition, Localised>> = {
  internal: { nl: 'Interne uitgave', en: 'Internal edition' },
  public: { nl: 'Openbare uitgave', en: 'Public edition' },
};

const outcomeNames: Readonly<Record<AdoptionOutcome, Localised>> = {
  approved: { nl: 'akkoord', en: 'approved' },
  discussed: { nl: 'besproken', en: 'discussed' },
  informed: { nl: 'geïnformeerd', en: 'informed' },
  'sent-back': { nl: 'teruggestuurd', en: 'sent back' },
};

export function statusText({ status, adoptedOn }: RenderingContent, language: Language): string {
  if (status === 'draft') return language === 'nl' ? 'Concept' : 'Draft';
  if (status === 'submitted') return language === 'nl' ? 'Ter besluitvorming' : 'Up for decision';
  const day = adoptedOn ? formatDay(adoptedOn, language) : '';
  return language === 'nl' ? `Vastgesteld op ${day}` : `Adopted on ${day}`;
}

/** Status, adoption and origin of the figures: what makes the document an account and not a brochure. */
export function colophonOf(content: RenderingContent, snapshot: FiguresSnapshot): ColophonEntry[] {
  const { language } = content;
  const say = (text: Localised): string => text[language];
  const entry = (label: Localised, value: string): ColophonEntry => ({ label: say(label), value });
  const takenOn = formatDay(dayInTheNetherlands(new Date(snapshot.takenAt)), language);
  return [
    entry({ nl: 'Uitgegeven door', en: 'Published by' }, content.organisation),
    entry({ nl: 'Uitgave', en: 'Edition' }, say(editionNames[content.edition])),
    entry({ nl: 'Status', en: 'Status' }, statusText(content, language)),
    ...correction(content, entry),
    ...adoption(content, entry),
    entry(
      { nl: 'Peildatum van de cijfers', en: 'Reference date of the figures' },
      formatDay(snapshot.referenceDate, language),
    ),
    entry({ nl: 'Cijfers vastgelegd op', en: 'Figures recorded on' }, takenOn),
    entry(
      { nl: 'Controlegetal van de cijfers', en: 'Checksum of the figures' },
      `${printedHash(snapshot.hash, content.edition)}\n${say(purposeOfHash)}`,
    ),
    entry(
      { nl: 'Wettelijke grondslag', en: 'Legal basis' },
      say({
        nl: 'Ambtenarenwet 2017, artikel 4',
        en: 'Civil Servants Act 2017 (Ambtenarenwet 2017), article 4',
      }),
    ),
  ];
}

const purposeOfHash: Localised = {
  nl: 'Hiermee is na te gaan dat de cijfers niet zijn veranderd nadat ze zijn vastgelegd.',
  en: 'By this can be checked that the figures have not changed since they were recorded.',
};

/** In groups, to read out. Everybody gets the part that finds the figures; the organisation compares all of it. */
function printedHash(hash: string, edition: Edition): string {
  const shown = edition === 'internal' ? hash : hash.slice(0, 16);
  return shown.replace(/(.{4})(?=.)/gu, '$1 ');
}

type Entry = (label: Localised, value: string) => ColophonEntry;

function correction(
  { revision, correctionReason, language }: RenderingContent,
  entry: Entry,
): ColophonEntry[] {
  if (revision === 1) return [];
  const number = language === 'nl' ? `Versie ${revision}: ` : `Revision ${revision}: `;
  return [entry({ nl: 'Correctie', en: 'Correction' }, `${number}${correctionReason ?? ''}`)];
}

function adoption({ route, decisions, language }: RenderingContent, entry: Entry): ColophonEntry[] {
  return decisions.flatMap(({ sequence, outcome, decidedOn, reference }) => {
    const step = route.find((candidate) => candidate.sequence === sequence);
    if (!step) return [];
    const what = outcomeNames[outcome][language];
    const known = reference ? ` (${reference})` : '';
    return [
      entry({ nl: step.nameNl, en: step.nameEn }, `${what}, ${formatDay(decidedOn, language)}${known}`),
    ];
  });
}
