import type { Language } from '@weerbaar/core/figures';
import { Choice } from '@weerbaar/kernel/http';

export const personalDataFormats = ['html', 'json'] as const;

const languages: readonly Language[] = ['nl', 'en'];

export type PersonalDataFormat = (typeof personalDataFormats)[number];

export class PersonalDataQuery {
  @Choice(personalDataFormats, {
    omittable: true,
    description: 'html to read, json for programs; html when left out',
  })
  format?: PersonalDataFormat;

  @Choice(languages, {
    name: 'PersonalDataLanguage',
    omittable: true,
    description: 'For a link, which can not ask for a language by itself; else that of the request',
  })
  language?: Language;
}
