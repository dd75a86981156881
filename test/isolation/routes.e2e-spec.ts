import { Controller, Get, Logger, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  AccessGuard,
  type Assurance,
  assuranceFor,
  Identification,
  identityOf,
  Public,
  reaches,
  ServiceIdentification,
} from '@weerbaar/kernel/access';
import { type Role, roles, serviceActor } from '@weerbaar/kernel/context';
import { ProblemFilter } from '@weerbaar/kernel/http';
import { openTestApi, type TestApi, type TestOrganisation } from '../support/test-api.js';
import type { Answer, TestClient } from '../support/test-client.js';
import {
  accessMatrix,
  halfSignedInRoutes,
  publicRoutes,
  serviceRoutes,
  signedInRoutes,
} from './access-matrix.js';
import { fillOrganisation, type FullOrganisation } from './support/full-organisation.js';
import { type Route, routesOf } from './support/routes.js';

/**
 * Every route of the API, against every role and against another organisation. Whoever adds a route
 * meets these tests without writing one. Real: the API and PostgreSQL.
 */

let api: TestApi;
let ours: FullOrganisation;
let theirs: FullOrganisation;
let everyRole: TestOrganisation;
let routes: readonly Route[];
let anna: TestClient;

beforeAll(async () => {
  api = await openTestApi();
  ours = await fillOrganisation(api, 'ons');
  theirs = await fillOrganisation(api, 'hun');
  everyRole = await api.createOrganisation('rollen', {
    ...Object.fromEntries(roles.map((role) => [role, [role]])),
    nobody: [],
    everybody: roles,
  });
  routes = routesOf(api.app);
  anna = await ours.signIn('anna');
});

afterAll(() => api.close());

/** Other words of an address than ids: whatever fits. */
const words: Readonly<Record<string, string>> = {
  format: 'html',
  chapterId: 'communication',
  number: '1',
  quarter: '1',
  themeCode: '1',
};
const nothing = '00000000-0000-7000-8000-000000000000';

/** The address of a route with ids of an organisation; without one, of nobody. */
function addressOf(
  { path }: Route,
  { ids, year }: { ids?: Readonly<Record<string, string>>; year?: number } = {},
): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (name === 'year') return String(year ?? 2000);
    return words[name] ?? ids?.[name] ?? nothing;
  });
}

function hasId({ path }: Route): boolean {
  return /:\w+Id\b/.test(path.replace(':chapterId', ''));
}

async function perRoute<T>(
  wanted: readonly Route[],
  look: (route: Route) => Promise<T>,
): Promise<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const route of wanted) found[route.name] = await look(route);
  return found;
}

function others(found: Record<string, number>, expected: number): [string, number][] {
  return Object.entries(found).filter(([, status]) => status !== expected);
}

describe('every route', () => {
  it('says who it is for: a permission of the matrix, everybody signed in, or the world', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ access }) => !access).map(({ name }) => name)).toEqual([]);
    const of = (kind: string) => routes.filter(({ access }) => access?.kind === kind).map(({ name }) => name);
    expect(of('public').toSorted()).toEqual([...publicRoutes].toSorted());
    expect(of('signed-in').toSorted()).toEqual([...signedInRoutes].toSorted());
    expect(of('service').toSorted()).toEqual([...serviceRoutes].toSorted());
    expect(of('half-signed-in').toSorted()).toEqual([...halfSignedInRoutes].toSorted());
    const asked = new Set(
      routes.flatMap(({ access }) => (access?.kind === 'permission' ? [access.permission.name] : [])),
    );
    expect([...asked].toSorted()).toEqual(Object.keys(accessMatrix).toSorted());
  });

  it('gives its reason where it asks for no permission', () => {
    for (const { access } of routes)
      if (access && access.kind !== 'permission') expect(access.reason.length).toBeGreaterThan(10);
  });

  it('exists where this file thinks it is', async () => {
    const missing = await perRoute(routes, async (route) => {
      const answer = await ours.visitor().at(route.method, addressOf(route, ours));
      return answer.statusCode === 404 && route.access?.kind !== 'public' ? 404 : 0;
    });
    expect(others(missing, 0)).toEqual([]);
  });

  it('is closed to who is not signed in', async () => {
    const closed = routes.filter(({ access }) => access?.kind !== 'public');
    const statuses = await perRoute(closed, async (route) => {
      return (await ours.visitor().at(route.method, addressOf(route, ours), { body: {} })).statusCode;
    });
    expect(others(statuses, 401)).toEqual([]);
  });

  it('does not know a session of another organisation', async () => {
    const stranger = (await theirs.signIn('anna')).movedTo(ours.host);
    const closed = routes.filter(({ access }) => access?.kind !== 'public');
    const statuses = await perRoute(closed, async (route) => {
      return (await stranger.at(route.method, addressOf(route, ours), { body: {} })).statusCode;
    });
    expect(others(statuses, 401)).toEqual([]);
  });
});

