import type { Localised } from '@weerbaar/core/figures';
import { referenceContent } from './reference-content.js';

/** Code lists as a figure column wants them: code -> words. */
function namesOf(
  list: readonly { readonly code: string; readonly name: Localised }[],
): Record<string, Localised> {
  return Object.fromEntries(list.map(({ code, name }) => [code, name]));
}

export const actionStatusNames = namesOf(referenceContent.actionStatuses);
export const priorityNames = namesOf(referenceContent.priorities);
export const inputSourceNames = namesOf(referenceContent.inputSources);
