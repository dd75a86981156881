import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { Installation } from '../standalone/support/installation.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { type DemoPerson, demoPerson } from './support/demo.js';
import { Visitor } from './support/visitor.js';

/**
 * One's own account and the review of rights in a browser, and what becomes of what was typed when a session ends.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium; axe at each page. Not real: the clock of
 * the browser, where somebody waits for most of an hour.
 */

type Session = Awaited<ReturnType<Visitor['context']['storageState']>>;

const widths = [1280, 390, 320];

describe.runIf(hasChromium)('rights and one’s own account', () => {
  let installation: Installation;
  let browser: Browser;
  let output: string;
  let employee: DemoPerson;
  /** A code works once, and the next one comes after half a minute: whoever has an app signs in once. */
  const sessions = new Map<string, Session>();

  beforeAll(async () => {
    installation = await Installation.prepare();
    ({ output } = await installation.start());
    employee = demoPerson(output, 'medewerker');
    browser = await openChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await installation?.end();
    installation?.remove();
  });

  async function arrive(name: string, width: number): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, installation.address, width);
    const session = sessions.get(name);
    if (session) await visitor.context.addCookies(session.cookies);
    else {
      await signIn(visitor.page, demoPerson(output, name));
      sessions.set(name, await visitor.context.storageState());
    }
    return visitor;
  }

  async function signIn(page: Page, { name, password, code }: DemoPerson): Promise<void> {
    await page.goto('/sign-in');
    await giveName(page, name, password);
    if (code()) {
      await page.getByLabel('Code uit de app').fill(code());
      await page.getByRole('button', { name: 'Code bevestigen' }).click();
    }
    await page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
  }

  async function giveName(page: Page, name: string, password: string): Promise<void> {
    const fields = page.locator('form').filter({ hasText: 'Inlognaam' });
    await fields.getByLabel('Inlognaam').fill(name);
    await fields.getByLabel('Wachtwoord').fill(password);
    await fields.getByRole('button', { name: 'Inloggen', exact: true }).click();
  }

  /** A session of the employee, with a clock that can be put forward. */
  async function typing(width: number): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, installation.address, width);
    await visitor.page.clock.install();
    await signIn(visitor.page, employee);
    await visitor.page.goto('/account/password');
    await visitor.page.getByLabel('Nieuw wachtwoord', { exact: true }).fill('een zin die nog niet af is');
    return visitor;
  }

  const typed = (page: Page): Promise<string> =>
    page.getByLabel('Nieuw wachtwoord', { exact: true }).inputValue();

  it.each(widths)('warn before the session ends, and let it go on, %i px wide', async (width) => {
    const visitor = await typing(width);
    const { page } = visitor;
    const warning = page.getByRole('dialog', { name: 'Uw sessie eindigt bijna' });
    await page.clock.fastForward('53:00');
    expect(await warning.count()).toBe(0);
    await page.clock.fastForward('01:30');
    await warning.getByRole('status').getByText('Over 5 minuten wordt u uitgelogd.').waitFor();
    await visitor.look('session-ending');
    await page.clock.fastForward('02:00');
    await warning
      .getByRole('status')
      .getByText(/^Over [23] minuten wordt u uitgelogd/)
      .waitFor();
    await warning.locator('.tools').getByRole('button', { name: 'Doorgaan' }).click();
    await warning.waitFor({ state: 'detached' });
    expect(await typed(page)).toBe('een zin die nog niet af is');
    // Back at what had the focus before.
    expect(await page.evaluate('document.activeElement.value')).toBe('een zin die nog niet af is');

    // Whoever goes on typing is there, and is not asked.
    await page.clock.fastForward('50:00');
    await Promise.all([page.waitForResponse('**/sessions/current'), page.keyboard.type('!')]);
    await page.clock.fastForward('50:00');
    expect(await warning.count()).toBe(0);
    await page.clock.fastForward('05:00');
    await warning.waitFor();
    await visitor.leave();
  });

  it('leave a warned page in peace when another tab is used', async () => {
    const visitor = await typing(1280);
    const { page } = visitor;
    const warning = page.getByRole('dialog', { name: 'Uw sessie eindigt bijna' });
    await page.clock.fastForward('56:00');
    await warning.waitFor();
    const other = await visitor.context.newPage();
    await other.goto('/building-blocks');
    await warning.waitFor({ state: 'detached' });
    expect(await typed(page)).toBe('een zin die nog niet af is');
    await visitor.leave();
  });

  it('keep what was typed for who signs in again, and for nobody else', async () => {
    const visitor = await typing(390);
    const { page } = visitor;
    await endElsewhere(visitor);
    await page.getByLabel('Nogmaals het nieuwe wachtwoord').fill('een zin die nog niet af is');
    await page.getByLabel('Huidig wachtwoord').fill('iets anders');
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
    const dialog = page.getByRole('dialog', { name: 'U bent uitgelogd' });
    await dialog.waitFor();
    await visitor.look('session-ended-over-form');
    await giveName(page, employee.name, employee.password);
    await dialog.waitFor({ state: 'detached' });
    expect(await typed(page)).toBe('een zin die nog niet af is');
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
    await page.getByRole('link', { name: 'Dit is niet uw huidige wachtwoord.' }).waitFor();
    expect(await typed(page)).toBe('een zin die nog niet af is');

    // A whole hour later, by the clock of the browser alone; and then it is somebody else who sits here.
    await page.clock.fastForward('01:01:00');
    await dialog.waitFor();
    const another = demoPerson(output, 'ondernemingsraad');
    await giveName(page, another.name, another.password);
    await page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/');
    await page.goto('/account/password');
    expect(await typed(page)).toBe('');
    expect((await visitor.traces()).stored).toBe(0);
    await visitor.leave();
  });

  /** As somebody does who left a device behind. */
  async function endElsewhere({ context }: Visitor): Promise<void> {
    const { id } = (await (await context.request.get('/api/v1/sessions/current')).json()) as { id: string };
    const elsewhere = await Visitor.arrive(browser, installation.address, 1280);
    await signIn(elsewhere.page, employee);
    const answer = await elsewhere.context.request.delete(`/api/v1/sessions/${id}`, {
      headers: { origin: installation.address },
    });
    expect(answer.status()).toBe(204);
    await elsewhere.leave();
  }

  it.each(widths)('show one’s account, %i px wide', async (width) => {
    const visitor = await arrive('medewerker', width);
    const { page } = visitor;
    await page.goto('/account');
    await page.getByText('Dit apparaat').waitFor();
    await page.getByText('U krijgt elke ochtend één mail').waitFor();
    await visitor.look('account-overview');
    await page.getByRole('link', { name: 'Wachtwoord wijzigen' }).click();
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
    await page.getByRole('heading', { name: 'Er zijn 3 fouten in het formulier' }).waitFor();
    await visitor.look('account-password');
    await page.goto('/account/mail');
    await page.getByLabel('Meteen, voor alles apart').waitFor();
    await visitor.look('account-mail');
    await visitor.leave();
  });

  it('keep how somebody wants their mail', async () => {
    const visitor = await arrive('medewerker', 1280);
    const { page } = visitor;
    await page.goto('/account');
    await page.getByRole('link', { name: 'Mailvoorkeuren wijzigen' }).click();
    expect(await page.getByLabel('Elke ochtend één mail').isChecked()).toBe(true);
    await page.getByLabel('Meteen, voor alles apart').check();
    await page.getByLabel('In welke taal wilt u mail?').selectOption({ label: 'English' });
    await page.getByRole('button', { name: 'Mailvoorkeuren opslaan' }).click();
    await page.getByText('Uw mailvoorkeuren zijn opgeslagen.').waitFor();
    await page.reload();
    expect(await page.getByLabel('Meteen, voor alles apart').isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Terug naar uw account' }).click();
    await page.getByText('U krijgt meteen mail als er iets op u wacht. De mail is in het Engels.').waitFor();
    await visitor.leave();
  });

  it('give somebody all that is recorded of them', async () => {
    const visitor = await arrive('medewerker', 1280);
    const { page } = visitor;
    await page.goto('/account');
    const name = await page.locator('.personal a').textContent();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Mijn gegevens downloaden' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('mijn-gegevens.html');
    const overview = await readFile(await download.path(), 'utf8');
    expect(name).toMatch(/\w+ \w+/);
    expect(overview).toContain(name);
    await visitor.leave();
  });

  it('change a password, with which one signs in from then on', async () => {
    const visitor = await arrive('medewerker', 390);
    const { page } = visitor;
    const chosen = 'paarse fietsen rijden zacht';
    await page.goto('/account/password');
    await page.getByLabel('Huidig wachtwoord').fill(employee.password);
    await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(chosen);
    await page.getByLabel('Nogmaals het nieuwe wachtwoord').fill(chosen);
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
    await page.getByRole('heading', { name: 'Uw wachtwoord is gewijzigd' }).waitFor();
    await visitor.look('account-password-done');

    const later = await Visitor.arrive(browser, installation.address, 390);
    await later.page.goto('/sign-in');
    await giveName(later.page, employee.name, employee.password);
    await later.page.getByText('Deze combinatie').first().waitFor();
    await giveName(later.page, employee.name, chosen);
    await later.page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
    await later.leave();
    await visitor.leave();
  });
});
