import { readFile } from 'node:fs/promises';
import { Secret, TOTP } from 'otpauth';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { readState } from '@weerbaar/kernel/installation';
import { hasChromium } from './support/chromium.js';
import type { DemoPerson } from './support/demo.js';
import { DemoSite } from './support/demo-site.js';
import type { Visitor } from './support/visitor.js';

/**
 * One's own account and the review of rights in a browser, and what becomes of what was typed when a session ends.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium; axe at each page. Not real: the clock of
 * the browser, where somebody waits for most of an hour.
 */

const widths = [1280, 390, 320];

describe.runIf(hasChromium)('rights and one’s own account', () => {
  let site: DemoSite;
  let employee: DemoPerson;

  beforeAll(async () => {
    site = await DemoSite.open();
    employee = site.person('medewerker');
  });

  afterAll(() => site?.close());

  async function giveName(page: Page, name: string, password: string): Promise<void> {
    const fields = page.locator('form').filter({ hasText: 'Inlognaam' });
    await fields.getByLabel('Inlognaam').fill(name);
    await fields.getByLabel('Wachtwoord').fill(password);
    await fields.getByRole('button', { name: 'Inloggen', exact: true }).click();
  }

  /** A session of the employee, with a clock that can be put forward. */
  async function typing(width: number): Promise<Visitor> {
    const visitor = await site.stranger(width);
    await visitor.page.clock.install();
    await site.signIn(visitor, 'medewerker');
    await visitor.page.goto('/account/password');
    await visitor.page.getByLabel('Nieuw wachtwoord', { exact: true }).fill('een zin die nog niet af is');
    // An answer that came after the clock was put on would count as somebody being there then.
    await visitor.page.waitForLoadState('networkidle');
    return visitor;
  }

  const focused = (page: Page) => page.evaluate('document.activeElement.textContent');

  const typed = (page: Page): Promise<string> =>
    page.getByLabel('Nieuw wachtwoord', { exact: true }).inputValue();

  it.each(widths)('warn before the session ends, and let it go on, %i px wide', async (width) => {
    const visitor = await typing(width);
    const { page } = visitor;
    const warning = page.getByRole('dialog', { name: 'Uw sessie eindigt bijna' });
    await page.clock.fastForward('50:00');
    expect(await warning.count()).toBe(0);
    await page.clock.fastForward('04:30');
    await warning
      .getByRole('status')
      .getByText(/^Over [45] minuten wordt u uitgelogd/)
      .waitFor();
    await visitor.look('session-ending');
    await page.clock.fastForward('02:00');
    await warning
      .getByRole('status')
      .getByText(/^Over [123] minu(ut|ten) wordt u uitgelogd/)
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
    const another = site.person('ondernemingsraad');
    await giveName(page, another.name, another.password);
    await page.getByRole('heading', { name: 'Bevestig dat u het bent', level: 1 }).waitFor();
    await page.getByLabel('Code uit de app').fill(another.code());
    await page.getByRole('button', { name: 'Code bevestigen' }).click();
    await page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
    await page.goto('/account/password');
    expect(await typed(page)).toBe('');
    expect((await visitor.traces()).stored).toBe(0);
    await visitor.leave();
  });

  /** As somebody does who left a device behind. */
  async function endElsewhere({ context }: Visitor): Promise<void> {
    const { id } = (await (await context.request.get('/api/v1/sessions/current')).json()) as { id: string };
    const elsewhere = await site.stranger(1280);
    await site.signIn(elsewhere, 'medewerker');
    const answer = await elsewhere.context.request.delete(`/api/v1/sessions/${id}`, {
      headers: { origin: site.address },
    });
    expect(answer.status()).toBe(204);
    await elsewhere.leave();
  }

  it.each(widths)('show one’s account, %i px wide', async (width) => {
    const visitor = await site.visitor('medewerker', width);
    const { page } = visitor;
    await page.goto('/account');
    await page.getByText('Dit apparaat', { exact: true }).waitFor();
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
    const visitor = await site.visitor('medewerker', 1280);
    const { page } = visitor;
    await page.goto('/account');
    await page.getByRole('link', { name: 'Mailvoorkeuren wijzigen' }).click();
    expect(await page.getByLabel('Elke ochtend één mail').isChecked()).toBe(true);
    await page.getByLabel('Meteen, voor alles apart').check();
    await page.getByLabel('In welke taal wilt u mail?').selectOption({ label: 'English' });
    await page.getByRole('button', { name: 'Mailvoorkeuren opslaan' }).click();
    await page.getByText('Uw mailvoorkeuren zijn opgeslagen.').waitFor();
    expect(await focused(page)).toBe('Uw mailvoorkeuren zijn opgeslagen.');
    // Said once more when it is done once more, in words that were not there: otherwise nobody hears them.
    await page.evaluate("document.activeElement.firstElementChild.dataset.heard = 'yes'");
    await page.getByRole('button', { name: 'Mailvoorkeuren opslaan' }).click();
    await page.locator('.told span:not([data-heard])').getByText('Uw mailvoorkeuren').waitFor();
    await page.reload();
    expect(await page.getByLabel('Meteen, voor alles apart').isChecked()).toBe(true);
    await page.getByRole('link', { name: 'Terug naar uw account' }).click();
    await page.getByText('U krijgt meteen mail als er iets op u wacht. De mail is in het Engels.').waitFor();
    await visitor.leave();
  });

  it('ends on another device, after which the reading goes on where that is told', async () => {
    const visitor = await site.visitor('medewerker', 1280);
    const { page } = visitor;
    await page.goto('/account');
    await page
      .getByRole('button', { name: /^Beëindigen sessie op/ })
      .first()
      .click();
    await page.getByText('De sessie is beëindigd.').waitFor();
    expect(await focused(page)).toBe('De sessie is beëindigd.');
    await visitor.leave();
  });

  it('lead the reading on through each step of the second factor', async () => {
    const visitor = await site.visitor('leidinggevende', 1280);
    const { page } = visitor;
    await page.goto('/account/second-factor');
    await page.getByRole('button', { name: 'Beginnen met instellen' }).click();
    await page.getByRole('heading', { name: 'Scan de code' }).waitFor();
    expect(await focused(page)).toBe('Scan de code');
    await visitor.look('second-factor-scan');
    const secret = ((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', '');
    const app = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel('Code uit de app').fill(app.generate());
    await page.getByRole('button', { name: 'App in gebruik nemen' }).click();
    await page.getByRole('heading', { name: 'Bewaar uw herstelcodes' }).waitFor();
    expect(await focused(page)).toBe('Bewaar uw herstelcodes');
    await visitor.look('second-factor-codes');
    await visitor.leave();
  });

  it('give somebody all that is recorded of them', async () => {
    const visitor = await site.visitor('medewerker', 1280);
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
    const visitor = await site.visitor('medewerker', 390);
    const { page } = visitor;
    const chosen = 'paarse fietsen rijden zacht';
    await page.goto('/account/password');
    await page.getByLabel('Huidig wachtwoord').fill(employee.password);
    await page.getByLabel('Nieuw wachtwoord', { exact: true }).fill(chosen);
    await page.getByLabel('Nogmaals het nieuwe wachtwoord').fill(chosen);
    await page.getByRole('button', { name: 'Wachtwoord wijzigen' }).click();
    await page.getByRole('heading', { name: 'Uw wachtwoord is gewijzigd' }).waitFor();
    await visitor.look('account-password-done');

    const later = await site.stranger(390);
    await later.page.goto('/sign-in');
    await giveName(later.page, employee.name, employee.password);
    await later.page.getByText('Deze combinatie').first().waitFor();
    await giveName(later.page, employee.name, chosen);
    await later.page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
    await later.leave();
    await visitor.leave();
  });

  /** Done in January, in the demo: as if it had not been. */
  async function forgetYearlyReview(): Promise<void> {
    const client = new pg.Client({
      connectionString: readState(site.folder)?.database?.DATABASE_OWNER_URL,
    });
    await client.connect();
    try {
      const organisations = await client.query<{ id: string }>('select id from organisation');
      await client.query(`select set_config('app.organisation_id', $1, false)`, [organisations.rows[0]?.id]);
      await client.query(
        `delete from rights_review_line where review_id in (select id from rights_review where kind = 'yearly')`,
      );
      await client.query(`delete from rights_review where kind = 'yearly'`);
    } finally {
      await client.end();
    }
  }

  it('start a review, once, and see who has to sign', async () => {
    await forgetYearlyReview();
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.goto('/organisation/persons');
    await page.getByRole('link', { name: 'Rechtencontrole' }).click();
    await page.getByRole('link', { name: /^Kwartaalcontrole/ }).waitFor();
    await visitor.look('rights-reviews');
    await page.getByRole('link', { name: 'Controle starten' }).click();
    await page.getByRole('button', { name: 'Controle starten' }).click();
    await page.getByRole('heading', { name: 'Er is 1 fout in het formulier' }).waitFor();
    await page.getByLabel('De kwartaalcontrole').check();
    await page.getByRole('button', { name: 'Controle starten' }).click();
    await page.getByRole('link', { name: 'De rechtencontrole van deze periode is al begonnen.' }).waitFor();
    await visitor.look('rights-review-start');
    await page.getByLabel('De jaarlijkse controle').check();
    await page.getByRole('button', { name: 'Controle starten' }).click();
    await page.getByRole('heading', { name: /^Jaarlijkse controle \d{4}$/, level: 1 }).waitFor();
    await page.getByText(/^0 van \d+ regels afgetekend$/).waitFor();
    await page.getByRole('table', { name: 'Per beoordelaar' }).getByText('Annelies Verhoeven').waitFor();
    await visitor.leave();
  });

  it('let a reviewer sign on a telephone: what stays, and what ends at once', async () => {
    const visitor = await site.visitor('secretaris', 390);
    const { page } = visitor;
    await page.goto('/rights-review-lines');
    await page.getByRole('heading', { name: 'Rechten die u controleert', level: 1 }).waitFor();
    const yearly = page.getByRole('region', { name: /^Jaarlijkse controle/ });
    const line = (name: string) => yearly.getByRole('listitem').filter({ hasText: name });
    await line('Karim Haddou').getByLabel('Blijft nodig').check();
    await line('Ottilie Kranenburg').getByLabel('Blijft nodig').check();
    await line('Marjolein Tas').getByLabel('Later beslissen').check();
    await line('Pieter Noordhoek').getByLabel('Intrekken').check();
    await page.getByText('Gekozen: 3 van').waitFor();
    await visitor.look('rights-to-sign-chosen');
    await page.getByRole('button', { name: 'Aftekenen wat ik heb gekozen' }).click();
    await page.getByRole('heading', { name: 'Er is 1 fout in het formulier' }).waitFor();
    await visitor.look('rights-to-sign-faults');
    await line('Pieter Noordhoek').getByLabel('Waarom trekt u dit recht in?').fill('Werkt nu ergens anders');

    // Nothing that was chosen is lost by a wrong click.
    await page.getByRole('link', { name: 'Start' }).first().click();
    await page.getByRole('dialog', { name: 'Niet opgeslagen' }).waitFor();
    await page.getByRole('button', { name: 'Op deze pagina blijven' }).click();
    await page.getByRole('button', { name: 'Aftekenen wat ik heb gekozen' }).click();
    await page.getByText('3 rechten afgetekend.').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('3 rechten afgetekend.');
    const signed = page.getByRole('table', { name: 'Wat u hebt afgetekend' });
    await signed.getByText('Werkt nu ergens anders').waitFor();
    await line('Pieter Noordhoek').waitFor({ state: 'detached' });
    expect(await line('Marjolein Tas').count()).toBe(1);

    // The other review asks about the same right, which is over now.
    await page
      .getByRole('region', { name: /^Kwartaalcontrole/ })
      .getByRole('listitem')
      .filter({ hasText: 'Pieter Noordhoek' })
      .getByLabel('Gezien: dit recht is intussen al beëindigd')
      .check();
    await page.getByRole('button', { name: 'Aftekenen wat ik heb gekozen' }).click();
    await page.getByText('1 recht afgetekend.').waitFor();
    await visitor.leave();
  });

  it('show the overseer how far it is, and let an administrator hand a line over', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.goto('/organisation/rights-reviews');
    await page.getByRole('link', { name: /^Jaarlijkse controle/ }).click();
    await page.getByText(/^3 van \d+ regels afgetekend$/).waitFor();
    await page.getByText('Behouden: 2. Ingetrokken: 1. Al beëindigd: 0.').waitFor();
    await page
      .getByRole('row', { name: /^Annelies Verhoeven/ })
      .getByText(/^3 van \d+$/)
      .waitFor();
    // Why is for the reviewer and the auditor.
    expect(await page.getByText('Werkt nu ergens anders').count()).toBe(0);
    await page.getByLabel('Status').selectOption({ label: 'Nog af te tekenen' });
    await page.waitForURL(/state=open/);
    const risk = page.getByRole('row').filter({ hasText: 'Risicomanager' });
    expect(await risk.textContent()).toContain('Annelies Verhoeven');
    await risk.getByRole('link', { name: 'Overdragen Risicomanager van Gerrit-Jan Wolters' }).click();
    const whom = page.getByRole('combobox', { name: 'Wie beoordeelt dit recht voortaan?' });
    await whom.fill('karim');
    await page.getByRole('option', { name: /^Karim Haddou/ }).click();
    await page.getByRole('button', { name: 'Regel overdragen' }).click();
    await page.getByRole('link', { name: 'Deze persoon kan dit recht niet beoordelen.' }).waitFor();
    await visitor.look('rights-review-hand-over');
    await whom.fill('anouk');
    await page.getByRole('option', { name: /^Anouk Meertens/ }).click();
    await page.getByRole('button', { name: 'Regel overdragen' }).click();
    await page.getByRole('heading', { name: /^Jaarlijkse controle/, level: 1 }).waitFor();
    await page.getByLabel('Status').selectOption({ label: 'Nog af te tekenen' });
    await page
      .getByRole('row')
      .filter({ hasText: 'Risicomanager' })
      .filter({ hasText: 'Anouk Meertens' })
      .waitFor();
    await visitor.leave();
  });

  it.each(widths)('can be read and used by reviewer and overseer, %i px wide', async (width) => {
    const reviewer = await site.visitor('secretaris', width);
    await reviewer.page.goto('/rights-review-lines');
    await reviewer.page.getByText(/^Nog \d+ rechten te controleren$/).waitFor();
    await reviewer.look('rights-to-sign');
    await reviewer.leave();

    const overseer = await site.visitor('beheerder', width);
    const { page } = overseer;
    await page.goto('/organisation/rights-reviews');
    await page.getByRole('link', { name: /^Jaarlijkse controle/ }).waitFor();
    await overseer.look('rights-reviews');
    await page.getByRole('link', { name: /^Jaarlijkse controle/ }).click();
    await page.getByRole('table', { name: 'Regels' }).waitFor();
    await overseer.look('rights-review');
    await page
      .getByRole('link', { name: /^Overdragen/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Regel overdragen' }).waitFor();
    await overseer.look('rights-review-hand-over');
    await page.goto('/organisation/rights-reviews/new');
    await page.getByLabel('De jaarlijkse controle').waitFor();
    await overseer.look('rights-review-new');
    await overseer.leave();
  });

  it('call roles by their names in English on an English page', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.goto('/organisation/roles?role=mayor');
    const held = page.getByRole('table', { name: 'Rollen' });
    await held.getByText('Burgemeester', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('table', { name: 'Roles' }).getByText('Mayor', { exact: true }).waitFor();
    await page.getByLabel('Role', { exact: true }).selectOption({ label: 'Municipal secretary' });
    expect(await page.getByText('Burgemeester').count()).toBe(0);
    await visitor.leave();
  });
});
