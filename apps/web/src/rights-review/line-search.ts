import type { Schemas } from '../api/client.js';
import { oneOf, pageIn } from '../shell/search.js';

export const lineStates = ['open', 'signed'] as const satisfies readonly Schemas['ReviewLineState'][];

/** Which lines of a review are shown, as it stands in the address. */
interface LineSearch {
  readonly state?: Schemas['ReviewLineState'] | undefined;
  readonly page?: number | undefined;
}

export const reviewLineSearch = (search: Record<string, unknown>): LineSearch => ({
  state: oneOf(lineStates, search['state']),
  page: pageIn(search['page']),
});
