import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';

export type Role = Schemas['Role'];

/** Who keeps people, departments and functions. */
export const keepers: readonly Role[] = ['administrator', 'human-resources'];
/** Who sees how it was and will be. */
export const historyReaders: readonly Role[] = [...keepers, 'integrity-adviser'];
const secondPersons: readonly Role[] = ['administrator', 'municipal-secretary', 'data-protection-officer'];
export const roleReaders: readonly Role[] = [
  ...secondPersons,
  'integrity-adviser',
  'chief-information-security-officer',
  'auditor',
];

/** The pages below "Organisation", and for whom each is; absent: for everybody. */
export const places = [
  ['/organisation/persons', 'persons', undefined],
  ['/organisation/departments', 'departments', undefined],
  ['/organisation/job-functions', 'jobFunctions', historyReaders],
  ['/organisation/employment-imports', 'imports', keepers],
  ['/organisation/accounts', 'accounts', ['administrator']],
  ['/organisation/roles', 'roles', roleReaders],
  ['/organisation/rights-reviews', 'rightsReviews', roleReaders],
  ['/organisation/second-factor-restorations', 'restorations', secondPersons],
  ['/organisation/audit-entries', 'audit', ['auditor']],
  // The house style for both, the other settings for the administrator.
  ['/organisation/settings', 'settings', ['administrator', 'communication-adviser']],
] as const satisfies readonly (readonly [string, string, readonly Role[] | undefined])[];

const dutchDay = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' });

/** Only for what the answers of the API do not tell by themselves; it is the server that refuses. */
export function useMe() {
  const session = useQuery(queries.session).data;
  return {
    personId: session?.personId,
    roles: session?.roles ?? [],
    /** The day that it was for the server when it was asked who is signed in: the clock of a device may be wrong. */
    today: session ? dutchDay.format(new Date(session.lastSeenAt)) : '',
    holds: (...roles: readonly Role[]): boolean => roles.some((role) => session?.roles.includes(role)),
  };
}
