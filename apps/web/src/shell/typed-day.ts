/** A day as people type it, part by part: `1`, `feb` or `2`, `2026`. */
export interface TypedDay {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

export const dayParts = ['day', 'month', 'year'] as const satisfies readonly (keyof TypedDay)[];

const isoDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * What a form holds of it: `2026-02-01`, nothing where nothing was typed, and otherwise what was typed, so that it can
 * be told what is wrong with it.
 */
export function dayFrom({ day, month, year }: TypedDay): string {
  const typed = [day, month, year].map((part) => part.trim().replaceAll('/', ' '));
  return typed.every((part) => part === '') ? '' : (existing(typed) ?? typed.join('/'));
}

/** The parts of what a form holds. */
export function typedDay(value: string): TypedDay {
  const [, isoYear, isoMonth, isoDate] = isoDay.exec(value) ?? [];
  if (isoYear) return { day: String(Number(isoDate)), month: String(Number(isoMonth)), year: isoYear };
  const [day = '', month = '', year = ''] = value.split('/');
  return { day, month, year };
}

/** Which parts were left out, where something was typed. */
export const partsMissing = (value: string): readonly (keyof TypedDay)[] =>
  value === '' ? [] : dayParts.filter((part) => typedDay(value)[part] === '');

export const isDay = (value: string): boolean => isoDay.test(value);

/** A whole day in one text, as it is pasted or typed at once: `1-2-2026`, `1 feb 2026`, `2026-02-01`; or nothing. */
export function dayInText(text: string): string | undefined {
  const parts = text.trim().split(/[\s./-]+/);
  return existing(/^\d{4}$/.test(parts[0] ?? '') ? parts.toReversed() : parts);
}

function existing([date = '', month = '', year = '', ...more]: readonly string[]): string | undefined {
  const monthNumber = monthIn(month);
  if (more.length > 0 || !/^\d{1,2}$/.test(date) || !/^(?:19|20|21)\d\d$/.test(year) || !monthNumber)
    return undefined;
  const found = new Date(Date.UTC(Number(year), monthNumber - 1, Number(date)));
  return found.getUTCDate() === Number(date) ? found.toISOString().slice(0, 10) : undefined;
}

function monthIn(text: string): number | undefined {
  if (/^\d{1,2}$/.test(text)) return Number(text) <= 12 ? Number(text) || undefined : undefined;
  const typed = text.toLowerCase().replace(/\.$/, '');
  const found = monthNames.findIndex((names) =>
    names.some((name) => typed.length >= 3 && name.startsWith(typed)),
  );
  return found < 0 ? undefined : found + 1;
}

/** For each month what it is called in full and in short, in both languages. */
const monthNames = Array.from({ length: 12 }, (_, month) =>
  ['nl-NL', 'en-GB'].flatMap((locale) =>
    (['long', 'short'] as const).map((style) =>
      new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' })
        .format(Date.UTC(2000, month, 1))
        .toLowerCase()
        .replace('.', ''),
    ),
  ),
);
