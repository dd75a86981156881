import type { Schemas } from '../api/client.js';
import { dayIn, idIn, oneOf, pageIn, textIn } from '../shell/search.js';

export const auditResults = [
  'done',
  'refused',
  'failed',
] as const satisfies readonly Schemas['AuditResult'][];

/** What of the log is shown, as it stands in the address: the names are those of the API. */
export interface AuditSearch {
  readonly action?: string;
  readonly objectType?: string;
  readonly objectId?: string;
  readonly personId?: string;
  readonly from?: string;
  readonly to?: string;
  readonly result?: Schemas['AuditResult'];
  readonly page?: number;
}

export const auditSearch = (search: Record<string, unknown>): AuditSearch => ({
  action: textIn(search['action']),
  objectType: textIn(search['objectType']),
  objectId: textIn(search['objectId']),
  personId: idIn(search['personId']),
  from: dayIn(search['from']),
  to: dayIn(search['to']),
  result: oneOf(auditResults, search['result']),
  page: pageIn(search['page']),
});

/** Where the same is had as CSV. */
export function exportAddress(search: AuditSearch): string {
  const { page: _, ...filter } = search;
  const given = Object.entries(filter).flatMap(([name, value]) => (value ? [[name, value]] : []));
  const query = new URLSearchParams(given).toString();
  return `/api/v1/audit-entries/_export${query && `?${query}`}`;
}
