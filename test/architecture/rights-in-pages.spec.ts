import { resolve } from 'node:path';
import { isOrdinary } from '@weerbaar/kernel/access';
import { type Role, roles } from '@weerbaar/kernel/context';
import { accessMatrix } from '../isolation/access-matrix.js';

/**
 * The pages show what somebody may do, and carry no server code: the roles stand in them once more. Whoever changes a
 * right here and not there sees it. Real: both sides.
 */

interface AnnualCycleRights {
  readonly ofEverybody: readonly Role[];
  readonly rightsOf: (
    roles: readonly Role[],
  ) => Readonly<Record<'read' | 'readPlan' | 'edit' | 'contribute', boolean>>;
}

interface OrganisationPlaces {
  readonly administrators: readonly Role[];
  readonly keepers: readonly Role[];
  readonly places: readonly (readonly [string, string, readonly Role[]])[];
}

/** The pages are compiled for a browser, apart from this: known by their address alone. */
async function page<Module>(path: string): Promise<Module> {
  return (await import(resolve(import.meta.dirname, '../../apps/web/src', path))) as Module;
}

const allowed = (permission: string): readonly Role[] => [...(accessMatrix[permission] ?? [])].toSorted();

it.each([
  ['read', 'annual-cycle.readDocuments'],
  ['readPlan', 'annual-cycle.read'],
  ['edit', 'annual-cycle.edit'],
  ['contribute', 'annual-cycle.contribute'],
] as const)('the pages of the annual cycle let %s whoever has %s', async (right, permission) => {
  const { rightsOf } = await page<AnnualCycleRights>('annual-cycle/rights.ts');
  expect(roles.filter((role) => rightsOf([role])[right]).toSorted()).toEqual(allowed(permission));
});

it('the pages give what is owned to no role that everybody may have, as the API does', async () => {
  const { ofEverybody } = await page<AnnualCycleRights>('annual-cycle/rights.ts');
  expect(ofEverybody).toEqual(roles.filter(isOrdinary));
});

it('the pages of the integrity system let its set be managed by whom the API lets', async () => {
  const { managers } = await page<{ readonly managers: readonly Role[] }>('building-blocks/rights.ts');
  expect([...managers].toSorted()).toEqual(allowed('catalogue.manage'));
});

it('the pages of the organisation are for whom the API answers there', async () => {
  const { administrators, keepers, places } = await page<OrganisationPlaces>('organisation/places.ts');
  const readers = Object.fromEntries(places.map(([, name, of]) => [name, [...of].toSorted()]));
  expect(readers).toEqual({
    persons: allowed('people.read'),
    departments: allowed('people.read'),
    jobFunctions: allowed('people.readStructure'),
    imports: allowed('people.editStructure'),
    accounts: allowed('people.manageAccounts'),
    roles: allowed('people.readRoles'),
    rightsReviews: allowed('people.readRoles'),
    restorations: allowed('people.readRestorations'),
    audit: allowed('audit.read'),
    settings: allowed('house-style.edit'),
  });
  for (const permission of ['people.add', 'people.editStructure'])
    expect([...keepers].toSorted(), permission).toEqual(allowed(permission));
  for (const permission of [
    'organisation-profile.edit',
    'people.giveRoles',
    'people.manageAccounts',
    'people.manageProvisioning',
    'people.manageRightsReviews',
  ])
    expect(administrators, permission).toEqual(allowed(permission));
});
