import { Flag, Identifier, Text, WholeNumber } from '@weerbaar/kernel/http';

const colour = { max: 7, pattern: /^#[0-9a-f]{6}$/i } as const;

/** Both colours must be readable beside white. The logo comes with it as a file of a form. */
export class HouseStyleChange {
  @Text({ ...colour, omittable: true, description: 'Under white text, at the top of a page: "#0b3a4f"' })
  brandColour?: string;

  @Text({ ...colour, omittable: true, description: 'Of links on white, and under white text on buttons' })
  actionColour?: string;

  @Flag({ omittable: true, description: 'true: from now on no logo' })
  removeLogo?: boolean;
}

export class HouseStyleView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Text(colour)
  brandColour: string;

  @Text(colour)
  actionColour: string;

  @Flag({ description: 'Whether there is one: see house-style/logo' })
  hasLogo: boolean;
}
