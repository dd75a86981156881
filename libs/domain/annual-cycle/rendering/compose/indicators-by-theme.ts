import { themeNames } from '@weerbaar/catalogue/contract';
import type { FigureCell, Localised } from '@weerbaar/core/figures';
import type { DocumentBlock, DocumentColumn } from '@weerbaar/kernel/documents';
import type { FigureSet } from './figure-set.js';

const stateOfBlocks = 'catalogue.state-of-building-blocks';

/**
 * How each theme stands, counted from the state of its building blocks. By the same rules as the figures of the whole
 * organisation, so that the themes add up to these.
 */
export function indicatorsByTheme(figures: FigureSet): DocumentBlock[] {
  const figure = figures.get(stateOfBlocks);
  const states = figures.rows(stateOfBlocks);
  if (!figure || states.length === 0) return [];
  const at = (row: readonly FigureCell[], column: string) =>
    row[figures.column(stateOfBlocks, column)] ?? null;
  const { referenceDate } = figure.period;
  const caption = figures.say({ nl: 'Indicatoren per thema', en: 'Indicators by theme' });
  const isLate = (row: readonly FigureCell[]): boolean => {
    const next = at(row, 'next-review');
    return typeof next === 'string' && next < referenceDate;
  };
  const rows = Object.entries(themeNames).map(([theme, name]) => {
    const ofTheme = states.filter((row) => at(row, 'theme') === theme);
    const inOrder = (aspect: string) => ofTheme.filter((row) => at(row, aspect) === 'sufficient').length;
    return [
      `${theme}. ${figures.say(name)}`,
      ofTheme.length,
      inOrder('design'),
      inOrder('existence'),
      inOrder('operation'),
      ofTheme.filter(isLate).length,
    ];
  });
  const column = (label: Localised, measure: DocumentColumn['measure'] = 'count'): DocumentColumn => ({
    label: figures.say(label),
    measure,
  });
  return [
    {
      kind: 'paragraph',
      text: figures.say({
        nl: 'De tabel laat per thema zien voor hoeveel bouwstenen de opzet, het bestaan en de werking voldoende zijn. Hoe dichter bij het aantal bouwstenen, hoe beter. In de laatste kolom staat hoeveel bouwstenen op de peildatum te laat waren met hun beoordeling; dat moet nul zijn.',
        en: 'The table shows for each theme how many building blocks have a sufficient design, existence and operation. The closer to the number of building blocks, the better. The last column gives how many building blocks were late with their review on the reference date; that should be none.',
      }),
    },
    {
      kind: 'table',
      table: {
        caption,
        columns: [
          column({ nl: 'Thema', en: 'Theme' }, 'text'),
          column({ nl: 'Bouwstenen', en: 'Building blocks' }),
          column({ nl: 'Opzet voldoende', en: 'Design sufficient' }),
          column({ nl: 'Bestaan voldoende', en: 'Existence sufficient' }),
          column({ nl: 'Werking voldoende', en: 'Operation sufficient' }),
          column({ nl: 'Te laat beoordeeld', en: 'Overdue for review' }),
        ],
        rows,
        source: figures.sourceOf(figure, caption),
      },
    },
  ];
}
