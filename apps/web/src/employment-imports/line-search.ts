import { oneOf, pageIn } from '../shell/search.js';

/** What of an import is shown: the kinds of the API, and who leaves and still has an account. */
export const lineFilters = ['fault', 'added', 'changed', 'ended', 'unchanged', 'accounts', 'all'] as const;

export type LineFilter = (typeof lineFilters)[number];

/** As it stands in the address. */
export interface LineSearch {
  readonly show?: LineFilter;
  readonly page?: number;
}

export const importLineSearch = (search: Record<string, unknown>): LineSearch => ({
  show: oneOf(lineFilters, search['show']),
  page: pageIn(search['page']),
});
