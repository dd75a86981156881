import { Text } from '@weerbaar/kernel/http';

/** A text of the product itself, in both languages. */
export class LocalisedView {
  @Text({ max: 4000, description: 'Dutch' })
  nl: string;

  @Text({ max: 4000, description: 'English' })
  en: string;
}