describe('a session', () => {
  it('opens nothing that is for a service, whatever the roles', async () => {
    const client = await everyRole.signIn('everybody');
    const forService = routes.filter(({ access }) => access?.kind === 'service');
    const statuses = await perRoute(forService, async (route) => {
      return (await client.at(route.method, addressOf(route), { body: {} })).statusCode;
    });
    expect(others(statuses, 401)).toEqual([]);
  });
});

describe('a token of the directory', () => {
  function bearing(secret: string) {
    return { authorization: `Bearer ${secret}` };
  }

  it('opens what is for the directory, and nothing else', async () => {
    const statuses = await perRoute(routes, async (route) => {
      const asked = { body: {}, headers: bearing(ours.provisioningSecret) };
      return (await ours.visitor().at(route.method, addressOf(route, ours), asked)).statusCode;
    });
    const opened = Object.keys(statuses).filter((name) => statuses[name] !== 401);
    const open = [...publicRoutes, ...serviceRoutes];
    expect(opened.filter((name) => !open.includes(name))).toEqual([]);
    expect(serviceRoutes.filter((name) => !opened.includes(name))).toEqual([]);
  });

  it('is worth nothing at another organisation, where no user of ours exists either', async () => {
    const forService = routes.filter(({ access }) => access?.kind === 'service');
    const visitor = theirs.visitor();
    const stolen = await perRoute(forService, async (route) => {
      const asked = { body: {}, headers: bearing(ours.provisioningSecret) };
      return (await visitor.at(route.method, addressOf(route, ours), asked)).statusCode;
    });
    expect(others(stolen, 401)).toEqual([]);
    const strange = await perRoute(forService.filter(hasId), async (route) => {
      const asked = { body: {}, headers: bearing(theirs.provisioningSecret) };
      return (await visitor.at(route.method, addressOf(route, ours), asked)).statusCode;
    });
    expect(others(strange, 404)).toEqual([]);
    const headers = bearing(theirs.provisioningSecret);
    const list = (await visitor.at('GET', '/scim/v2/Users', { headers })).json();
    expect(list.Resources.map(({ id }: { id: string }) => id)).toEqual([theirs.ids.userId]);
  });
});

describe('every role', () => {
  it.each([...roles, 'nobody', 'everybody'])(
    '%s gets as far as the matrix says and no further',
    async (name) => {
      const client = await everyRole.signIn(name);
      const held: readonly Role[] = name === 'everybody' ? roles : roles.filter((role) => role === name);
      const wrong: string[] = [];
      for (const route of routes) {
        if (route.access?.kind !== 'permission') continue;
        const answer = await client.at(route.method, addressOf(route), { body: {} });
        const permitted =
          accessMatrix[route.access.permission.name]?.some((role) => held.includes(role)) ?? false;
        if ((answer.statusCode !== 403) !== permitted) wrong.push(`${route.name}: ${answer.statusCode}`);
        if (answer.statusCode >= 500) wrong.push(`${route.name}: ${answer.body}`);
      }
      expect(wrong).toEqual([]);
    },
  );
});

describe('a session that shows too little', () => {
  const stepUp = '403 /api/v1/problems/step-up-needed';
  const refused = '403 /api/v1/problems/not-permitted';

  async function outcome(client: TestClient, route: Route): Promise<string> {
    const answer = await client.at(route.method, addressOf(route), { body: {} });
    return answer.statusCode === 403 ? `403 ${answer.json().type}` : 'in';
  }

  function expectedOf(having: readonly Role[], assurance: Assurance): string {
    if (having.some((role) => reaches(assurance, assuranceFor(role)))) return 'in';
    return having.length > 0 ? stepUp : refused;
  }

  /** Where a session gets another answer than its roles and its proof ask for. */
  async function surprises(
    client: TestClient,
    held: readonly Role[],
    assurance: Assurance,
  ): Promise<string[]> {
    const found: string[] = [];
    for (const route of routes) {
      if (route.access?.kind !== 'permission') continue;
      const having = (accessMatrix[route.access.permission.name] ?? []).filter((role) => held.includes(role));
      const [came, expected] = [await outcome(client, route), expectedOf(having, assurance)];
      if (came !== expected) found.push(`${route.name}: ${came} instead of ${expected}`);
    }
    return found;
  }

  it.each([...roles, 'nobody', 'everybody'])(
    '%s is asked for more where the role is held, and told no where it is not',
    async (name) => {
      const held: readonly Role[] = name === 'everybody' ? roles : roles.filter((role) => role === name);
      for (const assurance of ['password', 'provider'] as const) {
        const client = await everyRole.signInBy(name, assurance);
        expect([assurance, await surprises(client, held, assurance)]).toEqual([assurance, []]);
      }
    },
  );

  it.each(['everybody', 'administrator', 'integrity-adviser', 'manager'])(
    'of %s, before the second factor, gets to nothing but what asks for it: whatever the roles, the same answer',
    async (name) => {
      const client = await everyRole.signInBy(name, 'pending');
      const closed = routes.filter(
        ({ access }) => !['public', 'half-signed-in', 'service'].includes(access?.kind ?? ''),
      );
      const outcomes = await perRoute(closed, (route) => outcome(client, route));
      expect(Object.entries(outcomes).filter(([, came]) => came !== stepUp)).toEqual([]);
      expect((await client.get('/sessions/current')).statusCode).toBe(200);
    },
  );
});

