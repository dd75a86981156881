import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';

export type Role = Schemas['Role'];

/** Whoever works here; hired staff is not among them. */
export const colleagues: readonly Role[] = ['employee'];
export const administrators: readonly Role[] = ['administrator'];
export const auditors: readonly Role[] = ['auditor'];
/** Who keeps people, departments and functions. */
export const keepers: readonly Role[] = [...administrators, 'human-resources'];
/** Who sees how it was and will be. */
export const historyReaders: readonly Role[] = [...keepers, 'integrity-adviser'];
/** Who can be the other one of four eyes. */
export const secondPersons: readonly Role[] = [
  ...administrators,
  'municipal-secretary',
  'data-protection-officer',
];
export const roleReaders: readonly Role[] = [
  ...secondPersons,
  'integrity-adviser',
  'chief-information-security-officer',
  'auditor',
];

/** Who sets how the pages look. */
export const houseStylists: readonly Role[] = [...administrators, 'communication-adviser'];

/** The pages below "Organisation", and for whom each is. */
export const places = [
  ['/organisation/persons', 'persons', colleagues],
  ['/organisation/departments', 'departments', colleagues],
  ['/organisation/job-functions', 'jobFunctions', historyReaders],
  ['/organisation/employment-imports', 'imports', keepers],
  ['/organisation/accounts', 'accounts', administrators],
  ['/organisation/roles', 'roles', roleReaders],
  ['/organisation/rights-reviews', 'rightsReviews', roleReaders],
  ['/organisation/second-factor-restorations', 'restorations', secondPersons],
  ['/organisation/audit-entries', 'audit', auditors],
  // The house style for both, the other settings for the administrator.
  ['/organisation/settings', 'settings', houseStylists],
] as const satisfies readonly (readonly [string, string, readonly Role[]])[];

/** Those that whoever holds these roles may open. */
export const placesFor = (roles: readonly Role[]) =>
  places.filter(([, , readers]) => readers.some((role) => roles.includes(role)));

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
