import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { TestClient } from '../support/test-client.js';

/** How an organisation calls itself, and whom people ask. Real: the API and PostgreSQL. */

let api: TestApi;
let organisation: TestOrganisation;
let beer: TestClient;
let version: number;

beforeAll(async () => {
  api = await openTestApi();
});

afterAll(() => api.close());

beforeEach(async () => {
  organisation = await api.createOrganisation(`gegevens-${crypto.randomUUID().slice(0, 8)}`, {
    beer: ['administrator', 'employee'],
    hanna: ['human-resources', 'employee'],
    arie: ['auditor', 'employee'],
  });
  beer = await organisation.signIn('beer');
  version = (await beer.get('/organisation-profile')).json().version;
});

const desk = {
  contactName: 'Servicedesk',
  contactPhone: '088 000 12 34',
  contactEmail: 'desk@voorbeeld.example',
};

describe('the profile of an organisation', () => {
  it('begins with the name it was made under, and nobody to ask', async () => {
    const { organisationName } = (await organisation.visitor().get('/sign-in-options')).json();
    expect((await organisation.visitor().get('/organisation-profile')).json()).toMatchObject({
      name: organisationName,
      contactName: null,
      contactPhone: null,
      contactEmail: null,
    });
  });

  it('is changed by the administrator, and seen by who can not sign in', async () => {
    const answer = await beer.patch('/organisation-profile', version, {
      name: 'Gemeente Nieuwstad',
      ...desk,
    });
    expect(answer.json()).toMatchObject({ version: version + 1, name: 'Gemeente Nieuwstad', ...desk });
    const visitor = organisation.visitor();
    expect((await visitor.get('/organisation-profile')).json()).toMatchObject(desk);
    expect((await visitor.get('/sign-in-options')).json().organisationName).toBe('Gemeente Nieuwstad');

    await beer.patch('/organisation-profile', version + 1, { contactPhone: null });
    expect((await visitor.get('/organisation-profile')).json()).toMatchObject({
      ...desk,
      contactPhone: null,
    });
  });

  it('is changed by nobody else', async () => {
    const hanna = await organisation.signIn('hanna');
    expect((await hanna.patch('/organisation-profile', version, { name: 'Anders' })).statusCode).toBe(403);
  });

  it('does not overwrite what somebody else changed', async () => {
    await beer.patch('/organisation-profile', version, { contactName: 'Servicedesk' });
    const answer = await beer.patch('/organisation-profile', version, { contactName: 'Balie' });
    expect(answer.statusCode).toBe(412);
    expect((await beer.get('/organisation-profile')).json().contactName).toBe('Servicedesk');
  });

  it('refuses what is no name, number or address, all at once', async () => {
    const answer = await beer.patch('/organisation-profile', version, {
      name: ' ',
      contactPhone: 'bel maar',
      contactEmail: 'desk',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors.map(({ path }: { path: string }) => path)).toEqual([
      'name',
      'contactPhone',
      'contactEmail',
    ]);
  });

  it('leaves what was and what became in the audit log', async () => {
    await beer.patch('/organisation-profile', version, { contactName: 'Servicedesk' });
    const arie = await organisation.signIn('arie');
    const { items } = (await arie.get('/audit-entries?action=organisation-profile.changed')).json();
    expect(items).toMatchObject([{ before: { contactName: null }, after: { contactName: 'Servicedesk' } }]);
  });

  it('of another organisation is another', async () => {
    const other = await api.createOrganisation(`anders-${crypto.randomUUID().slice(0, 8)}`, {});
    await beer.patch('/organisation-profile', version, { name: 'Gemeente Nieuwstad', ...desk });
    expect((await other.visitor().get('/organisation-profile')).json()).toMatchObject({
      contactName: null,
    });
    expect((await other.visitor().get('/sign-in-options')).json().organisationName).not.toBe(
      'Gemeente Nieuwstad',
    );
  });
});
