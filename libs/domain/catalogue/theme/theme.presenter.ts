import type { ThemeContent } from '../reference-content/reference-content.js';
import type { ThemeView } from './theme.dto.js';

export function forColleague({ code, name, purpose }: ThemeContent): ThemeView {
  return { code, name, purpose };
}
