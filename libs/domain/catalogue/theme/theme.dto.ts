import { Choice, Identifiers, Nested } from '@weerbaar/kernel/http';
import { LocalisedView } from '../localised.dto.js';
import { type ThemeCode, themeCodes } from './theme.js';

export class ThemeView {
  @Choice(themeCodes, { name: 'ThemeCode' })
  code: ThemeCode;

  @Nested(() => LocalisedView)
  name: LocalisedView;

  @Nested(() => LocalisedView, { description: 'What the theme is for' })
  purpose: LocalisedView;
}

export class ThemeOrder {
  @Identifiers({
    max: 200,
    description: 'All building blocks of the theme that have not ended, in the wanted order',
  })
  buildingBlockIds: string[];

  @Identifiers({
    max: 200,
    description: 'The order you have seen; when it is another one by now, nothing changes',
  })
  seenIds: string[];
}
