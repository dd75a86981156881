import type { Schemas } from '../api/client.js';
import { useDates } from '../shell/dates.js';

/** What a step of the adoption is called, in the language of the page. */
export function useStepName() {
  const { language } = useDates();
  return ({ nameNl, nameEn }: Pick<Schemas['AdoptionStepInput'], 'nameNl' | 'nameEn'>): string =>
    language === 'nl' ? nameNl : nameEn;
}
