import type { Schemas } from '../api/client.js';

type HouseStyle = Schemas['HouseStyleView'];

/** With the version in it, so that a new logo is seen at once. */
export const logoAddress = ({ version }: Pick<HouseStyle, 'version'>): string =>
  `/api/v1/house-style/logo?version=${version}`;

/** Colours that were changed in this page, without loading it anew; index.html asks for them at the start. */
export function wearColours({ version }: Pick<HouseStyle, 'version'>): void {
  const sheet = document.querySelector<HTMLLinkElement>('link[data-house-style]');
  if (sheet) sheet.href = `/api/v1/house-style/style-sheet?version=${version}`;
}
