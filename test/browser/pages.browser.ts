import { resolve } from 'node:path';
import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';
import type { Visitor } from './support/visitor.js';

/**
 * Every page there is, as the routes of the app tell: for somebody who may not open it, when the server answers
 * nothing, and when there is nothing yet. A new page is in it by itself.
 * Real: the whole product as `npm start` starts it, with the demo; the routes of the app; Chromium; axe. Not real: the
 * answers of the server where they go wrong or are empty.
 */

interface Pages {
  readonly router: { readonly routesByPath: Readonly<Record<string, unknown>> };
}

type Ids = Readonly<Record<string, string>>;
/** What the API lists, or the one thing it answers. */
type Asked = (path: string) => Promise<readonly Readonly<Record<string, string | undefined>>[]>;

const nobodys = '00000000-0000-4000-8000-000000000000';

/** What an ordinary colleague may open. Whoever adds a page for everybody adds it here. */
const forEverybody: ReadonlySet<string> = new Set([
  '/',
  '/sign-in',
  '/sign-in/refused',
  '/password-resets',
  '/signed-in',
  '/account-activations',
  '/accessibility',
  '/help',
  '/help/$topic',
  '/account',
  '/account/mail',
  '/account/password',
  '/account/proof',
  '/account/second-factor',
  '/building-blocks',
  '/building-blocks/$buildingBlockId',
  '/organisation',
  '/organisation/persons',
  '/organisation/persons/$personId',
  '/organisation/departments',
  '/organisation/departments/$departmentId',
  '/annual-cycles/$year/progress/$quarter/own',
]);

/** What asks the server for nothing that the app does not know already, or leads on to another page. */
const readNothing: ReadonlySet<string> = new Set([
  '/sign-in',
  '/sign-in/refused',
  '/password-resets',
  '/signed-in',
  '/account-activations',
  '/accessibility',
  '/help',
  '/help/$topic',
  '/account/password',
  '/account/proof',
  '/account/second-factor',
  '/organisation',
  '/organisation/persons/new',
  '/organisation/job-functions/new',
  '/organisation/employment-imports/new',
  '/organisation/accounts/new',
  '/organisation/rights-reviews/new',
  '/organisation/house-style',
  '/organisation/profile',
  '/organisation/provisioning-tokens/new',
]);

