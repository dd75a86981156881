import type { HouseStyleView } from './house-style.dto.js';
import type { HouseStyle } from './house-style.entity.js';

export function forPublic({
  id,
  version,
  brandColour,
  actionColour,
  logoFileId,
}: HouseStyle): HouseStyleView {
  return { id, version, brandColour, actionColour, hasLogo: logoFileId !== null };
}

/** The colours as the pages take them in, before anything is drawn. */
export function asStyleSheet({ brandColour, actionColour }: HouseStyle): string {
  return `:root { --house-brand: ${brandColour}; --house-action: ${actionColour}; }\n`;
}