/** Bodies that would do, so that nothing but whose the record is can be the reason to refuse. */
const bodies: Readonly<Record<string, object>> = {
  'PATCH /api/v1/accounts/:accountId': { email: 'van.ons@voorbeeld.example' },
  'POST /api/v1/departments/:departmentId/_change': { from: '2099-01-01', name: 'Van ons' },
  'POST /api/v1/departments/:departmentId/_end': { lastDay: '2099-12-31' },
  'POST /api/v1/job-functions/:jobFunctionId/_change': { from: '2099-01-01', name: 'Van ons' },
  'POST /api/v1/job-functions/:jobFunctionId/_end': { lastDay: '2099-12-31' },
  'POST /api/v1/persons/:personId/employments': {
    personnelNumber: '2',
    kind: 'employee',
    departmentId: nothing,
    validFrom: '2025-01-01',
  },
  'POST /api/v1/employments/:employmentId/_change': { from: '2099-01-01', hoursPerWeek: 1 },
  'PATCH /api/v1/employments/:employmentId': { kind: 'volunteer' },
  'POST /api/v1/employments/:employmentId/_end': { lastDay: '2099-12-31' },
  'POST /api/v1/rights-review-lines/:lineId/_sign': { outcome: 'kept' },
  'POST /api/v1/rights-review-lines/:lineId/_hand-over': { reviewerId: nothing },
  'PATCH /api/v1/building-blocks/:buildingBlockId': { name: 'Van ons' },
  'POST /api/v1/building-blocks/:buildingBlockId/_end': { validTo: '2099-12-31' },
  'POST /api/v1/building-blocks/:buildingBlockId/members': { personId: nothing },
  'POST /api/v1/building-blocks/:buildingBlockId/policy-documents': { title: 'Van ons', kind: 'policy' },
  'POST /api/v1/policy-documents/:policyDocumentId/versions': {
    adoptedOn: '2025-01-01',
    adoptedBy: 'college',
    validFrom: '2025-01-01',
    publicationPlace: 'intranet',
  },
  'POST /api/v1/building-blocks/:buildingBlockId/assessments': {
    aspect: 'design',
    periodFrom: '2025-01-01',
    periodTo: '2025-02-01',
    judgement: 'partial',
    reason: 'x',
    evidence: 'x',
  },
  'PATCH /api/v1/findings/:findingId': { title: 'Van ons' },
  'PATCH /api/v1/actions/:actionId': { title: 'Van ons' },
  'POST /api/v1/actions/:actionId/progress-notes': { quarter: 1, status: 'done', note: 'Van ons' },
  'POST /api/v1/annual-documents/:documentId/adoption-decisions': {
    outcome: 'approved',
    decidedOn: '2025-01-01',
  },
  'POST /api/v1/annual-documents/:documentId/_correct': { reason: 'Van ons' },
  'POST /api/v1/annual-documents/:documentId/renderings': { edition: 'internal' },
  'PUT /api/v1/annual-documents/:documentId/chapters/:chapterId': { body: { type: 'document', content: [] } },
};