describe.runIf(hasChromium)('every page', () => {
  let site: DemoSite;
  let paths: readonly string[];
  let ids: Ids;

  beforeAll(async () => {
    const app = (await import(resolve(import.meta.dirname, '../../apps/web/src/router.ts'))) as Pages;
    paths = Object.keys(app.router.routesByPath);
    site = await DemoSite.open();
    ids = await idsInDemo();
  });

  afterAll(() => site?.close());

  /** Something for each place in an address, as it is there in the demo. */
  async function idsInDemo(): Promise<Ids> {
    const administrator = await site.visitor('beheerder');
    const adviser = await site.visitor('adviseur');
    const employee = await site.visitor('medewerker');
    const asking =
      ({ context }: Visitor): Asked =>
      async (path) => {
        const answer: unknown = await (await context.request.get(`/api/v1${path}`)).json();
        const { items = answer } = answer as { readonly items?: unknown };
        return [items].flat() as Awaited<ReturnType<Asked>>;
      };
    const idOf = async (found: ReturnType<Asked>): Promise<string> => (await found)[0]?.['id'] ?? nobodys;
    const [administered, advised, own] = [asking(administrator), asking(adviser), asking(employee)];
    const personId = (await own('/sessions/current'))[0]?.['personId'] ?? nobodys;
    // The newest one is still being planned.
    const years = (await advised('/annual-cycles')).map((cycle) => Number(cycle['year']));
    const year = String(Math.max(...years) - 1);
    const buildingBlockId = await idOf(advised('/building-blocks'));
    const documentId = await idOf(advised(`/annual-cycles/${year}/annual-documents`));
    const reviewId = await idOf(administered('/rights-reviews'));
    const found = {
      topic: 'inloggen',
      year,
      quarter: '1',
      personId,
      buildingBlockId,
      documentId,
      reviewId,
      policyDocumentId: nobodys,
      importId: nobodys,
      employmentId: await idOf(own(`/persons/${personId}/employments`)),
      findingId: await idOf(advised(`/annual-cycles/${year}/findings`)),
      actionId: await idOf(advised(`/annual-cycles/${year}/actions`)),
      chapterId: await idOf(advised(`/annual-documents/${documentId}/chapters`)),
      departmentId: await idOf(administered('/departments')),
      jobFunctionId: await idOf(administered('/job-functions')),
      assignmentId: await idOf(administered('/role-assignments')),
      lineId: await idOf(administered(`/rights-reviews/${reviewId}/lines`)),
      accountId: await idOf(administered('/accounts')),
    };
    await Promise.all([administrator, adviser, employee].map((visitor) => visitor.leave()));
    return found;
  }

  const addressOf = (path: string): string =>
    path.replaceAll(/\$(\w+)/g, (_, name: string) => ids[name] ?? '');

  /** From one page to the next inside the app, as a link leads: to load it anew each time takes long. */
  async function go({ page }: Visitor, path: string): Promise<void> {
    const address = JSON.stringify(addressOf(path));
    if (page.url() === 'about:blank') await page.goto('/accessibility');
    await page.evaluate(
      `document.querySelector('main').dataset.left = ''; history.pushState({}, '', ${address});`,
    );
    await page.locator('main:not([data-left]) h1').waitFor();
  }

  /** What may not be seen may be said not to exist. */
  const refusal = /^(?:U hebt hier geen toegang toe|Deze pagina bestaat niet)\n/;

  async function expectRefusal(visitor: Visitor, path: string): Promise<void> {
    await go(visitor, path);
    const { page } = visitor;
    const main = page.getByRole('main');
    await main
      .getByRole('alert')
      .filter({ hasText: /geen toegang|bestaat niet/ })
      .waitFor({ timeout: 10_000 })
      .catch((error: unknown) => expect.fail(`${path}: ${String(error)}`));
    expect
      .soft(await main.getByRole('alert').allInnerTexts(), path)
      .toEqual([expect.stringMatching(refusal)]);
    expect.soft(await main.getByRole('button').allInnerTexts(), path).toEqual(['Hulp bij deze pagina']);
    expect.soft(await main.locator('form, .ams-button').count(), path).toBe(0);
  }

  it('says so to whoever may not open it, and offers nothing that would be refused', async () => {
    const visitor = await site.visitor('medewerker');
    for (const path of paths) if (!forEverybody.has(path)) await expectRefusal(visitor, path);
    await visitor.leave();
  });

  it('offers nothing either to who may read what others change', async () => {
    const adviser = await site.visitor('adviseur');
    for (const path of [
      '/organisation/departments/$departmentId/change',
      '/organisation/departments/$departmentId/end',
      '/organisation/job-functions/$jobFunctionId/end',
      '/organisation/roles/$assignmentId/end',
    ])
      await expectRefusal(adviser, path);
    await adviser.leave();
  });

  /** Every answer of the API with what is made of its body. */
  async function answering({ page }: Visitor, path: string, made: (body: unknown) => unknown): Promise<void> {
    await page.route(`**/api/v1/${path}`, async (route) => {
      const response = await route.fetch();
      const isJson = /json/.test(response.headers()['content-type'] ?? '');
      if (!isJson || !response.ok()) return route.fulfill({ response });
      return route.fulfill({ response, json: made(await response.json()) });
    });
  }

  it.each([
    [['hired-staff'], ['Start'], undefined],
    [['hired-staff', 'auditor'], ['Start', 'Jaarcyclus', 'Organisatie'], 'Rollen'],
  ])('is led to only by whom it is for: %s', async (roles, bar, firstPlace) => {
    const visitor = await site.visitor('medewerker');
    const { page } = visitor;
    await answering(visitor, 'sessions/current', (session) => ({ ...(session as object), roles }));
    await page.goto('/account');
    const links = page.getByRole('navigation', { name: 'Hoofdmenu' }).getByRole('link');
    await links.first().waitFor();
    expect(await links.allInnerTexts()).toEqual(bar);
    if (firstPlace) {
      await links.last().click();
      await page.getByRole('heading', { name: firstPlace, level: 1 }).waitFor();
    }
    await visitor.leave();
  });

  /** Whose page it is, of those in the demo. */
  const holderOf = (path: string): string => {
    if (path === '/organisation/audit-entries') return 'auditor';
    return path.startsWith('/organisation') || path === '/rights-review-lines' ? 'beheerder' : 'adviseur';
  };

  /** Once for each of them, who opens the pages one after the other. */
  async function openAll(
    all: readonly string[],
    prepare: (visitor: Visitor) => Promise<void>,
    open: (visitor: Visitor, path: string) => Promise<void>,
  ): Promise<void> {
    for (const name of ['beheerder', 'auditor', 'adviseur']) {
      const visitor = await site.visitor(name, 390);
      await prepare(visitor);
      for (const path of all.filter((one) => holderOf(one) === name)) {
        await go(visitor, path);
        await visitor.page.locator('main .loading').first().waitFor({ state: 'detached' });
        await open(visitor, path);
      }
      await visitor.leave();
    }
  }

  const nameOf = (path: string): string => path.slice(1).replaceAll(/\W+/g, '-') || 'start';
  const isForm = (path: string): boolean =>
    /\/(?:new|edit|change|correct|end|hand-over|profile|network|address|answer|no-action)$/.test(path);

  it('tells it when the server can not answer', async () => {
    const broken = {
      type: 'https://weerbaar.example/problems/internal',
      title: 'Er ging iets mis bij ons',
      status: 500,
      detail: 'Probeer het straks nog eens.',
      instance: `urn:uuid:${nobodys}`,
    };
    const known = /\/api\/v1\/(?:sessions\/current|sign-in-options|house-style|organisation-profile)/;
    const prepare = async ({ page }: Visitor): Promise<void> => {
      await page.route('**/api/v1/**', (route) =>
        known.test(route.request().url())
          ? route.continue()
          : route.fulfill({ status: 500, contentType: 'application/problem+json', json: broken }),
      );
    };
    await openAll(
      paths.filter((path) => !readNothing.has(path)),
      prepare,
      async (visitor, path) => {
        const told = visitor.page.getByRole('main').getByRole('alert').filter({ hasText: broken.title });
        await told
          .first()
          .waitFor({ timeout: 5000 })
          .catch((error: unknown) => expect.soft(String(error), path).toBe(''));
        if (!isForm(path)) await visitor.look(`broken-${nameOf(path)}`);
      },
    );
  });

  it('is in order when there is nothing yet', async () => {
    const emptied = (body: unknown): unknown =>
      Array.isArray(body)
        ? []
        : body !== null && typeof body === 'object' && 'items' in body
          ? { ...body, items: [], total: 0 }
          : body;
    await openAll(
      paths.filter((path) => !readNothing.has(path) && !isForm(path)),
      (visitor) => answering(visitor, '**', emptied),
      (visitor, path) => visitor.look(`empty-${nameOf(path)}`),
    );
  });
});
