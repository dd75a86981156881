import { useTranslation } from 'react-i18next';
import { useDates } from '../shell/dates.js';

interface Period {
  readonly validFrom: string;
  readonly validTo?: string | null;
}

/** "from 1 March 2020 until 31 December 2024" in words. */
export function usePeriod(): (period: Period) => string {
  const { t } = useTranslation();
  const { day } = useDates();
  return ({ validFrom, validTo }) =>
    validTo
      ? t('lists.fromTo', { from: day(validFrom), to: day(validTo) })
      : t('lists.from', { from: day(validFrom) });
}
