import type { FigureDefinition, FigureValue, TakenFigure } from '@weerbaar/core/figures';
import { document, figure, paragraph } from '@weerbaar/core/richtext';
import type { DocumentBlock } from '@weerbaar/kernel/documents';
import { referenceContent } from '../reference-content/reference-content.js';
import type { FiguresSnapshot } from '../snapshot/figures-snapshot.js';
import { composeDocument } from './compose-document.js';
import { figuresFor } from './edition.js';
import type { RenderingContent } from './rendering-content.js';

const text = (word: string) => ({ nl: word, en: word });
const period = { year: 2025, from: '2025-01-01', to: '2025-12-31', referenceDate: '2025-12-31' };

function taken(definition: Partial<FigureDefinition> & { id: string }, value: FigureValue): TakenFigure {
  return {
    definition: {
      title: text(definition.id),
      definition: text('what is counted'),
      register: text('register'),
      countingRule: 'state-at-reference-date',
      sensitivity: 'open',
      measure: 'count',
      ...definition,
    },
    value,
    period,
    runId: `run-${definition.id}`,
  };
}

const number = (id: string, value: number, more: Partial<FigureDefinition> = {}) =>
  taken({ id, ...more }, { kind: 'number', value });

function snapshotOf(...figures: TakenFigure[]): FiguresSnapshot {
  return {
    id: 'snapshot',
    year: 2025,
    referenceDate: '2025-12-31',
    takenAt: new Date('2026-01-15T10:00:00Z'),
    hash: 'a'.repeat(64),
    figures,
  };
}

const content: RenderingContent = {
  organisation: 'Gemeente Voorbeeld',
  kind: 'report',
  year: 2025,
  revision: 1,
  status: 'draft',
  edition: 'public',
  language: 'nl',
  snapshotId: 'snapshot',
  correctionReason: null,
  adoptedOn: null,
  issuedAt: '2026-01-15T10:00:00.000Z',
  route: [],
  decisions: [],
  texts: [],
};

function blocksOf(
  chapter: string,
  made: RenderingContent,
  figures: FiguresSnapshot,
): readonly DocumentBlock[] {
  return composeDocument(made, figures).chapters.find(({ id }) => id === chapter)?.blocks ?? [];
}

