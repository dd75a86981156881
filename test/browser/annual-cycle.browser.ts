import type { Page } from 'playwright-core';
import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';

/**
 * The integrity adviser runs the year in a browser, on a screen and on a telephone.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium, axe, and the content policy.
 */

describe.runIf(hasChromium)('the annual cycle', () => {
  let site: DemoSite;

  beforeAll(async () => {
    site = await DemoSite.open();
  });

  afterAll(() => site?.close());

  async function heading(page: Page, name: string | RegExp): Promise<void> {
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  }

  it.each([1280, 390])(
    'goes from a finding to an action, to another quarter and to its progress, %i px wide',
    async (width) => {
      const visitor = await site.visitor('adviseur', width);
      const { page } = visitor;
      const title = `Belangen bij inkoop ${width}`;

      await page.goto('/annual-cycles');
      await heading(page, /^Jaarcyclus \d{4}$/);
      await page.getByRole('link', { name: 'Bevindingen' }).waitFor();
      await visitor.look('cycle');
      const cycle = page.url();

      await page.getByRole('link', { name: 'Bevindingen' }).click();
      await heading(page, 'Bevindingen');
      await page.getByRole('table', { name: 'Bevindingen' }).waitFor();
      await visitor.look('findings');

      await page.getByRole('link', { name: 'Bevinding toevoegen' }).click();
      await heading(page, 'Bevinding toevoegen');
      await page.getByRole('button', { name: 'Bevinding toevoegen' }).click();
      await page.getByRole('heading', { name: 'Er zijn 2 fouten in het formulier' }).waitFor();
      await visitor.look('finding-faults');
      await page.getByLabel('Bron').selectOption({ label: 'Ontwikkelingen' });
      await page.getByLabel('Titel').fill(title);
      await page.getByRole('button', { name: 'Bevinding toevoegen' }).click();
      await heading(page, 'Bevindingen');

      await page.getByRole('link', { name: `Geen actie bij ${title}` }).click();
      await heading(page, 'Geen actie');
      await page.getByLabel('Waarom komt er dit jaar geen actie?').fill('Eerst wachten wij de wet af.');
      await visitor.look('no-action');
      await page.getByRole('button', { name: 'Vastleggen zonder actie' }).click();
      await page.getByRole('table').getByText('Eerst wachten wij de wet af.').waitFor();
      await visitor.look('finding-at-rest');
      await page.getByRole('button', { name: `Toch oppakken ${title}` }).click();
      await page.getByText(`Bevinding “${title}” wacht weer op een actie.`).waitFor();

      await page.getByRole('link', { name: `Actie maken van ${title}` }).click();
      await heading(page, 'Actie toevoegen');
      await page.getByText(`Antwoord op: ${title}`).waitFor();
      await page.getByLabel('Titel').fill(title);
      await page.getByLabel('Bouwsteen').selectOption({ index: 3 });
      await page.getByLabel('Wie is de eigenaar?').selectOption({ label: 'Een medewerker' });
      const owner = page.getByRole('combobox', { name: 'Welke medewerker?' });
      await owner.pressSequentially('a');
      await page.getByRole('listbox', { name: 'Welke medewerker?' }).getByRole('option').first().waitFor();
      await visitor.look('action-form');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect((await owner.inputValue()).length).toBeGreaterThan(1);
      await page.getByLabel('Kwartaal').selectOption({ label: 'Kwartaal 1' });
      await page.getByLabel('Uren').fill('40');
      await page.getByRole('button', { name: 'Actie toevoegen' }).click();
      await page
        .getByRole('status')
        .filter({ hasText: /^Actie \d+ is toegevoegd\.$/ })
        .waitFor();
      await page.goto(`${cycle}/actions`);
      await page.getByRole('link', { name: title }).click();
      await heading(page, new RegExp(`^\\d+\\. ${title}$`));
      await page.getByText('Actie toegevoegd').waitFor();
      await visitor.look('action');

      await page.goto(`${cycle}/board`);
      const first = page.getByRole('region', { name: 'Kwartaal 1' });
      const card = first.getByRole('listitem').filter({ hasText: title }).first();
      await card.locator('summary').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe('Naar kwartaal 2');
      await page.keyboard.press('Enter');
      await page.getByText(/^Actie \d+ staat nu in kwartaal 2\.$/).waitFor();
      const moved = page.getByRole('region', { name: 'Kwartaal 2' }).getByRole('link', { name: title });
      await moved.waitFor();
      expect(await page.evaluate('document.activeElement.textContent')).toContain(title);
      await visitor.look('board');

      await moved.click();
      await heading(page, new RegExp(`^\\d+\\. ${title}$`));
      await page.getByLabel('Over welk kwartaal?').selectOption({ label: 'Kwartaal 1' });
      await page.getByLabel('Hoe staat de actie ervoor?').selectOption({ label: 'Loopt' });
      await page.getByLabel('Toelichting').fill('De eerste gesprekken zijn gevoerd.');
      await page.getByRole('button', { name: 'Voortgang melden' }).click();
      await page.getByText('De voortgang is gemeld.').waitFor();
      await page.getByText('De eerste gesprekken zijn gevoerd.').waitFor();
      const history = page.getByRole('region', { name: 'Geschiedenis' });
      await history.getByText('was: 1 werd: 2').waitFor();
      await history.getByText('was: Gepland werd: Loopt').waitFor();
      await visitor.look('action-reported');

      await page.goto(`${cycle}/progress/1`);
      await page.getByRole('table', { name: 'Voortgang gemeld', exact: true }).getByText(title).waitFor();
      await visitor.look('progress');

      await page.goto(`${cycle}/actions?quarter=2`);
      await page.getByRole('table', { name: 'Acties' }).getByRole('link', { name: title }).waitFor();
      await page.locator('.chart svg').waitFor();
      await page.getByRole('row').filter({ hasText: title }).getByRole('checkbox').check();
      await page.getByLabel('Nieuwe waarde').selectOption({ label: 'Kwartaal 3' });
      await visitor.look('actions-chosen');
      await page.getByRole('button', { name: '1 actie wijzigen' }).click();
      await page.getByText(/^Actie \d+ is gewijzigd\.$/).waitFor();

      // Who was chosen is seen for as long as they are given, and no longer.
      const box = page.getByRole('row').getByRole('checkbox').first();
      await box.check();
      await page.getByLabel('Wat wilt u wijzigen?').selectOption({ label: 'Eigenaar' });
      const whom = page.getByRole('combobox', { name: 'Welke medewerker?' });
      await whom.fill('karim');
      await page
        .getByRole('listbox')
        .getByRole('option', { name: /^Karim Haddou/ })
        .click();
      await page.getByLabel('Wat wilt u wijzigen?').selectOption({ label: 'Status' });
      await page.getByLabel('Wat wilt u wijzigen?').selectOption({ label: 'Eigenaar' });
      expect(await whom.inputValue()).toBe('Karim Haddou');
      await page.getByRole('button', { name: '1 actie wijzigen' }).click();
      await page.getByRole('heading', { name: 'Gekozen acties wijzigen' }).waitFor({ state: 'detached' });
      await box.check();
      await page.getByLabel('Wat wilt u wijzigen?').selectOption({ label: 'Eigenaar' });
      expect(await whom.inputValue()).toBe('');
      await page.getByRole('button', { name: '1 actie wijzigen' }).click();
      await page.getByText('Invoerfout: Kies iemand uit de lijst').waitFor();
      await box.uncheck();
      if (width < 768) await page.getByRole('button', { name: 'Filters: 1 in gebruik' }).click();
      await page.getByLabel('Kwartaal', { exact: true }).selectOption({ label: 'Kwartaal 3' });
      await page.getByRole('table', { name: 'Acties' }).getByRole('link', { name: title }).waitFor();

      await page.goto(`${cycle}/actions`);
      const owners = page.locator('table[aria-label=Acties] tbody td:nth-child(3) .cell-body');
      await owners.first().waitFor();
      if (width < 768) await page.getByLabel('Sorteren op').selectOption({ label: 'Eigenaar' });
      else await page.getByRole('button', { name: 'Sorteren op Eigenaar' }).press('Enter');
      await page.getByText('Gesorteerd op Eigenaar, oplopend.').waitFor();
      const named = (await owners.allTextContents()).filter((name) => name !== 'Nog niemand');
      expect(named).toEqual(named.toSorted((a, b) => a.localeCompare(b, 'nl')));
      expect(new URL(page.url()).search).toBe('?sort=owner');
      await visitor.look('actions-sorted');
      await visitor.leave();
    },
  );

  it('is told that somebody else changed an action meanwhile, and loses nothing that was typed', async () => {
    const visitor = await site.visitor('adviseur', 1280);
    const { page } = visitor;
    await page.goto('/annual-cycles');
    await page.getByRole('link', { name: 'Acties', exact: true }).click();
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByRole('link', { name: 'Actie wijzigen' }).click();
    await heading(page, 'Actie wijzigen');
    await page.getByLabel('Titel').fill('Wat ik hier typ');

    const other = await visitor.context.newPage();
    await other.goto(page.url());
    await other.getByLabel('Uren').fill('77');
    await other.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await heading(other, /^\d+\. /);

    await page.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' }).waitFor();
    await visitor.look('action-outdated');
    await page.getByRole('link', { name: 'Annuleren' }).click();
    await page.getByRole('dialog', { name: 'Niet opgeslagen' }).waitFor();
    await visitor.look('action-unsaved');
    await page.getByRole('button', { name: 'Op deze pagina blijven' }).click();
    await page.getByRole('button', { name: 'Nieuwste gegevens ophalen' }).click();
    await page.getByRole('alert').filter({ hasText: 'Iemand anders' }).waitFor({ state: 'detached' });
    expect(await page.getByLabel('Titel').inputValue()).toBe('Wat ik hier typ');
    expect(await page.getByLabel('Uren').inputValue()).toBe('77');
    await page.getByRole('button', { name: 'Wijziging opslaan' }).click();
    await heading(page, /Wat ik hier typ/);
    await visitor.leave();
  });

  it('takes along what is chosen of the year before, and that can answer a finding', async () => {
    const visitor = await site.visitor('adviseur', 390);
    const { page } = visitor;
    await page.goto('/annual-cycles');
    await heading(page, /^Jaarcyclus \d{4}$/);
    const cycle = `/annual-cycles/${Number(page.url().split('/').at(-1)) + 1}`;
    await page.goto(`${cycle}/actions`);
    await page.getByRole('link', { name: /^\d+ open acties uit \d{4} overnemen$/ }).click();
    await heading(page, /^Open acties uit \d{4} overnemen$/);
    const boxes = page.getByRole('row').getByRole('checkbox');
    await boxes.first().uncheck();
    const count = (await boxes.count()) - 1;
    await visitor.look('carry-over');
    await page.getByRole('button', { name: `${count} acties overnemen` }).click();
    await heading(page, 'Acties');
    await page
      .getByRole('status')
      .filter({ hasText: `${count} acties zijn overgenomen.` })
      .waitFor();
    await page.getByRole('link', { name: /^1 open actie uit \d{4} overnemen$/ }).waitFor();

    await page.goto(`${cycle}/findings/new`);
    await page.getByLabel('Bron').selectOption({ label: 'Ontwikkelingen' });
    await page.getByLabel('Titel').fill('Wat al liep');
    await page.getByRole('button', { name: 'Bevinding toevoegen' }).click();
    await heading(page, 'Bevindingen');
    await page.getByRole('link', { name: 'Bestaande actie kiezen bij Wat al liep' }).click();
    await heading(page, 'Bestaande actie kiezen');
    await page.getByLabel('Welke actie is het antwoord?').selectOption({ index: 1 });
    await visitor.look('answer');
    await page.getByRole('button', { name: 'Actie kiezen' }).click();
    await heading(page, 'Bevindingen');
    await page
      .getByRole('status')
      .filter({ hasText: 'Actie 1 is nu het antwoord op “Wat al liep”.' })
      .waitFor();
    await page.getByRole('row').filter({ hasText: 'Wat al liep' }).getByText('1 actie').waitFor();
    await page.goto(`${cycle}/actions`);
    await page.getByRole('rowheader').first().getByRole('link').click();
    await page.getByRole('link', { name: 'Actie wijzigen' }).click();
    const answered = page.getByLabel('Op welke bevinding is dit een antwoord?').locator('option:checked');
    expect(await answered.textContent()).toBe('Wat al liep');

    // What answers one finding is not taken from it for another.
    await page.goto(`${cycle}/findings`);
    await page
      .getByRole('link', { name: /^Bestaande actie kiezen/ })
      .first()
      .click();
    const offered = page.getByLabel('Welke actie is het antwoord?').locator('option');
    await offered.first().waitFor({ state: 'attached' });
    expect(await offered.allTextContents()).not.toContainEqual(expect.stringMatching(/^1\. /));
    await visitor.leave();
  });

  it('opens a new year, and moves to the next phase after being told what that means', async () => {
    const visitor = await site.visitor('adviseur', 390);
    const { page } = visitor;
    await page.goto('/annual-cycles/new');
    await page.getByRole('button', { name: 'Nieuw jaar beginnen' }).waitFor();
    await visitor.look('new-cycle');
    await page.getByRole('button', { name: 'Nieuw jaar beginnen' }).click();
    await heading(page, /^Jaarcyclus \d{4}$/);
    await page.getByRole('button', { name: 'Naar de fase Uitvoeren' }).click();
    const dialog = page.getByRole('dialog', { name: 'Naar de fase Uitvoeren' });
    await dialog.getByText('Eigenaren voeren de acties uit').waitFor();
    await visitor.look('phase-question');
    await dialog.getByRole('button', { name: 'Naar de fase Uitvoeren' }).click();
    await page.getByText('De jaarcyclus is nu in de fase Uitvoeren.').waitFor();
    await visitor.look('new-year');
    await visitor.leave();
  });

  it('leaves one where one was, after a question and after another quarter', async () => {
    const visitor = await site.visitor('adviseur');
    const { page } = visitor;
    await page.goto('/annual-cycles');
    const ask = page.getByRole('button', { name: /^Naar de fase / });
    await ask.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Annuleren' }).click();
    await ask.and(page.locator(':focus')).waitFor();

    await page.getByRole('link', { name: 'Voortgang', exact: true }).click();
    await heading(page, 'Voortgang');
    expect(page.url()).toMatch(/\/progress$/);
    const quarter = page.getByLabel('Kwartaal', { exact: true });
    await quarter.focus();
    await quarter.selectOption({ label: 'Kwartaal 2' });
    await page.waitForURL('**/progress/2');
    await quarter.and(page.locator(':focus')).waitFor();
    await page.goto(page.url());
    expect(await quarter.inputValue()).toBe('2');
    await visitor.leave();
  });

  it('takes what a confidential adviser knows, who does not see the plan in the making', async () => {
    const visitor = await site.visitor('vertrouwenspersoon');
    const { page } = visitor;
    await page.goto('/annual-cycles');
    await page.getByRole('link', { name: 'Bevinding toevoegen' }).click();
    await heading(page, 'Bevinding toevoegen');
    await page.getByLabel('Bron').selectOption({ index: 4 });
    await page.getByLabel('Titel').fill('Meer meldingen uit de buitendienst');
    await visitor.look('finding-of-adviser');
    await page.getByRole('button', { name: 'Bevinding toevoegen' }).click();
    await heading(page, /^Jaarcyclus \d{4}$/);
    await page
      .getByRole('status')
      .filter({ hasText: 'Bevinding “Meer meldingen uit de buitendienst” is toegevoegd.' })
      .waitFor();
    await visitor.look('finding-of-adviser-added');
    await visitor.leave();
  });
});
