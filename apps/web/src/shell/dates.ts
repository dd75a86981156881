import { useTranslation } from 'react-i18next';
import { formatDay, type Language } from '@weerbaar/core/figures';

const locales: Record<Language, string> = { nl: 'nl-NL', en: 'en-GB' };

/** Days and moments as people read them, in the Netherlands, whatever the clock of the device says. */
export function useDates() {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'nl';
  const moment = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Amsterdam',
  });
  const dayOfMoment = new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeZone: 'Europe/Amsterdam',
  });
  const list = new Intl.ListFormat(locales[language], { type: 'conjunction' });
  return {
    language,
    /** `de dag en de maand` */
    listOf: (words: readonly string[]) => list.format(words),
    /** `2026-04-14` */
    day: (day: string) => formatDay(day, language),
    /** `2026-04-14T08:00:00Z`, with the time of the day */
    moment: (text: string) => moment.format(new Date(text)),
    /** The same, without it. */
    dayOf: (text: string) => dayOfMoment.format(new Date(text)),
  };
}
