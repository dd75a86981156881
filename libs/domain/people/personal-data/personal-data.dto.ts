import { Choice } from '@weerbaar/kernel/http';

export const personalDataFormats = ['html', 'json'] as const;

export type PersonalDataFormat = (typeof personalDataFormats)[number];

export class PersonalDataQuery {
  @Choice(personalDataFormats, {
    omittable: true,
    description: 'html to read, json for programs; html when left out',
  })
  format?: PersonalDataFormat;
}
