import type { FigureCell, Language, Measure } from './figure.js';

/** What an empty cell prints. A renderer gives it a spoken alternative. */
export const emptyMark = '–';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };
const nonBreakingSpace = '\u00a0';

export interface PrintOptions extends QuarterOptions {
  /** Print the cents of an amount also when there are none, to stand among others that have them. */
  readonly cents?: boolean;
}

export interface QuarterOptions {
  /** Leave the year out where the heading names it already. The year is printed unless this is `false`. */
  readonly withYear?: boolean;
}

/**
 * One cell as people read it, the same in every format.
 * @throws RangeError when the cell cannot have this measure: a figure that was taken wrong must not be printed.
 */
export function formatCell(
  cell: FigureCell,
  measure: Measure,
  language: Language,
  options: PrintOptions = {},
): string {
  if (cell === null) return emptyMark;
  switch (measure) {
    case 'count':
      return formatNumber(numberIn(cell, measure), language);
    case 'percentage':
      return formatPercentage(numberIn(cell, measure), language);
    case 'euro':
      return formatEuro(numberIn(cell, measure), language, options.cents);
    case 'hours':
      return formatHours(numberIn(cell, measure), language);
    case 'day':
      return formatDay(textIn(cell, measure), language);
    case 'quarter':
      return formatQuarter(textIn(cell, measure), language, options);
    case 'text':
      return textIn(cell, measure);
  }
}

/** `1234.5` -> "1.234,5" (nl), "1,234.5" (en). Rounded to one decimal unless told otherwise. */
export function formatNumber(value: number, language: Language, decimals: Decimals = { maximum: 1 }): string {
  if (!Number.isFinite(value)) throw new RangeError(`Not a printable number: ${value}`);
  return numberFormat(language, decimals).format(value);
}

/** `68` -> "68%". */
export function formatPercentage(value: number, language: Language): string {
  return `${formatNumber(value, language)}%`;
}

/** Whole euros without cents, otherwise two decimals: "€ 1.234" and "€ 12,50" (nl), "€1,234" (en). */
export function formatEuro(value: number, language: Language, always = false): string {
  const cents = always || Math.round(value * 100) % 100 !== 0;
  const decimals = cents ? { minimum: 2, maximum: 2 } : { maximum: 0 };
  if (language === 'nl') return `€${nonBreakingSpace}${formatNumber(value, language, decimals)}`;
  const amount = formatNumber(Math.abs(value), language, decimals);
  return value < 0 && /[1-9]/u.test(amount) ? `-€${amount}` : `€${amount}`;
}

/** `12.5` -> "12,5 uur" (nl), "12.5 hours" (en). */
export function formatHours(value: number, language: Language): string {
  const amount = formatNumber(value, language);
  const unit = language === 'nl' ? 'uur' : amount === '1' ? 'hour' : 'hours';
  return `${amount}${nonBreakingSpace}${unit}`;
}

/**
 * `2026-04-14` -> "14 april 2026" (nl), "14 April 2026" (en).
 * @throws RangeError when the text is not an existing ISO day.
 */
export function formatDay(day: string, language: Language): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  const [year, month, date] = [Number(parts?.[1]), Number(parts?.[2]), Number(parts?.[3])];
  if (!parts || month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) {
    throw new RangeError(`Not a day (yyyy-mm-dd): ${day}`);
  }
  return `${date} ${monthFormats[language].format(Date.UTC(2000, month - 1, 1))} ${year}`;
}

/**
 * `2026-Q3` -> "kwartaal 3 van 2026" (nl), "Q3 2026" (en); without the year "kwartaal 3" and "Q3".
 * @throws RangeError when the text is not a quarter.
 */
export function formatQuarter(quarter: string, language: Language, options: QuarterOptions = {}): string {
  const parts = /^(\d{4})-Q([1-4])$/u.exec(quarter);
  if (!parts) throw new RangeError(`Not a quarter (yyyy-Qn): ${quarter}`);
  const [, year, number] = parts;
  const withYear = options.withYear ?? true;
  if (language === 'nl') return withYear ? `kwartaal ${number} van ${year}` : `kwartaal ${number}`;
  return withYear ? `Q${number} ${year}` : `Q${number}`;
}

export interface Decimals {
  readonly minimum?: number;
  readonly maximum: number;
}

// Making a formatter costs far more than using it, and a report prints thousands of cells.
const numberFormats = new Map<string, Intl.NumberFormat>();

function numberFormat(language: Language, { minimum = 0, maximum }: Decimals): Intl.NumberFormat {
  const key = `${language} ${minimum} ${maximum}`;
  const known = numberFormats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: minimum,
    maximumFractionDigits: maximum,
    // A rounded-away loss must not print as "-0".
    signDisplay: 'negative',
    useGrouping: 'always',
  });
  numberFormats.set(key, format);
  return format;
}

const monthFormats: Record<Language, Intl.DateTimeFormat> = {
  nl: monthFormat('nl'),
  en: monthFormat('en'),
};

function monthFormat(language: Language): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locales[language], { month: 'long', timeZone: 'UTC' });
}

function daysInMonth(year: number, month: number): number {
  const millisecondsPerDay = 86_400_000;
  return (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / millisecondsPerDay;
}

function numberIn(cell: string | number, measure: Measure): number {
  if (typeof cell !== 'number') throw new RangeError(`A ${measure} must be a number, not "${cell}"`);
  return cell;
}

function textIn(cell: string | number, measure: Measure): string {
  if (typeof cell !== 'string') throw new RangeError(`A ${measure} must be a text, not ${cell}`);
  return cell;
}
