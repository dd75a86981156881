import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { hasChromium } from './support/chromium.js';
import { fillDay } from './support/day-field.js';
import { DemoSite } from './support/demo-site.js';

/**
 * The integrity system kept up in a browser: by the adviser, by the owner of a block, and seen by who is neither.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium; axe at each page.
 */

const dayFromNow = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Amsterdam' }).format(
    Date.now() + days * 86_400_000,
  );

const pdf = (text: string) => ({
  name: 'bewijs.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`),
});

describe.runIf(hasChromium)('the integrity system', () => {
  let site: DemoSite;

  beforeAll(async () => {
    site = await DemoSite.open();
  });

  afterAll(() => site?.close());

  async function heading(page: Page, name: string | RegExp): Promise<void> {
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  async function open(page: Page, code: string): Promise<string> {
    await page.goto('/building-blocks');
    await page
      .getByRole('rowheader')
      .getByRole('link', { name: `${code} ` })
      .click();
    await heading(page, new RegExp(`^${code} `));
    await page.getByRole('heading', { name: 'Geschiedenis' }).waitFor();
    return page.url();
  }

  const faults = (page: Page, count: number) =>
    page
      .getByRole('heading', {
        name: count === 1 ? 'Er is 1 fout in het formulier' : `Er zijn ${count} fouten in het formulier`,
      })
      .waitFor();

  async function download(page: Page, name: string | RegExp): Promise<Buffer> {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).first().click(),
    ]);
    return readFileSync(await file.path());
  }

  it.each([1280, 390, 320])('has a page for everything that is done to it, %i px wide', async (width) => {
    const visitor = await site.visitor('adviseur', width);
    const { page } = visitor;
    await page.goto('/building-blocks');
    await page.getByText('45 bouwstenen van 45').waitFor();
    await visitor.look('blocks');

    await page.goto('/building-blocks/new');
    await page.getByRole('button', { name: 'Bouwsteen toevoegen' }).click();
    await faults(page, 3);
    await visitor.look('block-new-faults');
    await page.goto('/building-blocks/order?theme=3');
    await page.getByRole('button', { name: /^Omlaag 3a/ }).waitFor();
    await visitor.look('block-order');

    const block = await open(page, '3b');
    await visitor.look('block-of-adviser');
    await page.goto(`${block}/edit`);
    await page.getByLabel('Naam', { exact: true }).fill('');
    await page.getByLabel('Herzien om de hoeveel maanden?').fill('vaak');
    await page.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await faults(page, 2);
    await visitor.look('block-edit-faults');
    await page.goto(`${block}/end`);
    await page.getByRole('button', { name: 'Bouwsteen beëindigen' }).click();
    await faults(page, 2);
    await visitor.look('block-end-faults');
    await page.goto(`${block}/network`);
    await page.getByRole('combobox', { name: 'Wie?' }).waitFor();
    await visitor.look('block-network');
    await page.goto(`${block}/policy-documents/new`);
    await page.getByRole('button', { name: 'Verder naar de tekst' }).click();
    await faults(page, 2);
    await visitor.look('block-document-faults');

    await page.goto(`${block}/assessments/new`);
    await page.getByRole('button', { name: 'Oordeel vastleggen' }).click();
    await faults(page, 2);
    await page.getByLabel('Oordeel over werking').selectOption({ label: 'Onvoldoende' });
    await page
      .getByLabel('Bewijs bij werking')
      .setInputFiles({ name: 'filmpje.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') });
    await page.getByRole('button', { name: 'Oordeel vastleggen' }).click();
    await faults(page, 4);
    await page.getByText('Invoerfout: Dit soort bestand kan hier niet.').first().waitFor();
    await visitor.look('block-assess-faults');
    await visitor.leave();
  });

  it('takes the change of the adviser, and tells when somebody else changed the same meanwhile', async () => {
    const visitor = await site.visitor('adviseur');
    const other = await site.visitor('adviseur');
    for (const { page } of [visitor, other]) {
      await open(page, '2b');
      await page.getByRole('link', { name: 'Bouwsteen wijzigen' }).click();
      await heading(page, 'Bouwsteen wijzigen');
    }
    const kind = other.page.getByLabel('Wie is de eigenaar?');
    await kind.selectOption({ value: 'person' });
    await other.page.getByRole('combobox').last().fill('karim');
    await other.page.getByRole('option', { name: /^Karim Haddou/ }).click();
    await kind.selectOption({ value: 'role' });
    await kind.selectOption({ value: 'person' });
    expect(await other.page.getByRole('combobox').last().inputValue()).toBe('Karim Haddou');
    await kind.selectOption({ value: 'role' });
    await other.page.getByLabel('Welke rol?').selectOption({ label: 'Integriteitsadviseur' });
    await other.page.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await heading(other.page, /^2b /);
    await other.leave();

    const { page } = visitor;
    await page.getByLabel('Doel').fill('Ons eigen doel');
    await page.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' }).waitFor();
    await visitor.look('block-outdated');
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click();
    await page.getByLabel('Welke rol?').waitFor();
    expect(await page.getByLabel('Doel').inputValue()).toBe('Ons eigen doel');
    await page.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await heading(page, /^2b /);
    await page.getByText('Ons eigen doel').waitFor();
    await page.getByRole('complementary').getByText('Integriteitsadviseur').waitFor();
    await visitor.leave();
  });

  it('brings the adviser from a task to a judgement with its evidence, and then the task is gone', async () => {
    const visitor = await site.visitor('adviseur');
    const { page } = visitor;
    await page.goto('/');
    const task = page.getByRole('link', { name: /^Bouwsteen .+ herzien$/ }).first();
    const [, name = ''] = /^Bouwsteen (.+) herzien$/.exec((await task.textContent()) ?? '') ?? [];
    await task.click();
    await heading(page, name);
    await page.getByRole('heading', { name: 'Beoordeling nodig' }).waitFor();
    await visitor.look('block-overdue');
    await page.getByRole('link', { name: 'Beoordelen' }).click();
    await heading(page, `${name} beoordelen`);

    await fillDay(page, 'Eerste dag van de periode', dayFromNow(-365));
    await page.getByLabel('Oordeel over opzet').selectOption({ label: 'Voldoende' });
    await page.getByLabel('Waarom dit oordeel over opzet?').fill('De regeling is bij de tijd.');
    await page.getByLabel('Wat hebt u gezien van opzet?').fill('De regeling zelf.');
    await page.getByLabel('Oordeel over werking').selectOption({ label: 'Deels' });
    await page.getByLabel('Waarom dit oordeel over werking?').fill('Niet iedereen kent haar.');
    await page.getByLabel('Wat hebt u gezien van werking?').fill('Twaalf gesprekken.');
    // It says that it is a PDF and is none: only the server can tell, and what it took already stays.
    const broken = { ...pdf(''), buffer: Buffer.from('<!doctype html><p>geen pdf</p>') };
    await page.getByLabel('Bewijs bij werking').setInputFiles(broken);
    await page.getByRole('button', { name: 'Oordeel vastleggen' }).click();
    await faults(page, 1);
    await page.getByText('Vastgelegd: Opzet. Verbeter de rest en leg opnieuw vast.').waitFor();
    expect(await page.getByLabel('Oordeel over opzet').count()).toBe(0);
    await visitor.look('block-assess-partly');
    const evidence = pdf('twaalf gesprekken');
    await page.getByLabel('Bewijs bij werking').setInputFiles(evidence);
    await page.getByText('bewijs.pdf (1 kB)').waitFor();
    await page.getByRole('button', { name: 'Oordeel vastleggen' }).click();

    await heading(page, name);
    const list = page.getByRole('region', { name: 'Beoordelingen' });
    await list.getByText('Twaalf gesprekken.').waitFor();
    expect(await list.getByText('De regeling is bij de tijd.').count()).toBe(1);
    expect((await download(page, /^Bewijs downloaden Werking/)).equals(evidence.buffer)).toBe(true);
    await page.getByRole('heading', { name: 'Beoordeling nodig' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Start' }).first().click();
    await page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
    await page.locator('.chart svg').waitFor();
    await page.getByRole('link', { name: `${name} herzien` }).waitFor({ state: 'detached' });
    await visitor.leave();
  });

  it('keeps each version of a document, to be downloaded as it came', async () => {
    const visitor = await site.visitor('adviseur');
    const { page } = visitor;
    await open(page, '3d');
    await page.getByRole('link', { name: 'Document toevoegen' }).click();
    await page.getByLabel('Titel').fill('Geschenkenregeling');
    await page.getByLabel('Soort').selectOption({ label: 'Regeling' });
    await page.getByRole('button', { name: 'Verder naar de tekst' }).click();
    await page.getByRole('heading', { name: 'Versie 1 van Geschenkenregeling' }).waitFor();
    await fillDay(page, 'Vastgesteld op', '2025-02-04');
    await page.getByLabel('Vastgesteld door').fill('het college');
    await fillDay(page, 'Geldt vanaf', '2025-03-01');
    await page.getByRole('button', { name: 'Versie vastleggen' }).click();
    await faults(page, 1);
    await page.getByText('Voeg het document toe of vul in waar het te lezen is.').first().waitFor();
    await visitor.look('block-version-faults');
    const texts = [pdf('eerste'), pdf('tweede')];
    await page.getByLabel('Bestand', { exact: false }).first().setInputFiles(texts[0]!);
    await page.getByRole('button', { name: 'Versie vastleggen' }).click();

    await heading(page, /^3d /);
    await page.getByRole('link', { name: 'Nieuwe versie toevoegen Geschenkenregeling' }).click();
    await page.getByRole('heading', { name: 'Versie 2 van Geschenkenregeling' }).waitFor();
    expect(await page.getByLabel('Vastgesteld door').inputValue()).toBe('het college');
    await page.getByLabel('Bestand', { exact: false }).first().setInputFiles(texts[1]!);
    await fillDay(page, 'Vastgesteld op', '2026-01-06');
    await fillDay(page, 'Geldt vanaf', '2026-01-07');
    await page.getByLabel('Wat is er veranderd?').fill('Het bedrag is verlaagd.');
    await visitor.look('block-version');
    await page.getByRole('button', { name: 'Versie vastleggen' }).click();
    await heading(page, /^3d /);
    await page.getByText('Het bedrag is verlaagd.').waitFor();
    const second = await download(page, 'Downloaden versie 2 van Geschenkenregeling');
    expect(second.equals(texts[1]!.buffer)).toBe(true);
    await page.getByText('1 eerdere versie').last().click();
    const first = await download(page, 'Downloaden versie 1 van Geschenkenregeling');
    expect(first.equals(texts[0]!.buffer)).toBe(true);
    await visitor.leave();
  });

  it('is ordered with the keyboard alone, also faster than the server answers', async () => {
    const visitor = await site.visitor('adviseur');
    const { page } = visitor;
    await page.goto('/building-blocks/order?theme=3');
    const lines = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Om/ }) });
    await page.getByRole('button', { name: /^Omhoog 3d/ }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByText(/^3d .* staat nu op plaats 1 van 6\.$/).waitFor();
    // It is the first now: what is left to do with it has the focus.
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Omlaag 3d/);
    await page.keyboard.press('Enter');
    await page.getByText(/^3d .* staat nu op plaats 2 van 6\.$/).waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toMatch(/^Omlaag 3d/);
    await visitor.look('block-ordered');

    await page.reload();
    await page.getByRole('button', { name: /^Omhoog 3d/ }).waitFor();
    const names = await lines.allTextContents();
    expect(names.map((text) => /\d([a-z]) /.exec(text)?.[1]).join('')).toBe('adbcef');

    // Somebody else ordered it meanwhile: theirs is shown, and nothing of it is lost.
    const other = await site.visitor('adviseur');
    await other.page.goto('/building-blocks/order?theme=3');
    await other.page.getByRole('button', { name: /^Omhoog 3d/ }).click();
    await other.page.getByText(/^3d .* staat nu op plaats 1 van 6\.$/).waitFor();
    await other.leave();
    await page.getByRole('button', { name: /^Omlaag 3e/ }).click();
    await page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' }).waitFor();
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click();
    await page.getByRole('button', { name: /^Omhoog 3d/ }).waitFor({ state: 'detached' });
    await visitor.leave();
  });

  it('takes a block of the organisation itself, with its network, and ends it', async () => {
    const visitor = await site.visitor('adviseur');
    const { page } = visitor;
    await page.goto('/building-blocks');
    await page.getByRole('link', { name: 'Bouwsteen toevoegen' }).click();
    await page.getByLabel('Thema').selectOption({ label: '3 Omgaan met persoonlijke belangen' });
    expect(await page.getByLabel('Nummer').inputValue()).toBe('3g');
    await page.getByLabel('Naam', { exact: true }).fill('Proeftuin');
    await fillDay(page, 'Eerste dag', dayFromNow(-30));
    await page.getByRole('button', { name: 'Bouwsteen toevoegen' }).click();
    await heading(page, '3g Proeftuin');

    await page.getByRole('link', { name: 'Netwerk wijzigen' }).click();
    const who = page.getByRole('combobox', { name: 'Wie?' });
    await who.pressSequentially('naom');
    await page.getByRole('option', { name: /^Naomi Pinas/ }).waitFor();
    await who.press('ArrowDown');
    await who.press('Enter');
    await page.getByRole('button', { name: 'Toevoegen aan het netwerk' }).click();
    await page.getByText('Het netwerk is aangevuld.').waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Het netwerk is aangevuld.');
    await visitor.look('block-network-member');
    await page.getByRole('button', { name: 'Verwijderen Naomi Pinas' }).click();
    await page.getByText('Naomi Pinas zit niet meer in het netwerk.').waitFor();
    await page.getByText('Er zit nog niemand in het netwerk.').waitFor();

    await page.getByRole('link', { name: '3g Proeftuin' }).click();
    await page.getByRole('link', { name: 'Bouwsteen beëindigen' }).click();
    await fillDay(page, 'Laatste dag', dayFromNow(-60));
    await page.getByLabel('Ik weet dat').check();
    await page.getByRole('button', { name: 'Bouwsteen beëindigen' }).click();
    await faults(page, 1);
    await page.getByText('De laatste dag ligt voor de eerste.').first().waitFor();
    await fillDay(page, 'Laatste dag', dayFromNow(-1));
    await page.getByRole('button', { name: 'Bouwsteen beëindigen' }).click();
    await heading(page, '3g Proeftuin');
    await page.getByRole('complementary').getByText('Beëindigd op').waitFor();
    await visitor.look('block-ended');
    expect(
      await page
        .getByRole('main')
        .getByRole('link', { name: /wijzigen|Beoordelen|toevoegen/ })
        .count(),
    ).toBe(0);
    await page.goto(`${page.url()}/edit`);
    await page.getByRole('alert').getByText('Deze bouwsteen is beëindigd').waitFor();
    await page.goto('/building-blocks');
    await page.getByText('45 bouwstenen van 45').waitFor();
    await visitor.leave();
  });

  it('lets the owner of a block show that it exists, and add to its documents, and no more', async () => {
    const visitor = await site.visitor('secretaris', 390);
    const { page } = visitor;
    await page.goto('/building-blocks');
    await page.getByRole('button', { name: 'Filters', exact: true }).click();
    await page.getByLabel('Eigenaar').selectOption({ label: 'Van mij' });
    await page.getByText('3 bouwstenen van 45').waitFor();
    await visitor.look('blocks-of-owner');
    await page.getByRole('rowheader').getByRole('link', { name: '7b ' }).click();
    await heading(page, /^7b /);
    await page.getByRole('link', { name: 'Document toevoegen' }).waitFor();
    expect(await page.getByRole('link', { name: 'Bouwsteen wijzigen' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Beoordelen' }).click();
    await page.getByLabel('Oordeel over bestaan').waitFor();
    expect(await page.getByLabel('Oordeel over opzet').count()).toBe(0);
    await visitor.look('block-assess-of-owner');
    await visitor.leave();
  });

  it('is to be read, and no more, for whoever has no part in it', async () => {
    const visitor = await site.visitor('medewerker');
    const { page } = visitor;
    const block = await open(page, '3b');
    expect(
      await page
        .getByRole('main')
        .getByRole('link', { name: /wijzigen|Beoordelen|beëindigen|toevoegen/ })
        .count(),
    ).toBe(0);
    await visitor.look('block-of-employee');
    for (const path of ['edit', 'end', 'network', 'assessments/new', 'policy-documents/new']) {
      await page.goto(`${block}/${path}`);
      await page.getByRole('alert').getByText('U hebt hier geen toegang toe').waitFor();
      const buttons = await page.getByRole('main').getByRole('button').allInnerTexts();
      expect(buttons, path).toEqual(['Hulp bij deze pagina']);
    }
    for (const path of ['new', 'order']) {
      await page.goto(`/building-blocks/${path}`);
      await page.getByRole('alert').getByText('U hebt hier geen toegang toe').waitFor();
    }
    await page.goto('/building-blocks');
    await page.getByText('45 bouwstenen van 45').waitFor();
    expect(await page.getByRole('link', { name: /Bouwsteen toevoegen|Volgorde/ }).count()).toBe(0);
    await visitor.leave();
  });
});
