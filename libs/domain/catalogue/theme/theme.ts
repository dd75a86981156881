import type { Localised } from '@weerbaar/core/figures';
import { referenceContent, type ThemeCode } from '../reference-content/reference-content.js';

export { type ThemeCode, themeCodes } from '../reference-content/reference-content.js';

/** The names of the eight themes of an integrity system. */
export const themeNames = Object.fromEntries(
  referenceContent.themes.map(({ code, name }) => [code, name]),
) as Readonly<Record<ThemeCode, Localised>>;

export function isThemeCode(code: string): code is ThemeCode {
  return Object.hasOwn(themeNames, code);
}

/**
 * The theme of a building block, by its code: `3a` belongs to `3`.
 * @throws Error when the code is none.
 */
export function blockThemeOf(code: string): ThemeCode {
  const theme = code.charAt(0);
  if (!isThemeCode(theme)) throw new Error(`"${code}" is not the code of a building block`);
  return theme;
}
