import { Flag, Identifier, Line, WholeNumber } from '@weerbaar/kernel/http';

const colour = { max: 7, pattern: /^#[0-9a-f]{6}$/i } as const;

/** Both colours must be readable beside white. The logo comes with it as a file of a form. */
export class HouseStyleChange {
  @Line({ ...colour, omittable: true, description: 'Under white text, at the top of a page: "#0b3a4f"' })
  brandColour?: string;

  @Line({ ...colour, omittable: true, description: 'Of links on white, and under white text on buttons' })
  actionColour?: string;

  @Flag({ omittable: true, description: 'true: from now on no logo' })
  removeLogo?: boolean;
}

export class HouseStyleView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Line(colour)
  brandColour: string;

  @Line(colour)
  actionColour: string;

  @Flag({ description: 'Whether there is one: see house-style/logo' })
  hasLogo: boolean;
}
