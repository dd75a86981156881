import { hasChromium } from './support/chromium.js';
import type { DemoPerson } from './support/demo.js';
import { DemoSite } from './support/demo-site.js';
import type { Visitor } from './support/visitor.js';

const pages = [
  '/',
  '/building-blocks',
  ...['', '/findings', '/actions', '/board', '/progress/4', '/documents'].map(
    (part) => `/annual-cycles/2026${part}`,
  ),
  ...['persons', 'departments', 'accounts', 'roles', 'audit-entries'].map((part) => `/organisation/${part}`),
  '/account',
  '/help',
  '/bestaat-niet',
] as const;

/**
 * The integrity adviser in a browser, on a screen and on a telephone.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium. At each step axe looks for what keeps
 * people out, and the content policy for what it had to refuse.
 */

describe.runIf(hasChromium)('the integrity adviser', () => {
  let site: DemoSite;
  let adviser: DemoPerson;
  let employee: DemoPerson;
  /** A code works once, and the next one comes after half a minute: so one session serves the tests after the first. */
  let session: Awaited<ReturnType<Visitor['context']['storageState']>>;

  beforeAll(async () => {
    site = await DemoSite.open();
    adviser = site.person('adviseur');
    employee = site.person('medewerker');
  });

  afterAll(() => site?.close());

  async function typeName(visitor: Visitor, { name, password }: DemoPerson): Promise<void> {
    await visitor.page.getByLabel('Inlognaam').fill(name);
    await visitor.page.getByLabel('Wachtwoord').fill(password);
    await visitor.page.getByRole('button', { name: 'Inloggen', exact: true }).click();
  }

  it('signs in, with what is wrong told above the heading and nothing left behind before', async () => {
    const visitor = await site.stranger(1280);
    const { page } = visitor;
    await page.goto('/building-blocks?state=insufficient');
    await page.getByRole('heading', { name: 'Inloggen', level: 1 }).waitFor();
    await visitor.look('sign-in');
    expect(await visitor.traces()).toEqual({ cookies: 0, stored: 0 });

    await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
    await page.getByRole('heading', { name: 'Er zijn 2 fouten in het formulier' }).waitFor();
    expect(await page.evaluate('document.activeElement.className')).toContain('ams-invalid-form-alert');
    expect(await page.title()).toContain('(2 invoerfouten)');
    await visitor.look('sign-in-faults');

    // Looking elsewhere for the password does not cost what was typed.
    await page.getByLabel('Inlognaam').fill('wie ik ben');
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
    await page
      .getByRole('link', { name: /Weerbaar/ })
      .first()
      .hover();
    await page.waitForTimeout(500);
    expect(await page.getByLabel('Inlognaam').inputValue()).toBe('wie ik ben');
    await page.getByRole('link', { name: 'Vul uw wachtwoord in' }).click();
    expect(await page.evaluate('document.activeElement.type')).toBe('password');

    await typeName(visitor, adviser);
    await page.getByLabel('Code uit de app').waitFor();
    // Nobody has a telephone for the demo: how to get the code stands here.
    await page.getByText('npx weerbaar demo code adviseur').waitFor();
    await visitor.look('code');
    await page.getByLabel('Code uit de app').fill(adviser.code());
    await page.getByRole('button', { name: 'Code bevestigen' }).click();

    // Back to where they wanted to be.
    await page.getByRole('heading', { name: 'Integriteitssysteem', level: 1 }).waitFor();
    expect(page.url()).toContain('/building-blocks?state=insufficient');
    session = await visitor.context.storageState();
    await visitor.leave();
  });

  it.each([1280, 390, 320])(
    'sees what waits, the system in one picture and a block, %i px wide',
    async (width) => {
      const visitor = await site.stranger(width);
      const { page } = visitor;
      await visitor.context.addCookies(session.cookies);

      await page.goto('/');
      await page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
      await page.locator('.chart svg').waitFor();
      await visitor.look('start');
      await page.getByRole('button', { name: 'Toon als tabel' }).click();
      await page.getByRole('table', { name: 'Oordeel per thema' }).waitFor();
      await visitor.look('start-table');

      await page.getByRole('link', { name: 'Onvoldoende beoordeeld' }).click();
      const heading = page.getByRole('heading', { name: 'Integriteitssysteem', level: 1 });
      await heading.waitFor();
      await page.getByText(/^2 bouwstenen van 45$/).waitFor();
      expect(await page.evaluate('document.activeElement.outerHTML')).toContain('Integriteitssysteem</h1>');
      expect(await page.locator('.tile').count()).toBe(45);
      expect(await page.getByRole('rowheader').count()).toBe(2);
      await visitor.look('system-filtered');

      if (width < 768) await page.getByRole('button', { name: 'Filters: 1 in gebruik' }).click();
      await page
        .getByRole('combobox', { name: 'Toon', exact: true })
        .selectOption({ label: 'Wat volgt uit de registratie' });
      await page
        .getByRole('combobox', { name: 'Oordeel', exact: true })
        .selectOption({ label: 'Alle oordelen' });
      await page.getByText('45 bouwstenen van 45').waitFor();
      expect(page.url()).toMatch(/\/building-blocks\?basis=derived$/);
      await visitor.look('system');

      await page.getByRole('link', { name: /^3b Financiële belangen\. Opzet: Voldoende/ }).click();
      await page.getByRole('heading', { name: '3b Financiële belangen', level: 1 }).waitFor();
      await page.getByRole('heading', { name: 'Regeling financiële belangen' }).waitFor();
      await page.getByText('Beoordeling toegevoegd').first().waitFor();
      await page.getByRole('table', { name: /^Acties in/ }).waitFor();
      await visitor.look('block');

      await page.goto('/account');
      await page.getByText('Dit apparaat', { exact: true }).waitFor();
      await visitor.look('account');
      await page.goto('/accessibility');
      await page.getByRole('heading', { name: 'Browsers' }).waitFor();
      await visitor.look('accessibility');
      await page.goto('/bestaat-niet');
      await page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
      await visitor.look('not-found');
      await visitor.leave();
    },
  );

  it('finds the way with the keyboard alone, and can skip to the content', async () => {
    const visitor = await site.stranger(1280);
    const { page } = visitor;
    await visitor.context.addCookies(session.cookies);
    await page.goto('/');
    await page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();

    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Naar de inhoud');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.getByRole('link', { name: 'Integriteitssysteem' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Integriteitssysteem', level: 1 }).waitFor();
    await visitor.leave();
  });

  it('is told what can not be shown, and why', async () => {
    const visitor = await site.stranger(390);
    const { page } = visitor;
    await visitor.context.addCookies(session.cookies);

    await page.goto('/building-blocks/00000000-0000-7000-8000-000000000000');
    await page.getByRole('alert').getByText('Deze pagina bestaat niet').waitFor();
    await visitor.look('block-not-found');

    const blocks = '**/api/v1/building-blocks?*';
    await page.route(blocks, (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        json: {
          type: '/api/v1/problems/unexpected-error',
          title: 'Er ging iets mis bij ons',
          status: 500,
          detail: 'Er ging iets mis bij ons',
          instance: 'urn:uuid:1234',
        },
      }),
    );
    await page.goto('/building-blocks');
    await page.getByText('Noem dan dit kenmerk: 1234').waitFor();
    await visitor.look('system-failed');
    await page.unroute(blocks);
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await page.getByText('45 bouwstenen van 45').waitFor();

    await page.context().setOffline(true);
    await page.getByText('U bent offline').waitFor();
    await visitor.look('offline');
    // A part of the app that did not come before: what is there stays, and it comes when the server answers again.
    await page.getByRole('link', { name: 'Toegankelijkheid' }).click();
    await page.getByRole('heading', { name: 'Toegankelijkheid', level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Organisatie', exact: true }).click();
    await page.getByRole('heading', { name: 'Geen verbinding' }).waitFor();
    await visitor.look('offline-page');
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await page.getByRole('heading', { name: 'Geen verbinding' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Opnieuw proberen' }).click();
    await page.getByRole('heading', { name: 'Medewerkers', level: 1 }).waitFor();
    expect(await visitor.traces()).toMatchObject({ stored: 0 });
    await visitor.leave();
  });

  it.each([1280, 390])('sees nothing move under their eyes while a page comes, at %i px', async (width) => {
    const visitor = await site.stranger(width);
    const { page } = visitor;
    await visitor.context.addCookies(session.cookies);
    // What somebody caused themselves does not count, as browsers measure it.
    await page.addInitScript(
      `globalThis.shifts = [];
       new PerformanceObserver((list) => shifts.push(...list.getEntries().filter((shift) => !shift.hadRecentInput)))
         .observe({ type: 'layout-shift', buffered: true });`,
    );
    const moved: Record<string, number> = {};
    for (const path of pages) {
      await page.goto(path, { waitUntil: 'networkidle' });
      moved[path] = await page.evaluate<number>('shifts.reduce((sum, { value }) => sum + value, 0)');
    }
    // Below a tenth nobody is bothered (Core Web Vitals).
    expect(Object.entries(moved).filter(([, shift]) => shift > 0.1)).toEqual([]);
    await visitor.leave();
  });

  it('reads it in English on request', async () => {
    const visitor = await site.stranger(1280);
    const { page } = visitor;
    await visitor.context.addCookies(session.cookies);
    await page.goto('/building-blocks');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Integrity system', level: 1 }).waitFor();
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    await visitor.look('system-english');
    await visitor.leave();
  });

  it('loses nothing of the page when the session ends, and can sign out', async () => {
    const visitor = await site.stranger(1280);
    const { page } = visitor;
    // An employee needs no app: this can be done again and again.
    await page.goto('/sign-in');
    await typeName(visitor, employee);
    await page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
    await visitor.look('start-of-employee');

    await visitor.context.clearCookies();
    await page.goto('/building-blocks');
    await page.getByRole('heading', { name: 'Inloggen', level: 1 }).waitFor();
    await typeName(visitor, employee);
    await page.getByText('45 bouwstenen van 45').waitFor();

    await visitor.context.clearCookies();
    await page.getByRole('link', { name: /^1a / }).last().click();
    const dialog = page.getByRole('dialog', { name: 'U bent uitgelogd' });
    await dialog.waitFor();
    await visitor.look('session-ended');
    await dialog.getByLabel('Inlognaam').fill(employee.name);
    await dialog.getByLabel('Wachtwoord').fill(employee.password);
    await dialog.getByRole('button', { name: 'Inloggen', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('heading', { name: /^1a /, level: 1 }).waitFor();

    await page.getByRole('button', { name: 'Uitloggen' }).click();
    await page.getByText('U bent uitgelogd.').waitFor();
    await visitor.look('signed-out');
    expect(await visitor.traces()).toEqual({ cookies: 0, stored: 0 });
    await visitor.leave();
  });

  it('asks for a mail after forgetting the password, and is not told whether the name exists', async () => {
    const visitor = await site.stranger(390);
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Wachtwoord vergeten?' }).click();
    await page.getByRole('heading', { name: 'Wachtwoord vergeten', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Link aanvragen' }).click();
    await page.getByRole('heading', { name: 'Er is 1 fout in het formulier' }).waitFor();
    await visitor.look('password-reset-faults');
    await page.getByLabel('Inlognaam').fill('bestaat-niet');
    await page.getByRole('button', { name: 'Link aanvragen' }).click();
    await page.getByRole('heading', { name: 'Kijk in uw mail' }).waitFor();
    await visitor.look('password-reset-asked');
    await visitor.leave();
  });

  it('chooses a password by the link of a mail, of which the token does not stay in the address', async () => {
    const visitor = await site.stranger(390);
    const { page } = visitor;
    await page.goto('/account-activations#token=bestaat-niet');
    await page.getByRole('heading', { name: 'Wachtwoord kiezen' }).waitFor();
    expect(page.url()).toMatch(/\/account-activations$/);
    await page.getByRole('button', { name: 'Wachtwoord vastleggen' }).click();
    await page.getByRole('heading', { name: 'Er is 1 fout in het formulier' }).waitFor();
    await visitor.look('activation');

    await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill('een-zin-van-woorden');
    await page.getByLabel('Nogmaals het nieuwe wachtwoord').fill('een-zin-van-woorden');
    await page.getByRole('button', { name: 'Wachtwoord vastleggen' }).click();
    await page.getByRole('heading', { name: 'Dit lukte niet' }).waitFor();
    await visitor.look('activation-refused');
    await visitor.leave();
  });
});
