import type { Language } from '@weerbaar/core/figures';
import { Choice, WholeNumber } from '@weerbaar/kernel/http';
import { type MailTiming, mailTimings } from './mail-preference.js';

const languages: readonly Language[] = ['nl', 'en'];

export class MailPreferenceView {
  @WholeNumber()
  version: number;

  @Choice(languages, {
    name: 'MailLanguage',
    optional: true,
    description: 'Of all mail; null: as it was asked for, and else Dutch',
  })
  language: Language | null;

  @Choice(mailTimings, {
    name: 'MailTiming',
    description: 'When to be mailed what is waiting; what is urgent always comes at once',
  })
  timing: MailTiming;
}

export class MailPreferenceChanges {
  @Choice(languages, { name: 'MailLanguage', optional: true, description: 'null: no language is chosen' })
  language?: Language | null;

  @Choice(mailTimings, { name: 'MailTiming', omittable: true })
  timing?: MailTiming;
}
