import type { Localised } from '@weerbaar/core/figures';
import { referenceContent } from './reference-content.js';

/** Code lists as a figure column wants them: code -> words. */
function namesOf<C extends string>(
  list: readonly { readonly code: C; readonly name: Localised }[],
): Readonly<Record<C, Localised>> {
  return Object.fromEntries(list.map(({ code, name }) => [code, name])) as Record<C, Localised>;
}

export const actionStatusNames = namesOf(referenceContent.actionStatuses);
export const priorityNames = namesOf(referenceContent.priorities);
export const inputSourceNames = namesOf(referenceContent.inputSources);
