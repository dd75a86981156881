import type { FigureCell, Localised } from '@weerbaar/core/figures';
import type { DocumentBlock } from '@weerbaar/kernel/documents';
import { inputSourceNames } from '../../reference-content/code-names.js';
import {
  type ChapterContent,
  type InputSourceCode,
  referenceContent,
} from '../../reference-content/reference-content.js';
import { actionsByQuarter, planVersusDone, stateHeatMap } from './figure-charts.js';
import type { FigureSet } from './figure-set.js';

/** What stands in a chapter besides its text. */
type Blocks = (figures: FigureSet, chapter: ChapterContent) => DocumentBlock[];

const text = (nl: string, en: string): Localised => ({ nl, en });

const openStatuses = new Set<FigureCell>(
  referenceContent.actionStatuses.filter(({ closed }) => !closed).map(({ code }) => code),
);

const findingTable = 'annual-cycle.findings-by-source';

/** Chapters with figures of their own. All others show what the registers of their themes deliver. */
const ofChapter: Readonly<Record<string, Blocks>> = {
  // Annual plan
  'look-back-findings': findingsFrom('previous-report'),
  developments: findingsFrom('developments'),
  'own-instruments': (figures, chapter) => [
    ...findingsFrom('own-instruments')(figures, chapter),
    ...stateHeatMap(figures),
    ...figures.table('catalogue.state-by-theme'),
  ],
  'adviser-reports': findingsFrom('adviser-reports'),
  'audits-and-investigations': findingsFrom('audits-and-investigations'),
  'goals-and-indicators': (figures) =>
    figures.keyFigures(
      'catalogue.building-blocks',
      'catalogue.building-blocks-with-owner',
      'catalogue.building-blocks-with-policy-document',
      'catalogue.building-blocks-working',
      'catalogue.reviews-overdue',
    ),
  actions: (figures) => [
    ...figures.keyFigures(
      'annual-cycle.actions-planned',
      'annual-cycle.actions-carried-over',
      'annual-cycle.budget-planned',
      'annual-cycle.hours-planned',
    ),
    ...figures.table('annual-cycle.actions', {
      whenEmpty: text(
        'Voor dit jaar zijn nog geen acties vastgelegd.',
        'No actions have been recorded for this year yet.',
      ),
    }),
  ],
  calendar: quartersOfTheYear,
  // The state of the blocks stands in chapter 3 already.
  communication: fromRegisters,
  'capacity-and-money': (figures) => [
    ...figures.keyFigures('annual-cycle.budget-planned', 'annual-cycle.hours-planned'),
    ...figures.table('annual-cycle.actions-by-theme', {
      caption: text('Acties, geld en uren per thema', 'Actions, money and hours by theme'),
      without: ['done'],
    }),
  ],
  'carried-over-actions': (figures) =>
    figures.table('annual-cycle.carried-over-actions', {
      whenEmpty: text(
        'Uit het vorige jaar zijn geen acties overgenomen.',
        'No actions were carried over from the year before.',
      ),
    }),

  // Annual report
  summary: (figures) => [
    ...figures.keyFigures(
      'catalogue.building-blocks',
      'catalogue.building-blocks-with-owner',
      'catalogue.building-blocks-with-policy-document',
      'catalogue.building-blocks-working',
      'catalogue.reviews-overdue',
      'annual-cycle.actions-planned',
      'annual-cycle.actions-done',
      'annual-cycle.actions-open',
    ),
  ],
  'policy-and-organisation': (figures) =>
    figures.table('catalogue.policy-documents', {
      whenEmpty: text('Er zijn geen beleidsstukken vastgelegd.', 'No policy documents have been recorded.'),
    }),
  'state-of-building-blocks': (figures) => [
    ...stateHeatMap(figures),
    ...figures.table('catalogue.state-by-theme'),
    ...figures.table('catalogue.state-of-building-blocks', { without: ['theme'] }),
    ...planVersusDone(figures),
    ...figures.table('annual-cycle.actions-by-theme'),
  ],
  learning: (figures) => [
    ...figures.keyFigures('annual-cycle.findings', 'annual-cycle.findings-with-action'),
    ...figures.table(findingTable, { without: ['description', ...unusedReason(figures)] }),
  ],
  'look-ahead': (figures) => [
    ...quartersOfTheYear(figures),
    ...figures.table('annual-cycle.actions', {
      tableId: 'open-actions',
      caption: text('Openstaande acties', 'Open actions'),
      without: ['intended-result', 'budget', 'hours', 'priority'],
      where: (row) => openStatuses.has(row[figures.column('annual-cycle.actions', 'status')] ?? null),
      whenEmpty: text('Er staan geen acties meer open.', 'No actions are open any more.'),
    }),
  ],
  definitions: (figures) => definitionTable(figures),
};

