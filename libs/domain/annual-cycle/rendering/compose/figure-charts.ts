import { themeNames } from '@weerbaar/catalogue/contract';
import { type Chart, groupedBars, heatMap, stackedBars } from '@weerbaar/core/charts';
import type { FigureCell, Localised } from '@weerbaar/core/figures';
import type { DocumentBlock } from '@weerbaar/kernel/documents';
import { actionStatusNames } from '../../reference-content/code-names.js';
import type { FigureSet } from './figure-set.js';

const aspects = ['design', 'existence', 'operation'] as const;

const aspectNames: Readonly<Record<(typeof aspects)[number], Localised>> = {
  design: { nl: 'Opzet', en: 'Design' },
  existence: { nl: 'Bestaan', en: 'Existence' },
  operation: { nl: 'Werking', en: 'Operation' },
};

/** Words of the scale of the heat map: how many blocks of a theme are in order. */
const shares: readonly Localised[] = [
  { nl: 'geen', en: 'none' },
  { nl: 'minder dan de helft', en: 'less than half' },
  { nl: 'de helft of meer', en: 'half or more' },
  { nl: 'alle', en: 'all' },
];

/** 8 themes by design, existence and operation: where the integrity system stands, at a glance. */
export function stateHeatMap(figures: FigureSet): DocumentBlock[] {
  const id = 'catalogue.state-by-theme';
  const rows = figures.rows(id);
  if (rows.length === 0) return [];
  const caption = figures.say({
    nl: 'Bouwstenen op orde per thema, naar opzet, bestaan en werking',
    en: 'Building blocks in order by theme: design, existence and operation',
  });
  const at = (name: string) => figures.column(id, name);
  const chart = heatMap({
    id: 'state-by-theme',
    title: caption,
    language: figures.language,
    rowsTitle: figures.say({ nl: 'Thema', en: 'Theme' }),
    columns: aspects.map((aspect) => figures.say(aspectNames[aspect])),
    levels: shares.map((share) => figures.say(share)),
    rows: Object.entries(themeNames).map(([theme, name]) => ({
      label: `${theme}. ${figures.say(name)}`,
      cells: aspects.map((aspect) => {
        const row = rows.find(
          (candidate) => candidate[at('theme')] === theme && candidate[at('aspect')] === aspect,
        );
        return heatMapCell(figures, row, at);
      }),
    })),
  });
  return [asBlock('state-by-theme', chart, caption)];
}

function heatMapCell(
  figures: FigureSet,
  row: readonly FigureCell[] | undefined,
  at: (name: string) => number,
): { label: string; level: number | null } {
  const count = (name: string): number => Number(row?.[at(name)] ?? 0);
  const judged = count('sufficient') + count('partial') + count('insufficient');
  const total = judged + count('unknown');
  if (judged === 0) return { label: figures.say({ nl: 'niet beoordeeld', en: 'not assessed' }), level: null };
  const good = count('sufficient');
  return {
    label: figures.say({ nl: `${good} van ${total}`, en: `${good} of ${total}` }),
    level: shareLevel(good, total),
  };
}

function shareLevel(good: number, total: number): number {
  if (good === 0) return 0;
  if (good === total) return 3;
  return good * 2 < total ? 1 : 2;
}

export function planVersusDone(figures: FigureSet): DocumentBlock[] {
  const id = 'annual-cycle.actions-by-theme';
  const rows = figures.rows(id);
  if (rows.length === 0) return [];
  const caption = figures.say({ nl: 'Plan en uitvoering per thema', en: 'Plan and execution by theme' });
  const values = (column: string) => rows.map((row) => Number(row[figures.column(id, column)] ?? 0));
  const chart = groupedBars({
    id: 'plan-versus-done',
    title: caption,
    language: figures.language,
    categories: rows.map((row) => themeLabel(figures, row[figures.column(id, 'theme')])),
    main: { label: figures.say({ nl: 'Afgerond', en: 'Done' }), values: values('done') },
    comparison: { label: figures.say({ nl: 'Gepland', en: 'Planned' }), values: values('planned') },
    axisTitle: figures.say({ nl: 'Aantal acties', en: 'Number of actions' }),
  });
  return [asBlock('plan-versus-done', chart, caption)];
}

export function actionsByQuarter(figures: FigureSet): DocumentBlock[] {
  const id = 'annual-cycle.actions-by-quarter';
  const rows = figures.rows(id);
  if (rows.length === 0) return [];
  const caption = figures.say({ nl: 'Acties per kwartaal en status', en: 'Actions by quarter and status' });
  const used = Object.entries(actionStatusNames).filter(([status]) =>
    rows.some((row) => Number(row[figures.column(id, status)] ?? 0) > 0),
  );
  const chart = stackedBars({
    id: 'actions-by-quarter',
    title: caption,
    language: figures.language,
    categories: rows.map((row) => figures.say({ nl: `Kwartaal ${row[0]}`, en: `Quarter ${row[0]}` })),
    series: used.map(([status, name]) => ({
      label: figures.say(name),
      values: rows.map((row) => Number(row[figures.column(id, status)] ?? 0)),
    })),
    axisTitle: figures.say({ nl: 'Aantal acties', en: 'Number of actions' }),
  });
  return [asBlock('actions-by-quarter', chart, caption)];
}

function themeLabel(figures: FigureSet, theme: FigureCell | undefined): string {
  const found = Object.entries(themeNames).find(([code]) => code === theme);
  return found ? `${found[0]}. ${figures.say(found[1])}` : '';
}

/** The source stands under the table that follows every chart. */
function asBlock(id: string, chart: Chart, caption: string): DocumentBlock {
  return { kind: 'chart', id, chart, caption };
}
