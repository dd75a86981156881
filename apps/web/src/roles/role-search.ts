import type { Schemas } from '../api/client.js';
import { oneOf, pageIn, textIn } from '../shell/search.js';

export const assignmentStates = [
  'waiting',
  'in-force',
  'future',
  'ended',
  'withdrawn',
] as const satisfies readonly Schemas['RoleAssignmentState'][];

/** What the page of the roles shows, as it stands in its address. */
export interface RoleSearch {
  readonly state?: Schemas['RoleAssignmentState'];
  readonly role?: Schemas['Role'];
  readonly page?: number;
}

export const roleSearch = (search: Record<string, unknown>): RoleSearch => ({
  state: oneOf(assignmentStates, search['state']),
  // Which roles there are the server knows; it says so of what is none.
  role: textIn(search['role']) as Schemas['Role'] | undefined,
  page: pageIn(search['page']),
});
