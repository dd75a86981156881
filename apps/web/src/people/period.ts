import { useTranslation } from 'react-i18next';
import { useDates } from '../shell/dates.js';

interface Period {
  readonly validFrom: string;
  readonly validTo?: string | null;
}

/** A day is not broken over two lines, nor is "from 1 March 2020". */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00A0');

/** "from 1 March 2020 until 31 December 2024" in words. */
export function usePeriod(): (period: Period) => string {
  const { t } = useTranslation();
  const { day } = useDates();
  return ({ validFrom, validTo }) =>
    validTo
      ? t('lists.fromTo', { from: unbroken(day(validFrom)), to: unbroken(day(validTo)) })
      : unbroken(t('lists.from', { from: day(validFrom) }));
}