describe('the composed document', () => {
  it('has every chapter of the report in order, also when nothing is there yet', () => {
    const model = composeDocument(content, snapshotOf());
    expect(model.chapters.map(({ id }) => id)).toEqual(
      referenceContent.chapters.annualReport.map(({ id }) => id),
    );
    for (const { blocks } of model.chapters) expect(blocks.length).toBeGreaterThan(0);
  });

  it('puts the number of the snapshot where the text refers to it', () => {
    const body = document(paragraph('Wij rondden ', figure('annual-cycle.actions-done'), ' acties af.'));
    const [block] = blocksOf(
      'summary',
      { ...content, texts: [{ chapter: 'summary', body }] },
      snapshotOf(number('annual-cycle.actions-done', 1234)),
    );
    expect(JSON.stringify(block)).toContain('1.234');
  });

  it('prints no number rather than a wrong one when the edition does not have the figure', () => {
    const body = document(paragraph(figure('adviser.contacts')));
    const [block] = blocksOf('summary', { ...content, texts: [{ chapter: 'summary', body }] }, snapshotOf());
    expect(JSON.stringify(block)).toContain('niet in deze uitgave');
  });

  it('says once, at the end, on which subjects it has no figures yet', () => {
    const withOaths = snapshotOf(number('entry.oaths-taken', 12, { buildingBlock: '1g' }));
    const subjectsOf = (snapshot: FiguresSnapshot) =>
      JSON.stringify(blocksOf('definitions', content, snapshot));
    expect(subjectsOf(snapshotOf())).toContain('"4 Indiensttreding","Eden en beloften');
    expect(subjectsOf(withOaths)).not.toContain('Eden en beloften');
    expect(subjectsOf(withOaths)).toContain('9 Meldingen en onderzoeken');
    expect(JSON.stringify(composeDocument(content, snapshotOf()).chapters.slice(0, -1))).not.toContain(
      'nog geen cijfers',
    );
  });

  it('shows the figures of a new register in the chapter of its theme, without being told', () => {
    const oaths = number('entry.oaths-taken', 12, { buildingBlock: '1g', title: text('Afgelegde eden') });
    const blocks = blocksOf('entry', content, snapshotOf(oaths));
    expect(blocks).toContainEqual({
      kind: 'key-figures',
      items: [{ label: 'Afgelegde eden', value: '12', note: 'what is counted' }],
    });
  });

  it('explains every figure in the annex, and how to have it checked', () => {
    const inEdition = (edition: 'internal' | 'public') =>
      JSON.stringify(
        blocksOf('definitions', { ...content, edition }, snapshotOf(number('catalogue.building-blocks', 45))),
      );
    expect(inEdition('internal')).toContain('catalogue.building-blocks run-catalogue.building-blocks');
    expect(inEdition('public')).toContain('what is counted');
    expect(inEdition('public')).toContain('Noem dan de naam van het cijfer en het controlegetal');
    expect(inEdition('public')).not.toContain('run-');
  });

  it('prints the checksum with what it is for: all of it inside, its beginning for everybody', () => {
    const checksumIn = (edition: 'internal' | 'public') =>
      composeDocument({ ...content, edition }, snapshotOf()).colophon.find(({ label }) =>
        label.startsWith('Controlegetal'),
      )?.value ?? '';
    expect(checksumIn('public')).toMatch(/^aaaa aaaa aaaa aaaa\nHiermee is na te gaan/);
    expect(checksumIn('internal').split('\n')[0]?.replaceAll(' ', '')).toBe('a'.repeat(64));
  });

  it('counts for each theme what is in order and what is late, by the state of its building blocks', () => {
    const columns = ['theme', 'design', 'existence', 'operation', 'next-review'].map((id) => ({
      id,
      label: text(id),
      measure: 'text' as const,
    }));
    const state = taken(
      { id: 'catalogue.state-of-building-blocks', columns },
      {
        kind: 'table',
        rows: [
          ['1', 'sufficient', 'sufficient', 'unknown', '2025-12-30'],
          ['1', 'sufficient', 'partial', 'unknown', '2025-12-31'],
          ['2', 'insufficient', 'unknown', 'sufficient', '2027-01-01'],
        ],
      },
    );
    const table = blocksOf('goals-and-indicators', { ...content, kind: 'plan' }, snapshotOf(state)).find(
      ({ kind }) => kind === 'table',
    );
    expect(table?.kind === 'table' && table.table.rows.slice(0, 3).map((row) => row.slice(1))).toEqual([
      [2, 2, 1, 0, 1],
      [1, 0, 0, 1, 0],
      [0, 0, 0, 0, 0],
    ]);
  });

  it.each([
    ['internal', 'register, peildatum 31 december 2025 (entry.oaths).'],
    ['public', 'register, peildatum 31 december 2025.'],
  ] as const)(
    'gives under a table the code of its figure inside the organisation only: %s',
    (edition, source) => {
      const register = taken(
        { id: 'entry.oaths', buildingBlock: '1g', title: text('Afgelegde eden'), columns: [] },
        { kind: 'table', rows: [] },
      );
      const blocks = blocksOf('entry', { ...content, edition }, snapshotOf(register));
      expect(blocks).toContainEqual(
        expect.objectContaining({ table: expect.objectContaining({ caption: 'Afgelegde eden', source }) }),
      );
    },
  );

  it('names the figure of the annex in public when the table has a caption of its own', () => {
    const state = taken(
      { id: 'catalogue.state-of-building-blocks', title: text('Stand van de bouwstenen'), columns: [] },
      { kind: 'table', rows: [] },
    );
    const [table] = blocksOf('entry', content, snapshotOf(state)).filter(({ kind }) => kind === 'table');
    expect(table).toMatchObject({
      table: { source: 'register, peildatum 31 december 2025 (Stand van de bouwstenen).' },
    });
  });

  it('says inside the organisation why a finding has no action, where one has none', () => {
    const column = (id: string, more: object = {}) => ({
      id,
      label: text(id),
      measure: 'text' as const,
      ...more,
    });
    const findings = taken(
      {
        id: 'annual-cycle.findings-by-source',
        columns: [
          column('source'),
          column('title'),
          column('reason-for-no-action', { sensitivity: 'internal' }),
        ],
      },
      {
        kind: 'table',
        rows: [
          ['developments', 'Nieuwe wet', 'Die geldt nog niet.'],
          ['previous-report', 'Oude code', null],
        ],
      },
    );
    const rowsOf = (chapter: string, edition: 'internal' | 'public') =>
      blocksOf(
        chapter,
        { ...content, kind: 'plan', edition },
        snapshotOf(...figuresFor(edition, [findings])),
      ).flatMap((block) => (block.kind === 'table' ? block.table.rows : []));
    expect(rowsOf('developments', 'internal')).toEqual([['Nieuwe wet', 'Die geldt nog niet.']]);
    expect(rowsOf('developments', 'public')).toEqual([['Nieuwe wet']]);
    expect(rowsOf('look-back-findings', 'internal')).toEqual([['Oude code']]);
  });

  it('is the same whenever it is composed', () => {
    const snapshot = snapshotOf(number('catalogue.building-blocks', 45));
    expect(composeDocument(content, snapshot)).toEqual(composeDocument(content, snapshot));
  });

  it('says in the colophon who decided what and when, and why a correction was made', () => {
    const adopted: RenderingContent = {
      ...content,
      status: 'adopted',
      revision: 2,
      correctionReason: 'Een getal was niet juist.',
      adoptedOn: '2026-04-14',
      route: [
        {
          sequence: 1,
          body: 'college',
          nameNl: 'Besluit van het college',
          nameEn: 'Decision of the college',
          kind: 'decision',
          recordedByRole: 'municipal-secretary',
        },
      ],
      decisions: [{ sequence: 1, outcome: 'approved', decidedOn: '2026-04-14', reference: 'B-2026-12' }],
    };
    const model = composeDocument(adopted, snapshotOf());
    expect(model.status).toBe('Vastgesteld op 14 april 2026');
    expect(model.draft).toBe(false);
    expect(model.colophon).toContainEqual({
      label: 'Besluit van het college',
      value: 'akkoord, 14 april 2026 (B-2026-12)',
    });
    expect(model.colophon).toContainEqual({
      label: 'Correctie',
      value: 'Versie 2: Een getal was niet juist.',
    });
  });
});