function quartersOfTheYear(figures: FigureSet): DocumentBlock[] {
  return [
    ...actionsByQuarter(figures),
    ...figures.table('annual-cycle.actions-by-quarter', { without: unusedStatuses(figures) }),
  ];
}

/** Everything in a chapter besides the text that people wrote. */
export function blocksOf(figures: FigureSet, chapter: ChapterContent): DocumentBlock[] {
  const own = ofChapter[chapter.id];
  if (own) return own(figures, chapter);
  return [...fromRegisters(figures, chapter), ...blocksOfThemes(figures, chapter)];
}

/** Registers plug in by their figures: those whose building block belongs to a theme of the chapter. */
function fromRegisters(figures: FigureSet, chapter: ChapterContent): DocumentBlock[] {
  const delivered = figures.all.filter(({ definition }) =>
    chapter.themes.includes(themeOf(definition.buildingBlock)),
  );
  if (delivered.length === 0) {
    return chapter.registerPending ? [{ kind: 'notice', text: figures.say(chapter.registerPending) }] : [];
  }
  const numbers = delivered
    .filter(({ value }) => value.kind === 'number')
    .map(({ definition }) => definition.id);
  const tables = delivered.filter(({ value }) => value.kind === 'table');
  return [
    ...figures.keyFigures(...numbers),
    ...tables.flatMap(({ definition }) => figures.table(definition.id)),
  ];
}

/** The code of a building block begins with its theme: `3a`. */
function themeOf(buildingBlock: string | undefined): string {
  return buildingBlock?.replace(/\D+$/, '') ?? '';
}

function blocksOfThemes(figures: FigureSet, { id, themes, title }: ChapterContent): DocumentBlock[] {
  if (themes.length === 0) return [];
  const figureId = 'catalogue.state-of-building-blocks';
  const theme = figures.column(figureId, 'theme');
  return figures.table(figureId, {
    tableId: `building-blocks-${id}`,
    caption: text(`Bouwstenen: ${title.nl}`, `Building blocks: ${title.en}`),
    where: (row) => themes.includes(String(row[theme])),
    without: ['theme'],
  });
}

function findingsFrom(source: InputSourceCode): Blocks {
  const name = inputSourceNames[source];
  return (figures) => {
    const column = figures.column(findingTable, 'source');
    const ofSource = (row: readonly unknown[]) => row[column] === source;
    return figures.table(findingTable, {
      tableId: `findings-${source}`,
      caption: text(`Bevindingen: ${name.nl}`, `Findings: ${name.en}`),
      where: ofSource,
      without: ['source', ...unusedReason(figures, ofSource)],
      whenEmpty: text(
        'Uit deze bron zijn geen bevindingen vastgelegd.',
        'No findings were recorded from this source.',
      ),
    });
  };
}

/** When all findings have an action. */
function unusedReason(figures: FigureSet, where: (row: readonly unknown[]) => boolean = () => true) {
  const id = 'reason-for-no-action';
  const column = figures.column(findingTable, id);
  return figures.rows(findingTable).some((row) => where(row) && row[column]) ? [] : [id];
}

/** Statuses no action has: columns of zeros only make a table too wide for its page. */
function unusedStatuses(figures: FigureSet): readonly string[] {
  const id = 'annual-cycle.actions-by-quarter';
  return referenceContent.actionStatuses
    .map(({ code }) => code)
    .filter((code) => figures.rows(id).every((row) => !row[figures.column(id, code)]));
}

function definitionTable(figures: FigureSet): DocumentBlock[] {
  const rows = figures.all.map(({ definition, runId }) => [
    figures.say(definition.title),
    figures.say(definition.definition),
    figures.say(definition.register),
    `${definition.id} · ${runId}`,
  ]);
  const column = (nl: string, en: string, weight: number) => ({
    label: figures.say(text(nl, en)),
    measure: 'text' as const,
    weight,
  });
  return [
    {
      kind: 'table',
      table: {
        id: 'definitions',
        caption: figures.say(
          text(
            'Cijfers in dit stuk en hoe ze zijn geteld',
            'Figures in this document and how they were counted',
          ),
        ),
        columns: [
          column('Cijfer', 'Figure', 2),
          column('Wat is geteld', 'What was counted', 4),
          column('Register', 'Register', 2),
          column('Kenmerk en telling', 'Id and run', 3),
        ],
        rows,
      },
    },
  ];
}
