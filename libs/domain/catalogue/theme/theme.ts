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