describe('a record of another organisation', () => {
  it('does not exist, on any route that takes an id', async () => {
    const forPeople = routes.filter((route) => hasId(route) && route.access?.kind !== 'service');
    const statuses = await perRoute(forPeople, async (route) => {
      const asked = { version: 1, body: bodies[route.name] };
      return (await anna.at(route.method, addressOf(route, theirs), asked)).statusCode;
    });
    expect(Object.keys(statuses).length).toBeGreaterThan(20);
    expect(others(statuses, 404)).toEqual([]);
  });

  it('does not exist for a visitor either: what is published is published at one address', async () => {
    const file = `/publications/${theirs.ids.documentId}/files/pdf`;
    expect((await ours.visitor().get(file)).statusCode).toBe(404);
    const text = (await ours.visitor().get('/publications')).body;
    expect(text).not.toContain(theirs.ids.documentId);
  });

  it('can not be referred to', async () => {
    const ofTheme = (await anna.get('/building-blocks?theme=1&pageSize=100')).json().items;
    const seenIds = ofTheme.map(({ id }: { id: string }) => id);
    const { buildingBlockId, findingId, personId, departmentId, jobFunctionId } = theirs.ids;
    const department = { code: 'x', name: 'x', kind: 'x', validFrom: '2099-01-01' };
    const employments = `/persons/${ours.ids.personId}/employments`;
    const employment = {
      personnelNumber: '2',
      kind: 'employee',
      departmentId: ours.ids.departmentId,
      validFrom: '2099-01-01',
    };
    const action = { buildingBlockId: ours.ids.buildingBlockId, title: 'x', quarter: 1 };
    const block = `/building-blocks/${ours.ids.buildingBlockId}`;
    const { version } = (await anna.get(block)).json();
    const owner = { kind: 'person', personId };
    const add = (changes: object): Promise<Answer> =>
      anna.post(`/annual-cycles/${ours.year}/actions`, { ...action, ...changes });
    const answers = [
      await add({ buildingBlockId }),
      await add({ findingId }),
      await add({ owner }),
      await anna.post(`/annual-cycles/${ours.year}/findings`, {
        source: 'developments',
        title: 'x',
        buildingBlockId,
      }),
      await anna.patch(`/findings/${ours.ids.findingId}`, 1, { buildingBlockId }),
      await anna.patch(`/actions/${ours.ids.actionId}`, 2, { owner }),
      await anna.patch(block, version, { owner }),
      await anna.post(`${block}/members`, { personId }),
      await anna.post('/building-blocks', { code: '1z', name: 'x', reviewIntervalMonths: 12, owner }),
      await anna.post('/themes/1/_reorder', { buildingBlockIds: [buildingBlockId], seenIds }),
      await anna.post('/departments', { ...department, parentId: departmentId }),
      await anna.post('/departments', { ...department, managerId: personId }),
      await anna.post(employments, { ...employment, departmentId }),
      await anna.post(employments, { ...employment, jobFunctionId }),
      await anna.post(employments, { ...employment, managerId: personId }),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 400));
  });

  it('is in no list', async () => {
    const strangers = new Set(Object.values(theirs.ids));
    for (const route of routes) {
      if (route.method !== 'GET') continue;
      const answer = await anna.at('GET', addressOf(route, ours));
      for (const id of strangers) expect([route.name, answer.body.includes(id)]).toEqual([route.name, false]);
    }
  });

  it('was not touched by any of this', async () => {
    const bea = await theirs.signIn('anna');
    expect((await bea.get(`/actions/${theirs.ids.actionId}`)).json()).toMatchObject({
      title: 'Gedragscode herzien',
      version: 2,
    });
    expect((await bea.get(`/annual-documents/${theirs.ids.documentId}`)).json()).toMatchObject({
      status: 'published',
    });
  });
});

describe('a route that forgot to say who it is for', () => {
  @Controller()
  class ForgetfulController {
    @Get('forgotten')
    forgotten(): string {
      return 'secret';
    }

    @Get('remembered')
    @Public('to see that this process answers')
    remembered(): string {
      return 'open';
    }
  }

  class SomebodyWithEveryRole extends Identification {
    identify() {
      return Promise.resolve(
        identityOf({
          sessionId: nothing,
          accountId: nothing,
          personId: nothing,
          assurance: 'strong',
          roles,
        }),
      );
    }
  }

  class AnyService extends ServiceIdentification {
    identify() {
      return Promise.resolve(serviceActor(nothing));
    }
  }

  @Module({
    controllers: [ForgetfulController],
    providers: [
      { provide: APP_GUARD, useClass: AccessGuard },
      { provide: Identification, useClass: SomebodyWithEveryRole },
      { provide: ServiceIdentification, useClass: AnyService },
    ],
  })
  class ForgetfulModule {}

  it('is closed to everybody, whatever their roles', async () => {
    const app = await NestFactory.create<NestFastifyApplication>(ForgetfulModule, new FastifyAdapter(), {
      logger: false,
    });
    app.useGlobalFilters(new ProblemFilter());
    await app.init();
    Logger.overrideLogger(false);
    expect((await app.inject('/remembered')).body).toBe('open');
    const answer = await app.inject('/forgotten');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('secret');
    await app.close();
  });
});
