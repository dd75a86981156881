import type { FigureCell, Localised, TakenFigure } from '@weerbaar/core/figures';
import type { DocumentBlock } from '@weerbaar/kernel/documents';
import { inputSourceNames } from '../../reference-content/code-names.js';
import {
  type ChapterContent,
  type InputSourceCode,
  referenceContent,
} from '../../reference-content/reference-content.js';
import { indicatorsByTheme } from './indicators-by-theme.js';
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
  'goals-and-indicators': (figures) => [
    ...indicatorsByTheme(figures),
    ...figures.keyFigures(
      'catalogue.building-blocks',
      'catalogue.building-blocks-with-owner',
      'catalogue.building-blocks-with-policy-document',
      'catalogue.building-blocks-working',
      'catalogue.reviews-overdue',
    ),
  ],
  actions: (figures) => [
    ...figures.keyFigures(
      'annual-cycle.actions-planned',
      'annual-cycle.actions-carried-over',
      'annual-cycle.budget-planned',
      'annual-cycle.hours-planned',
    ),
    ...figures.table('annual-cycle.actions', {
      without: ownerInOneColumn(figures),
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
      caption: text('Openstaande acties', 'Open actions'),
      without: ['intended-result', 'budget', 'hours', 'priority', ...ownerInOneColumn(figures)],
      where: (row) => openStatuses.has(row[figures.column('annual-cycle.actions', 'status')] ?? null),
      whenEmpty: text('Er staan geen acties meer open.', 'No actions are open any more.'),
    }),
  ],
  definitions: (figures) => [...subjectsWithoutFigures(figures), ...definitionTable(figures)],
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
  const delivered = deliveredTo(figures, chapter);
  const numbers = delivered
    .filter(({ value }) => value.kind === 'number')
    .map(({ definition }) => definition.id);
  const tables = delivered.filter(({ value }) => value.kind === 'table');
  return [
    ...figures.keyFigures(...numbers),
    ...tables.flatMap(({ definition }) => figures.table(definition.id)),
  ];
}

function deliveredTo(figures: FigureSet, { themes }: ChapterContent): readonly TakenFigure[] {
  return figures.all.filter(({ definition }) => themes.includes(themeOf(definition.buildingBlock)));
}

/** The code of a building block begins with its theme: `3a`. */
function themeOf(buildingBlock: string | undefined): string {
  return buildingBlock?.replace(/\D+$/, '') ?? '';
}

function blocksOfThemes(figures: FigureSet, { themes, title }: ChapterContent): DocumentBlock[] {
  if (themes.length === 0) return [];
  const figureId = 'catalogue.state-of-building-blocks';
  const theme = figures.column(figureId, 'theme');
  return figures.table(figureId, {
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

const tracedByAnyone = text(
  'Elk cijfer in dit stuk staat hieronder, met wat is geteld en uit welk register het komt. Wilt u een cijfer laten nagaan? Noem dan de naam van het cijfer en het controlegetal dat voor in dit stuk staat.',
  'Every figure in this document stands below, with what was counted and the register it comes from. To have a figure checked, give its name and the checksum at the front of this document.',
);

const tracedInside = text(
  'Elk cijfer in dit stuk staat hieronder, met wat is geteld en uit welk register het komt. Met het kenmerk en het nummer van de telling is in het systeem terug te vinden hoe en wanneer het is geteld.',
  'Every figure in this document stands below, with what was counted and the register it comes from. By its key and the number of the count the system shows how and when it was counted.',
);

/** Statuses no action has: columns of zeros only make a table too wide for its page. */
function unusedStatuses(figures: FigureSet): readonly string[] {
  const id = 'annual-cycle.actions-by-quarter';
  return referenceContent.actionStatuses
    .map(({ code }) => code)
    .filter((code) => figures.rows(id).every((row) => !row[figures.column(id, code)]));
}

/** Who may read names reads these; for everybody there is the role, where an action has one. */
function ownerInOneColumn(figures: FigureSet): readonly string[] {
  const id = 'annual-cycle.actions';
  const role = figures.column(id, 'owner-role');
  const named = figures.column(id, 'owner') !== -1;
  const noRoles = figures.rows(id).every((row) => row[role] === null || row[role] === 'person');
  return named || noRoles ? ['owner-role'] : [];
}

/** Said once, so that a reader does not take silence for nothing to report. */
function subjectsWithoutFigures(figures: FigureSet): DocumentBlock[] {
  const subjects = referenceContent.chapters.annualReport.flatMap((chapter) =>
    chapter.registerPending && deliveredTo(figures, chapter).length === 0
      ? [
          [
            `${chapter.number} ${figures.say(chapter.title)}`,
            capitalised(figures.say(chapter.registerPending)),
          ],
        ]
      : [],
  );
  if (subjects.length === 0) return [];
  const column = (nl: string, en: string, weight: number) => ({
    label: figures.say(text(nl, en)),
    measure: 'text' as const,
    weight,
  });
  return [
    {
      kind: 'paragraph',
      text: figures.say(
        text(
          'Over sommige onderwerpen staan in dit verslag nog geen cijfers. Die onderwerpen houden wij nog niet bij in de registratie waar de andere cijfers uit komen.',
          'On some subjects this report has no figures yet. We do not yet record those subjects in the register that the other figures come from.',
        ),
      ),
    },
    {
      kind: 'table',
      table: {
        caption: figures.say(text('Onderwerpen zonder cijfers', 'Subjects without figures')),
        columns: [column('Hoofdstuk', 'Chapter', 2), column('Nog geen cijfers over', 'No figures yet on', 4)],
        rows: subjects,
      },
    },
  ];
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function definitionTable(figures: FigureSet): DocumentBlock[] {
  const internal = figures.edition === 'internal';
  const rows = figures.all.map(({ definition, runId }) => [
    figures.say(definition.title),
    figures.say(definition.definition),
    figures.say(definition.register),
    ...(internal ? [`${definition.id} ${runId}`] : []),
  ]);
  const column = (nl: string, en: string, weight: number) => ({
    label: figures.say(text(nl, en)),
    measure: 'text' as const,
    weight,
  });
  return [
    { kind: 'paragraph', text: figures.say(internal ? tracedInside : tracedByAnyone) },
    {
      kind: 'table',
      table: {
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
          ...(internal ? [column('Kenmerk en nummer van de telling', 'Key and number of the count', 3)] : []),
        ],
        rows,
      },
    },
  ];
}
