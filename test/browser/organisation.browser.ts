import type { Page } from 'playwright-core';
import { hasChromium } from './support/chromium.js';
import { fillDay, filledDay } from './support/day-field.js';
import { DemoSite } from './support/demo-site.js';
import { typing } from './support/hands.js';

/**
 * People and administration in a browser, by those who look after them.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium; axe at each page.
 */

describe.runIf(hasChromium)('people and administration', () => {
  let site: DemoSite;

  beforeAll(async () => {
    site = await DemoSite.open();
  });

  afterAll(() => site?.close());

  const focused = (page: Page) => page.evaluate('document.activeElement.textContent');

  it('let the administrator find people while typing, and add one with an employment', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Organisatie' }).click();
    await page.getByRole('heading', { name: 'Medewerkers', level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Volgende' }).click();
    await page.getByText('Pagina 2 van 2').waitFor();
    expect(page.url()).toMatch(/persons\?page=2$/);
    // There is no way on any more: whoever pressed it goes on at where they are.
    expect(await focused(page)).toBe('Pagina 2 van 2');

    await page.getByLabel('Zoek op naam').fill('naom');
    await page.getByText('1 medewerker gevonden').waitFor();
    expect(page.url()).toMatch(/persons\?q=naom$/);
    const places = page.getByRole('navigation', { name: 'Organisatie' });
    await places.getByRole('link', { name: 'Medewerkers' }).click();
    await page.waitForURL(/persons$/);
    expect(await page.getByLabel('Zoek op naam').inputValue()).toBe('');
    await page.getByLabel('Afdeling').selectOption({ label: '\u2003\u2003Publiekszaken' });
    await page.waitForURL(/department=/);

    await page.getByRole('link', { name: 'Medewerker toevoegen' }).click();
    await page.getByRole('button', { name: 'Medewerker toevoegen' }).click();
    await page.getByRole('heading', { name: 'Er is 1 fout in het formulier' }).waitFor();
    await visitor.look('person-faults');
    await page.getByLabel('Naam').fill('Noor Zeewolde');

    // What was typed is not lost by a wrong click.
    await page.getByRole('link', { name: 'Annuleren' }).click();
    const question = page.getByRole('dialog', { name: 'Niet opgeslagen' });
    await question.waitFor();
    await visitor.look('leave-guard');
    await question.getByRole('button', { name: 'Op deze pagina blijven' }).click();
    await page.getByRole('button', { name: 'Medewerker toevoegen' }).click();
    await page.getByRole('heading', { name: 'Noor Zeewolde', level: 1 }).waitFor();

    await page.getByRole('link', { name: 'Dienstverband toevoegen' }).click();
    await page.getByLabel('Personeelsnummer').fill('9001');
    await page.getByLabel('Afdeling').selectOption({ label: '\u2003Concernstaf' });
    await page.getByLabel('Uren per week').fill('veel');
    await fillDay(page, 'Eerste dag', '2025-feb-31');
    await page.getByRole('button', { name: 'Dienstverband toevoegen' }).click();
    await page.getByRole('heading', { name: 'Er zijn 2 fouten in het formulier' }).waitFor();
    await visitor.look('employment-faults');
    await page.getByRole('link', { name: 'Eerste dag: deze datum bestaat niet.' }).click();
    expect(await page.evaluate('document.activeElement.value')).toBe('31');
    // A whole day that is pasted goes to all three.
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText('01-03-2025');
    expect(await filledDay(page, 'Eerste dag')).toBe('2025-03-01');
    await page.getByLabel('Uren per week').fill('32,5');
    const manager = page.getByRole('combobox', { name: 'Andere leidinggevende' });
    await manager.fill('xyzzy');
    await page.getByText('Niemand gevonden. Controleer de naam.').waitFor();
    await manager.fill('karim');
    await page.getByRole('option', { name: /^Karim Haddou/ }).waitFor();
    await visitor.look('person-picker');
    await manager.press('ArrowDown');
    await manager.press('Enter');
    await page.getByRole('button', { name: 'Dienstverband toevoegen' }).click();
    await page.getByText('32,5 uur per week').waitFor();

    const on = page.getByLabel('Wie was de leidinggevende op');
    await typing.fill(on, '31-12-2025');
    expect(await page.evaluate('document.activeElement.id'), 'goes on being typed in').toBe('on');
    await page.getByText('Op 31 december 2025:').waitFor();
    await page.getByRole('status').getByRole('link', { name: 'Karim Haddou' }).waitFor();
    expect(page.url()).toMatch(/on=2025-12-31$/);
    await visitor.look('person');
    await page.getByRole('button', { name: 'Terug naar vandaag' }).click();
    await page.getByRole('button', { name: 'Terug naar vandaag' }).waitFor({ state: 'detached' });
    expect(await on.inputValue()).toBe('');
    expect(await page.evaluate('document.activeElement.id')).toBe('on');
    await visitor.leave();
  });

  it('show that somebody else changed the same, and overwrite nothing', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const other = await site.visitor('beheerder', 1280);
    for (const { page } of [visitor, other]) {
      await page.goto('/organisation/departments');
      await page.getByRole('link', { name: 'Griffie' }).click();
      await page.getByRole('link', { name: 'Afdeling wijzigen' }).click();
      await fillDay(page, 'Vanaf', '2026-01-01');
    }
    const { page } = visitor;
    await page.getByLabel('Naam').fill('Griffie van de raad');
    await other.page.getByLabel('Soort').fill('Raadsgriffie');
    await other.page.getByLabel('Naam').fill('De griffie');
    await other.page.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await other.page.getByRole('heading', { name: 'De griffie', level: 1 }).waitFor();

    // What was asked for anew in silence was not seen.
    await comeBack(page, /\/departments\/[\w-]+$/);
    await page.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await page.getByText('Iemand anders heeft dit intussen gewijzigd').waitFor();
    await visitor.look('outdated');
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click();
    await page.getByText('Iemand anders heeft dit intussen gewijzigd').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Naam').inputValue()).toBe('Griffie van de raad');
    expect(await page.getByLabel('Soort').inputValue()).toBe('Raadsgriffie');
    await page.getByText('Een ander schreef: De griffie', { exact: true }).waitFor();
    await visitor.look('caught-up');
    const changes: string[] = [];
    page.on('request', (request) => request.url().endsWith('/_change') && changes.push(request.method()));
    await page.getByRole('button', { name: 'Wijziging opslaan' }).dblclick();
    await page.getByRole('heading', { name: 'Griffie van de raad', level: 1 }).waitFor();
    expect(changes).toEqual(['POST']);
    await visitor.look('department');
    await other.leave();
    await visitor.leave();
  });

  it('take the steps of the adoption, tell what is wrong in which of them, and keep the place in the page', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const other = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    for (const one of [visitor, other]) {
      await one.page.goto('/adoption-route');
      await one.page.getByRole('group', { name: 'Stap 1', exact: true }).waitFor();
    }
    const step = (number: number) => page.getByRole('group', { name: `Stap ${number}`, exact: true });
    const save = page.getByRole('button', { name: 'Stappen opslaan' });
    const faults = page.getByRole('heading', { name: 'Er is 1 fout in het formulier' });
    const place = 'document.activeElement.querySelector("legend").textContent';

    await step(1)
      .getByRole('button', { name: /^Naar achteren/ })
      .click();
    expect(await page.evaluate(place)).toBe('Stap 2');
    await page.getByRole('button', { name: 'Stap toevoegen' }).click();
    await step(6).getByText('Naam in het Engels', { exact: true }).click();
    await step(6).getByLabel('Naam in het Engels').fill('x'.repeat(101));
    await step(6)
      .getByText(/^Naam in het Engels: /)
      .click();
    await save.click();
    await faults.waitFor();
    await page.getByRole('link', { name: 'Vul in hoe stap 6 heet' }).click();
    await page.keyboard.type('Bespreking met de cliëntenraad');
    await save.click();
    // What is wrong is shown, also where it was folded away.
    await step(6).getByText('Invoerfout').waitFor();
    await visitor.look('adoption-route-faults');
    await step(6).getByLabel('Naam in het Engels').fill('');
    const kinds = page.getByLabel('Soort stap');
    for (const kind of await kinds.all()) await kind.selectOption({ label: 'Bespreking' });
    await save.click();
    await page.getByRole('link', { name: 'Neem ten minste één stap op waarin iemand besluit.' }).waitFor();
    await kinds.first().selectOption({ label: 'Besluit' });
    await save.click();
    await page.getByRole('heading', { name: 'Instellingen', level: 1 }).waitFor();
    await page.getByText('De stappen zijn opgeslagen.').waitFor();
    await visitor.look('adoption-route-saved');

    // Those that were there are still known by their codes, and the new one has one that nobody thought up.
    const { steps } = (await (await page.request.get('/api/v1/adoption-routes/current')).json()) as {
      readonly steps: readonly { readonly body: string; readonly nameEn: string }[];
    };
    expect(steps.map(({ body }) => body)).toEqual([
      'management-team',
      'municipal-secretary',
      'works-council',
      'college',
      'council',
      'bespreking-met-de-clientenraad',
    ]);
    expect(steps.at(-1)?.nameEn).toBe('Bespreking met de cliëntenraad');

    await page.getByRole('link', { name: 'Naar de stappen' }).click();
    await step(1)
      .getByRole('button', { name: /^Weghalen/ })
      .click();
    expect(await page.evaluate(place)).toBe('Stap 1');
    await page.getByRole('link', { name: 'Annuleren' }).click();
    await page.getByRole('button', { name: 'Verlaten zonder opslaan' }).click();
    await page.getByRole('heading', { name: 'Instellingen', level: 1 }).waitFor();
    await page.getByText('Besluit van het managementteam').waitFor();

    // What somebody else saved does not sweep away what was typed.
    const name = other.page.getByLabel('Hoe heet de stap?').first();
    await name.fill('Wat ik hier typ');
    await comeBack(other.page, /\/adoption-routes\/current$/);
    expect(await name.inputValue()).toBe('Wat ik hier typ');
    await other.page.getByRole('button', { name: 'Stappen opslaan' }).click();
    await other.page.getByText('Iemand anders heeft dit intussen gewijzigd').waitFor();
    await other.page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click();
    await other.page.getByText(/^Een ander schreef: 1\. /).waitFor();
    expect(await name.inputValue()).toBe('Wat ik hier typ');
    await other.look('adoption-route-caught-up');
    await other.leave();
    await visitor.leave();
  });

  it('give a heavy role only when a second person confirms it', async () => {
    const administrator = await site.visitor('beheerder', 1280);
    const { page } = administrator;
    await page.goto('/organisation/roles/new');
    await page.getByRole('combobox', { name: 'Aan wie geeft u de rol?' }).fill('joost');
    await page.getByRole('option', { name: /^Joost Brinkman/ }).click();
    await page.getByLabel('Rol', { exact: true }).selectOption({ label: 'Integriteitsadviseur' });
    await page.getByText('Een tweede persoon moet de rol bevestigen').waitFor();
    // From today on, unless another day is given; a day that has passed is refused.
    const today = await filledDay(page, 'Eerste dag');
    await fillDay(page, 'Eerste dag', '2020-01-01');
    await page.getByRole('button', { name: 'Rol geven' }).click();
    await page.getByRole('link', { name: 'Deze dag is geweest.' }).waitFor();
    await fillDay(page, 'Eerste dag', today);
    await administrator.look('give-role');
    await page.getByRole('button', { name: 'Rol geven' }).click();
    await page.getByRole('heading', { name: 'Joost Brinkman', level: 1 }).waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: /is gegeven aan Joost Brinkman, maar werkt nog niet.*de gemeentesecretaris/ })
      .waitFor();
    await page.getByText('Wacht op bevestiging').waitFor();
    expect(await page.getByRole('button', { name: /^Bevestigen/ }).count()).toBe(0);
    await administrator.leave();

    const secretary = await site.visitor('secretaris', 390);
    await secretary.page.goto('/organisation/roles?state=waiting');
    await secretary.page.getByText('Account joost-brinkman@voorbeeld.example').waitFor();
    await secretary.look('roles-waiting');
    await secretary.page
      .getByRole('button', { name: 'Bevestigen Integriteitsadviseur van Joost Brinkman' })
      .click();
    await secretary.page
      .getByText('Bevestigd: Joost Brinkman heeft nu de rol Integriteitsadviseur.')
      .waitFor();
    await secretary.page.getByText('Er wacht geen rol op bevestiging.').waitFor();
    await secretary.leave();
  });

  it.each([1280, 390])('can be read and used, %i px wide', async (width) => {
    const visitor = await site.visitor('beheerder', width);
    const { page } = visitor;
    const pages = [
      ['persons', 'Medewerkers', 'Catharina van der Laak'],
      ['departments', 'Afdelingen', 'Publiekszaken'],
      ['departments/new', 'Afdeling toevoegen', 'Eerste dag'],
      ['job-functions', 'Functies', 'Inkoop en aanbesteding'],
      ['job-functions/new', 'Functie toevoegen', 'Profiel van de VOG'],
      ['accounts', 'Accounts', 'Catharina van der Laak'],
      ['accounts/new', 'Account maken', 'Inlognaam'],
      ['roles', 'Rollen', 'rollen gevonden'],
      ['second-factor-restorations', 'Herstel van het tweede bewijs', 'gevraagd'],
      ['house-style', 'Huisstijl', 'goed te lezen'],
    ] as const;
    for (const [path, heading, content] of pages) {
      await page.goto(`/organisation/${path}`);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await page.locator('main').getByText(content).first().waitFor();
      await visitor.look(`organisation-${path.replace('/', '-')}`);
    }
    await visitor.leave();
  });

  it('show only what a role is for', async () => {
    const visitor = await site.visitor('secretaris', 1280);
    const { page } = visitor;
    await page.goto('/organisation/persons');
    await page.getByRole('heading', { name: 'Medewerkers', level: 1 }).waitFor();
    const places = page.getByRole('navigation', { name: 'Organisatie' });
    expect(await places.getByRole('link').allTextContents()).toEqual([
      'Medewerkers',
      'Afdelingen',
      'Rollen',
      'Rechtencontrole',
      'Herstel tweede bewijs',
    ]);
    expect(await page.getByRole('link', { name: 'Medewerker toevoegen' }).count()).toBe(0);
    await page.goto('/organisation/audit-entries');
    await page.getByText('U hebt hier geen toegang toe').waitFor();
    await visitor.look('no-permission');
    await visitor.leave();
  });

  it('wear the colours that the organisation chose, and refuse those that can not be read', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.goto('/organisation/house-style');
    await page.getByLabel('Kleur van de balken').fill('#ffd54a');
    await page.getByText('te licht').waitFor();
    await page.getByRole('button', { name: 'Huisstijl opslaan' }).click();
    await page.getByRole('heading', { name: 'Er is 1 fout in het formulier' }).waitFor();
    await visitor.look('house-style-refused');
    await page.getByLabel('Kleur van de balken').fill('#5c1a4a');
    await page
      .getByLabel('Logo (niet verplicht)')
      .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: logo });
    await page.getByText('Het nieuwe logo, nog niet opgeslagen').waitFor();
    await page.getByRole('button', { name: 'Huisstijl opslaan' }).click();
    await page.getByText('De huisstijl is opgeslagen.').waitFor();
    expect(await focused(page)).toBe('De huisstijl is opgeslagen.');
    await page.reload();
    await page.locator('img.mark').waitFor();
    const ground = "getComputedStyle(document.querySelector('.bar')).backgroundColor";
    expect(await page.evaluate(ground)).toBe('rgb(92, 26, 74)');
    await visitor.look('house-style');
    await visitor.leave();
  });

  it.each([1280, 390])('let the auditor see who did what, %i px wide', async (width) => {
    const visitor = await site.visitor('auditor', width);
    const { page } = visitor;
    await page.goto('/organisation/audit-entries');
    await page.getByRole('heading', { name: 'Logboek', level: 1 }).waitFor();
    if (width < 768) await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByLabel('Handeling').fill('people.role-confirmed');
    await page.getByText('1 regel gevonden').waitFor();
    expect(page.url()).toContain('action=people.role-confirmed');
    await page
      .getByText(/^\d+ gegevens?/)
      .first()
      .click();
    await visitor.look('audit');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Downloaden als CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await page
      .getByRole('link', { name: /^alles van deze/ })
      .first()
      .click();
    await page.waitForURL(/objectId=/);
    const [, type = ''] = /objectType=([\w.-]+)/.exec(page.url()) ?? [];
    expect(await page.getByLabel('Soort gegeven').inputValue()).toBe(type);
    expect(await page.getByLabel('Handeling').inputValue()).toBe('');
    await page.getByLabel('Uitkomst').selectOption({ label: 'Mislukt' });
    await page.getByText('Er zijn geen regels met deze filters.').waitFor();
    await page.getByRole('button', { name: 'Filters wissen' }).click();
    await page.waitForURL(/audit-entries$/);
    expect(await page.getByLabel('Soort gegeven').inputValue()).toBe('');
    expect(await page.evaluate("document.activeElement.getAttribute('role')")).toBe('search');
    await visitor.look('audit-all');
    await visitor.leave();
  });
});

/** Back from another window, later: what is in the page is asked for anew. */
async function comeBack(page: Page, asked: RegExp): Promise<void> {
  await page.clock.setFixedTime(Date.now() + 60_000);
  await Promise.all([
    page.waitForResponse((response) => asked.test(response.url())),
    page.evaluate(`window.dispatchEvent(new Event('visibilitychange'))`),
  ]);
}

/** One dark pixel. */
const logo = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
