import type { Language } from '@weerbaar/core/figures';

/** The sentences charts speak themselves; all labels come from the caller. */
export interface ChartWords {
  readonly noData: string;
  readonly noJudgement: string;
  readonly allZero: string;
  readonly notKnown: string;
  readonly heatMap: (rows: number, rowsTitle: string, columns: string) => string;
  readonly groupedBars: (categories: number, main: string, comparison: string) => string;
  readonly stackedBars: (categories: number, series: string) => string;
  readonly lines: (from: string, to: string, series: string) => string;
  readonly total: (values: string) => string;
  readonly range: (series: string, lowest: string, highest: string) => string;
  readonly largestDifference: (category: string, values: string) => string;
}

export const words: Record<Language, ChartWords> = {
  nl: {
    noData: 'Er zijn geen gegevens.',
    noJudgement: 'geen oordeel',
    allZero: 'Alle waarden zijn 0.',
    notKnown: 'niet bekend',
    heatMap: (rows, rowsTitle, columns) =>
      `Overzicht met ${rows} ${rows === 1 ? 'rij' : 'rijen'} (${rowsTitle}) en de kolommen ${columns}.`,
    groupedBars: (categories, main, comparison) =>
      `Staafdiagram met ${categories} ${dutchCategories(categories)}; elke categorie toont ${main} naast ${comparison}.`,
    stackedBars: (categories, series) =>
      `Gestapelde staven voor ${categories} ${dutchCategories(categories)}, verdeeld in ${series}.`,
    lines: (from, to, series) => `Lijndiagram van ${from} tot en met ${to} voor ${series}.`,
    total: (values) => `In totaal: ${values}.`,
    range: (series, lowest, highest) => `${series}: van ${lowest} tot ${highest}.`,
    largestDifference: (category, values) => `Het grootste verschil: ${category} (${values}).`,
  },
  en: {
    noData: 'There is no data.',
    noJudgement: 'no judgement',
    allZero: 'All values are 0.',
    notKnown: 'not known',
    heatMap: (rows, rowsTitle, columns) =>
      `Overview with ${rows} ${rows === 1 ? 'row' : 'rows'} (${rowsTitle}) and the columns ${columns}.`,
    groupedBars: (categories, main, comparison) =>
      `Bar chart with ${categories} ${englishCategories(categories)}; each shows ${main} beside ${comparison}.`,
    stackedBars: (categories, series) =>
      `Stacked bars for ${categories} ${englishCategories(categories)}, divided into ${series}.`,
    lines: (from, to, series) => `Line chart from ${from} to ${to} for ${series}.`,
    total: (values) => `In total: ${values}.`,
    range: (series, lowest, highest) => `${series}: from ${lowest} to ${highest}.`,
    largestDifference: (category, values) => `The largest difference: ${category} (${values}).`,
  },
};

const lists: Record<Language, Intl.ListFormat> = {
  nl: new Intl.ListFormat('nl-NL', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
};

/** "opzet, bestaan en werking" */
export function listed(items: readonly string[], language: Language): string {
  return lists[language].format(items);
}

function dutchCategories(count: number): string {
  return count === 1 ? 'categorie' : 'categorieën';
}

function englishCategories(count: number): string {
  return count === 1 ? 'category' : 'categories';
}
