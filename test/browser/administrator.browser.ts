import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { hasChromium } from './support/chromium.js';
import { fillDay, filledDay } from './support/day-field.js';
import { DemoSite } from './support/demo-site.js';

/**
 * The year of an administrator as one journey: the file of the HR system, a role for who came with it, the connection
 * with the directory, the settings. Real: the whole product as `npm start` starts it, with the demo; the file as the
 * demo gives it; Chromium; axe at each page.
 */

const program = resolve(import.meta.dirname, '../../apps/cli/weerbaar.mjs');

function demoFile(...options: readonly string[]): string {
  return execFileSync(process.execPath, [program, 'demo', 'hr-file', ...options], { encoding: 'utf8' });
}

describe.runIf(hasChromium)('the administrator', () => {
  let site: DemoSite;

  beforeAll(async () => {
    site = await DemoSite.open();
  });

  afterAll(() => site?.close());

  async function choose(page: Page, name: string, content: string): Promise<void> {
    await page
      .getByLabel('Bestand uit het personeelssysteem')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.getByText(`${name} (`).waitFor();
  }

  const compare = (page: Page) => page.getByRole('button', { name: 'Bestand vergelijken' }).click();
  const focused = (page: Page) => page.evaluate('document.activeElement.id');

  it('sees what is wrong with a file, row by row, and changes nothing by it', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Organisatie' }).click();
    await page.getByRole('link', { name: 'Personeelsbestand' }).click();
    await page.getByText('Er is nog geen bestand ingelezen').waitFor();
    await visitor.look('imports-none');
    await page.getByRole('link', { name: 'Bestand vergelijken' }).click();
    await compare(page);
    await page.getByRole('link', { name: 'Kies het bestand' }).waitFor();

    await choose(page, 'fouten.csv', demoFile('--spoiled'));
    await compare(page);
    await page.getByText('Er zijn 6 rijen met een fout').waitFor();
    const row = page.getByRole('row').filter({ hasText: '1004' });
    await row.getByText('Afdelingscode: Een afdeling met deze code kennen wij niet.').waitFor();
    await row.getByText('Voeg de afdeling toe in Weerbaar, of verbeter de code.').waitFor();
    expect(await row.getByRole('cell').first().textContent()).toContain('5');
    expect(await page.getByRole('button', { name: 'Wijzigingen doorvoeren' }).count()).toBe(0);
    await visitor.look('import-faults');
    await page.getByRole('link', { name: 'Ongewijzigd' }).click();
    await page.getByText('Geen verschil').first().waitFor();
    expect(page.url()).toMatch(/show=unchanged/);
    await visitor.leave();
  });

  it('points out columns that are called otherwise, and applies what is shown', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.goto('/organisation/employment-imports');
    await page.getByText('6 rijen met een fout').waitFor();
    await page.getByRole('link', { name: 'Bestand vergelijken' }).click();
    const [headings = '', ...rows] = demoFile().split('\r\n');
    const renamed = headings.replace('Personeelsnummer;', 'Nr;').replace('Afdelingscode', 'Kostenplaats');
    await choose(page, 'anders.csv', [renamed, ...rows].join('\r\n'));
    await compare(page);
    await page
      .getByRole('link', { name: 'De kolom voor “Afdelingscode” staat niet in het bestand.' })
      .click();
    await visitor.look('import-columns');
    await page.getByLabel('Personeelsnummer', { exact: true }).selectOption('Nr');
    await page.getByLabel('Afdelingscode').selectOption('Kostenplaats');
    await compare(page);

    await page.getByText('Er is nog niets veranderd').waitFor();
    await page.getByText('1 medewerker gaat uit dienst en heeft nog een account of een rol').waitFor();
    await page.getByLabel('Toon').selectOption({ label: 'Gewijzigd (1)' });
    await page.getByRole('row').filter({ hasText: '1020' }).getByText('Afdeling: van').waitFor();
    await page.getByText('Kolommen bekijken').click();
    await page.getByRole('row', { name: 'Personeelsnummer Nr' }).waitFor();
    await visitor.look('import-compared');
    await page.getByRole('button', { name: 'Wijzigingen doorvoeren' }).click();
    await page.getByText('Doorgevoerd op').waitFor();
    expect(await focused(page)).toBe('state');
    await visitor.look('import-applied');

    await page.getByRole('link', { name: 'Naar de medewerkers' }).click();
    await page.getByLabel('Zoek op naam').fill('terps');
    await page.getByRole('link', { name: 'Nienke Terpstra' }).click();
    await page.getByText('Personeelsnummer 1029').waitFor();
    await visitor.leave();
  });

  it('must say that it is meant when very many would leave', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.goto('/organisation/employment-imports/new');
    // The administrator's own row stays: nobody confirms what ends an employment of their own.
    const rows = demoFile().split('\r\n');
    const few = rows.filter((row, index) => index === 0 || /^10(01|02|27|28|29|17)/.test(row));
    await choose(page, 'weinig.csv', few.join('\r\n'));
    await compare(page);
    await page.getByText('Meer dan een vijfde van de dienstverbanden eindigt').waitFor();
    await page.getByRole('button', { name: 'Wijzigingen doorvoeren' }).click();
    await page.getByRole('link', { name: 'Vink aan dat het de bedoeling is' }).click();
    expect(await page.evaluate('document.activeElement.type')).toBe('checkbox');
    await visitor.look('import-many-end');

    // A newer file takes its place, and the page of the old one says so.
    const address = page.url();
    await page.goto('/organisation/employment-imports/new');
    await choose(page, 'goed.csv', demoFile());
    await compare(page);
    await page.getByText('Het klopt met wat bekend is').waitFor();
    await page.goto(address);
    await page.getByText('Er is een nieuwer bestand ingelezen').waitFor();
    await visitor.look('import-outdated');
    await visitor.leave();
  });

  it('refuses a day before that of the last file, at its field', async () => {
    const visitor = await site.visitor('beheerder', 390);
    const { page } = visitor;
    await page.goto('/organisation/employment-imports/new');
    await choose(page, 'oud.csv', demoFile());
    await fillDay(page, 'Peildatum', '2020-01-01');
    await compare(page);
    await page.getByRole('link', { name: /De vorige import beschrijft/ }).waitFor();
    await page.getByText('oud.csv (').waitFor();
    await visitor.look('import-too-old');
    await visitor.leave();
  });

  it('gives who came with the file a role as a substitute, and somebody else confirms it', async () => {
    const administrator = await site.visitor('beheerder', 1280);
    const { page } = administrator;
    // A file makes no accounts; a role that takes two people counts for an account.
    await page.goto('/organisation/accounts/new');
    await page.getByRole('combobox', { name: 'Van wie is het account?' }).fill('nienke');
    await page.getByRole('option', { name: /^Nienke Terpstra/ }).click();
    await page.getByLabel('Inlognaam').fill('nienke');
    await page.getByLabel('E-mailadres').fill('nienke-terpstra@voorbeeld.example');
    await page.getByRole('button', { name: 'Account maken en link mailen' }).click();
    const accountPage = page.getByRole('heading', { name: 'Account van Nienke Terpstra', level: 1 });
    await accountPage.waitFor();
    await page.getByText('Het account van Nienke Terpstra is gemaakt.').waitFor();
    // Whoever has just arrived reads on from the heading: what was done is said and takes nobody along.
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await administrator.look('account-made');

    // There was a slip of the pen in the address.
    await page
      .getByRole('navigation', { name: 'Kruimelpad' })
      .getByRole('link', { name: 'Accounts' })
      .click();
    await page.getByLabel('Zoek op naam').fill('terpstra');
    await page.getByText(/^1 account$/).waitFor();
    await administrator.look('account-found');
    await page.getByRole('link', { name: 'Nienke Terpstra' }).click();
    await accountPage.waitFor();
    await page.getByRole('link', { name: 'Mailadres wijzigen Nienke Terpstra' }).click();
    await page.getByLabel('E-mailadres').fill('nienke.terpstra@voorbeeld.example');
    await administrator.look('account-address');
    await page.getByRole('button', { name: 'Mailadres opslaan' }).click();
    await page.getByText('Het mailadres van Nienke Terpstra is gewijzigd.').waitFor();
    await page.getByText('nienke.terpstra@voorbeeld.example').waitFor();
    await administrator.look('account');

    // What is done next is told in the place of what was told before.
    await page.getByRole('button', { name: 'Nieuwe link mailen Nienke Terpstra' }).click();
    await page.getByText('Nienke Terpstra krijgt een mail met een nieuwe link.').waitFor();
    expect(await page.getByText('Het mailadres van Nienke Terpstra is gewijzigd.').count()).toBe(0);

    // To keep somebody out is asked once more.
    const close = page.getByRole('button', { name: 'Afsluiten Nienke Terpstra' });
    await close.click();
    await page.getByRole('button', { name: 'Open laten' }).click();
    await close.click();
    await administrator.look('account-closing');
    await page.getByRole('button', { name: 'Account afsluiten' }).click();
    await page.getByText('Het account van Nienke Terpstra is afgesloten.').waitFor();
    await page.getByText('Afgesloten op').waitFor();
    await page.getByRole('button', { name: 'Weer openen Nienke Terpstra' }).click();
    await page.getByText('Nienke Terpstra kan weer inloggen.').waitFor();

    await page.goto('/organisation/persons?q=terpstra');
    await page.getByRole('link', { name: 'Nienke Terpstra' }).click();
    await page.getByRole('link', { name: 'Rol geven' }).click();
    await page.getByLabel('Rol', { exact: true }).selectOption({ label: 'Integriteitsadviseur' });
    const first = await filledDay(page, 'Eerste dag');
    const substituted = page.getByRole('combobox', { name: 'Vervangt' });
    await substituted.fill('karim');
    await page.getByRole('option', { name: /^Karim Haddou/ }).click();
    await page.getByRole('button', { name: 'Rol geven' }).click();
    await page.getByRole('link', { name: 'Vervanging heeft een einddatum nodig.' }).click();
    await fillDay(page, 'Laatste dag', `${Number(first.slice(0, 4)) + 1}-01-31`);
    await administrator.look('substitute');
    await page.getByRole('button', { name: 'Rol geven' }).click();
    await page.getByRole('heading', { name: 'Nienke Terpstra', level: 1 }).waitFor();
    await page.getByText('Vervangt Karim Haddou').waitFor();
    await page.getByText('Wacht op bevestiging').waitFor();
    await administrator.leave();

    const secretary = await site.visitor('secretaris', 320);
    await secretary.page.goto('/organisation/roles?state=waiting');
    await secretary.page
      .getByRole('button', { name: 'Bevestigen Integriteitsadviseur van Nienke Terpstra' })
      .click();
    await secretary.page
      .getByText('Bevestigd: Nienke Terpstra heeft nu de rol Integriteitsadviseur.')
      .waitFor();
    await secretary.leave();
  });

  it('makes a token for the directory, sees it once, and withdraws it', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page, context } = visitor;
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.address });
    await page.goto('/organisation/settings');
    await page.getByText('Niet aangesloten').waitFor();
    await page.getByRole('link', { name: 'Naar de koppeling' }).click();
    await page.getByText(`${site.address}/scim/v2`).waitFor();
    await page.getByRole('link', { name: 'Sleutel maken' }).click();
    await page.getByLabel('Voor welk programma').fill('Entra ID');
    await fillDay(page, 'Geldig tot en met', '2020-01-01');
    await page.getByRole('button', { name: 'Sleutel maken' }).click();
    await page.getByRole('link', { name: 'Deze dag is geweest.' }).waitFor();
    await visitor.look('token-faults');
    await fillDay(page, 'Geldig tot en met', `${new Date().getFullYear() + 1}-01-31`);
    await page.getByRole('button', { name: 'Sleutel maken' }).click();
    await page.getByRole('heading', { name: 'Bewaar deze sleutel nu' }).waitFor();
    const secret = await page.getByLabel('Sleutel voor Entra ID').inputValue();
    await page.getByRole('button', { name: 'Sleutel kopiëren' }).click();
    await page.getByText('De sleutel is gekopieerd.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(secret);
    await visitor.look('token-made');

    const asDirectory = () =>
      fetch(`${site.address}/scim/v2/Users`, { headers: { authorization: `Bearer ${secret}` } });
    expect((await asDirectory()).status).toBe(200);
    await page.getByRole('link', { name: 'Ik heb de sleutel bewaard' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Entra ID' })
      .getByText('Geldig', { exact: true })
      .waitFor();
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('button', { name: 'Intrekken Entra ID' }).click();
    const question = page.getByRole('dialog', { name: 'Sleutel intrekken?' });
    await question.getByRole('button', { name: 'Sleutel behouden' }).click();
    await question.waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Intrekken Entra ID');
    await page.keyboard.press('Enter');
    await visitor.look('token-withdraw');
    await question.getByRole('button', { name: 'Sleutel intrekken' }).click();
    await page.getByText('De sleutel voor Entra ID is ingetrokken.').waitFor();
    await page.getByText('Ingetrokken op').waitFor();
    // The button is gone: whoever pressed it goes on where it is told.
    expect(await page.evaluate('document.activeElement.textContent')).toBe(
      'De sleutel voor Entra ID is ingetrokken.',
    );
    expect((await asDirectory()).status).toBe(401);
    await visitor.look('tokens');
    await visitor.leave();
  });

  it('says how the organisation is called and whom people ask, who then see it', async () => {
    const visitor = await site.visitor('beheerder', 1280);
    const { page } = visitor;
    await page.goto('/organisation/settings');
    await page.getByRole('link', { name: 'Naam en contact wijzigen' }).click();
    await page.getByLabel('Naam van de organisatie').fill('Gemeente Nieuw-Voorbeeld');
    await page.getByLabel('Telefoon').fill('bel maar');
    await page.getByRole('button', { name: 'Gegevens opslaan' }).click();
    await page.getByRole('link', { name: /Vul het telefoonnummer in/ }).waitFor();
    await visitor.look('profile-faults');
    await page.getByLabel('Telefoon').fill('088 000 43 21');
    await page.getByRole('button', { name: 'Gegevens opslaan' }).click();
    await page.getByRole('heading', { name: 'Instellingen', level: 1 }).waitFor();
    await page.getByRole('banner').getByText('Gemeente Nieuw-Voorbeeld').waitFor();
    await visitor.look('settings');
    await visitor.leave();

    const stranger = await site.stranger(390);
    await stranger.page.goto('/sign-in');
    await stranger.page.getByRole('link', { name: '088 000 43 21' }).waitFor();
    await stranger.look('sign-in-contact');
    await stranger.leave();
  });

  it.each([390, 320])('can read and use all of it, %i px wide', async (width) => {
    const visitor = await site.visitor('beheerder', width);
    const { page } = visitor;
    const pages = [
      ['employment-imports', 'Personeelsbestand', 'Doorgevoerd'],
      ['employment-imports/new', 'Bestand vergelijken', 'Wat staat er in het bestand?'],
      ['settings', 'Instellingen', 'Naam en contact wijzigen'],
      ['profile', 'Naam en contact wijzigen', 'Contact voor vragen'],
      ['provisioning-tokens', 'Koppeling met de gebruikersadministratie', 'Ingetrokken op'],
      ['provisioning-tokens/new', 'Sleutel maken', 'Geldig tot en met'],
    ] as const;
    for (const [path, heading, content] of pages) {
      await page.goto(`/organisation/${path}`);
      await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
      await page.locator('main').getByText(content).first().waitFor();
      await visitor.look(`administrator-${path.replace('/', '-')}`);
    }
    await page.goto('/organisation/employment-imports');
    await page.getByRole('row').filter({ hasText: 'Doorgevoerd' }).getByRole('link').click();
    await page.getByText('Wat er is veranderd').waitFor();
    await page.getByRole('row').filter({ hasText: 'Nienke Terpstra' }).waitFor();
    await visitor.look('administrator-import');
    await page.goto('/organisation/employment-imports');
    await page.getByRole('row').filter({ hasText: '6 rijen' }).getByRole('link').click();
    await page.getByText('Afdelingscode: Een afdeling').waitFor();
    await visitor.look('administrator-import-faults');
    await visitor.leave();
  });

  it('is the only one who sees the settings, beside the colours', async () => {
    const visitor = await site.visitor('secretaris', 1280);
    const { page } = visitor;
    await page.goto('/organisation/persons');
    await page.getByRole('heading', { name: 'Medewerkers', level: 1 }).waitFor();
    const places = page.getByRole('navigation', { name: 'Organisatie' });
    for (const place of ['Instellingen', 'Personeelsbestand'])
      expect(await places.getByRole('link', { name: place }).count()).toBe(0);
    await page.goto('/organisation/employment-imports');
    await page.getByText('U hebt hier geen toegang toe').waitFor();
    // The name that was given stands here; so does whom to ask.
    await page.getByRole('link', { name: '088 000 43 21' }).waitFor();
    await visitor.look('imports-no-permission');
    await visitor.leave();
  });
});
