import type { Page } from 'playwright-core';
import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';
import { type Hands, pointing, typing } from './support/hands.js';
import { hasTextReader, textOfPdf } from './support/pdf-text.js';
import { signIn } from './support/sign-in.js';
import type { Visitor } from './support/visitor.js';
import { pasteFromWord } from './support/word-clipboard.js';

/**
 * The year of the integrity adviser as one journey: from an empty cycle to a plan that everybody can read, and the
 * begin of the report. By keyboard alone on a screen, and by pointing on a telephone.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium, axe, the content policy, the PDF.
 */

describe.runIf(hasChromium)('the year of the adviser', () => {
  let site: DemoSite;

  beforeAll(async () => {
    site = await DemoSite.open();
  });

  afterAll(() => site?.close());

  const sessions = new Map<string, Awaited<ReturnType<Visitor['context']['cookies']>>>();

  /** At an address, signed in: by hand the first time, later with the cookie of then. */
  async function arrive(name: string, width: number, hands: Hands, path: string): Promise<Visitor> {
    const visitor = await site.stranger(width);
    const known = sessions.get(name);
    if (known) await visitor.context.addCookies(known);
    await visitor.page.goto(path);
    if (!known) {
      await signIn(visitor, hands, site.person(name));
      sessions.set(name, await visitor.context.cookies());
    }
    return visitor;
  }

  const heading = (page: Page, name: string | RegExp) =>
    page.getByRole('heading', { name, level: 1 }).waitFor();
  const link = (page: Page, name: string | RegExp) => page.getByRole('link', { name });
  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const crumb = (page: Page, name: string | RegExp) =>
    page.getByRole('navigation', { name: 'Kruimelpad' }).getByRole('link', { name });
  const told = (page: Page, words: string | RegExp) =>
    page.getByRole('status').filter({ hasText: words }).waitFor();

  /** A finding, and the action that answers it. */
  async function plan(page: Page, hands: Hands, title: string): Promise<void> {
    await hands.choose(page.getByLabel('Bron'), 'Ontwikkelingen');
    await hands.fill(page.getByLabel('Titel'), title);
    await hands.press(button(page, 'Bevinding toevoegen'));
    await heading(page, 'Bevindingen');
    await hands.press(link(page, `Actie maken van ${title}`));
    await heading(page, 'Actie toevoegen');
    await page.getByText(`Antwoord op: ${title}`).waitFor();
    await hands.fill(page.getByLabel('Titel'), title);
    const blocks = page.getByLabel('Bouwsteen');
    await hands.choose(blocks, (await blocks.locator('option').nth(3).textContent()) ?? '');
    await hands.choose(page.getByLabel('Kwartaal'), 'Kwartaal 2');
    await hands.press(button(page, 'Actie toevoegen'));
    await heading(page, 'Bevindingen');
    await told(page, /^Actie \d+ is toegevoegd\.$/);
  }

  async function toActions(page: Page, hands: Hands, year: number): Promise<void> {
    await hands.press(crumb(page, `Jaarcyclus ${year}`));
    await heading(page, `Jaarcyclus ${year}`);
    await hands.press(link(page, /^Acties/).first());
    await heading(page, 'Acties');
  }

  /** One body after the other: the first sends it back, the others agree. */
  async function decide(
    width: number,
    hands: Hands,
    document: string,
    outcomes: readonly string[],
  ): Promise<void> {
    const by = outcomes.includes('Besproken') ? 'ondernemingsraad' : 'secretaris';
    const visitor = await arrive(by, width, hands, '/annual-cycles');
    const { page } = visitor;
    await hands.press(link(page, `Naar ${document}`));
    for (const outcome of outcomes) {
      await heading(page, document);
      await hands.choose(page.getByLabel('Uitkomst', { exact: true }), outcome);
      if (outcome.startsWith('Terug')) {
        await hands.press(button(page, 'Uitkomst vastleggen'));
        await page.getByRole('heading', { name: 'Er is 1 fout in het formulier' }).waitFor();
        await visitor.look('decision-fault');
        await hands.fill(page.getByLabel('Toelichting'), 'Het budget ontbreekt nog.');
      }
      await hands.press(button(page, 'Uitkomst vastleggen'));
      await told(
        page,
        outcome.startsWith('Terug') ? 'Het stuk is teruggestuurd.' : 'De uitkomst is vastgelegd.',
      );
      // The button that was pressed stood far below.
      const isSeen = `(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(
        document.querySelector('.told').getBoundingClientRect())`;
      await expect.poll(() => page.evaluate(isSeen)).toBe(true);
    }
    await visitor.look(`decided-${by}`);
    await visitor.leave();
  }

  it.each<[string, number, Hands, number, string]>([
    ['a keyboard', 1280, typing, 2023, 'Naar het jaarplan'],
    // The year before left its actions open.
    ['a finger', 390, pointing, 2024, 'Naar het jaarplan zonder deze acties'],
  ])('with %s, %i px wide', { timeout: 400_000 }, async (_, width, hands, year, onward) => {
    const visitor = await arrive('adviseur', width, hands, '/annual-cycles');
    const { page } = visitor;
    const [first, second] = [`Belangen bij inkoop ${width}`, `Gedragscode herzien ${width}`];

    await heading(page, /^Jaarcyclus \d{4}$/);
    await hands.press(link(page, 'Nieuw jaar beginnen').first());
    await heading(page, 'Nieuw jaar beginnen');
    // One that has gone by: of a year that has not begun there is no progress to report.
    await hands.fill(page.getByLabel('Jaar', { exact: true }), String(year));
    await hands.press(button(page, 'Nieuw jaar beginnen'));
    await heading(page, `Jaarcyclus ${year}`);
    await page.getByRole('heading', { name: 'Volgende stap' }).waitFor();
    await visitor.look('year-begun');

    await hands.press(link(page, 'Bevinding toevoegen'));
    await heading(page, 'Bevinding toevoegen');
    await plan(page, hands, first);
    await toActions(page, hands, year);
    await hands.press(link(page, first));
    await heading(page, new RegExp(`${first}$`));
    await hands.choose(page.getByLabel('Over welk kwartaal?'), 'Kwartaal 1');
    await hands.choose(page.getByLabel('Hoe staat de actie ervoor?'), 'Loopt');
    await hands.fill(page.getByLabel('Toelichting'), 'De eerste gesprekken zijn gevoerd.');
    await hands.press(button(page, 'Voortgang melden'));
    await page.getByText('De voortgang is gemeld.').waitFor();
    await hands.press(crumb(page, `Jaarcyclus ${year}`));

    await hands.press(link(page, onward));
    await heading(page, `Jaarplan en jaarverslag ${year}`);
    await visitor.look('documents');
    await hands.press(button(page, 'Jaarplan beginnen'));
    await heading(page, `Jaarplan ${year}`);
    await hands.press(link(page, /^Schrijf “1 /));
    await heading(page, /^1 /);
    const text = page.getByRole('textbox', { name: 'Tekst van het hoofdstuk' });
    await hands.press(text);
    // By keyboard, pressing Enter in a text begins a line.
    await page.keyboard.type('Wij plannen ');
    await hands.choose(page.getByLabel('Cijfer invoegen'), 'Acties in het jaarplan');
    await hands.press(button(page, 'Invoegen'));
    // The next key goes to the text again only when it has the focus; a space would press the button once more.
    await text.and(page.locator(':focus')).waitFor();
    await page.keyboard.type(' acties.');
    await visitor.look('chapter');
    await hands.press(button(page, 'Opslaan en naar het volgende hoofdstuk'));
    await heading(page, /^2 /);
    await told(page, 'De tekst is opgeslagen.');
    await pasteFromWord(page, page.getByRole('textbox', { name: 'Tekst van het hoofdstuk' }));
    await visitor.look('chapter-pasted');
    await hands.press(button(page, 'Tekst opslaan'));
    await told(page, 'De tekst is opgeslagen.');

    // Another action after the figures were taken.
    await hands.press(crumb(page, `Jaarcyclus ${year}`));
    await heading(page, `Jaarcyclus ${year}`);
    await hands.press(link(page, 'Bevindingen').first());
    await hands.press(link(page, 'Bevinding toevoegen'));
    await heading(page, 'Bevinding toevoegen');
    await plan(page, hands, second);
    await toActions(page, hands, year);
    await page.getByText('2 acties van 2').waitFor();
    await hands.press(button(page, 'Alle gevonden acties kiezen'));
    await hands.choose(page.getByLabel('Nieuwe waarde'), 'Kwartaal 3');
    await hands.press(button(page, '2 acties wijzigen'));
    await page.getByText('Actie 2 is gewijzigd.').waitFor();
    await hands.press(crumb(page, `Jaarcyclus ${year}`));
    await hands.press(link(page, `Naar Jaarplan ${year}`));

    await heading(page, `Jaarplan ${year}`);
    await hands.press(button(page, 'Cijfers verversen'));
    await told(page, /^De cijfers zijn ververst\. Er zijn \d+ cijfers veranderd\.$/);
    const planned = page.getByRole('row').filter({ hasText: 'Acties in het jaarplan' });
    expect((await planned.getByRole('cell').allInnerTexts()).map((cell) => cell.split('\n').at(-1))).toEqual([
      '1',
      '2',
      expect.stringMatching(/^1 /),
    ]);
    await visitor.look('figures-refreshed');
    await hands.press(planned.getByRole('link'));
    await heading(page, /^1 /);
    await text.getByText('2 (Acties in het jaarplan, was 1)').waitFor();
    await hands.press(crumb(page, `Jaarplan ${year}`));
    await heading(page, `Jaarplan ${year}`);

    await hands.press(button(page, 'Maken en bekijken'));
    await heading(page, `Jaarplan ${year} bekijken`);
    const sheet = page.frameLocator('iframe[title=Webpagina]');
    await sheet.getByRole('heading', { name: 'Inhoud' }).waitFor({ timeout: 90_000 });
    await sheet.getByText('Wij plannen 2 acties.').waitFor();
    if (width < 960) {
      await visitor.look('preview-page');
      await hands.press(
        page.getByRole('navigation', { name: 'Wat u ziet' }).getByRole('link', { name: 'PDF' }),
      );
      await page.locator('iframe[title=Webpagina]').waitFor({ state: 'detached' });
    }
    await page.locator('iframe[title=PDF]').waitFor();
    // The viewer of the browser took it; what the content policy refuses does not come so far.
    while (!page.frames().some((frame) => frame.url().startsWith('chrome-extension:')))
      await page.waitForTimeout(100);
    await visitor.look('preview');
    if (hasTextReader) {
      const read = await textOfPdf(page);
      for (const words of [
        `Jaarplan integriteit ${year}`,
        '2 Ontwikkelingen binnen en buiten de organisatie',
        'Wij plannen 2 acties.',
        'Kop uit Word',
        second,
      ])
        expect(read).toContain(words);
    }
    await hands.press(link(page, `Terug naar Jaarplan ${year}`));

    await heading(page, `Jaarplan ${year}`);
    await hands.press(link(page, 'Naar indienen'));
    await hands.press(button(page, 'Indienen ter besluitvorming'));
    await hands.press(button(page, 'Ja, indienen'));
    await told(page, 'Het stuk is ingediend.');
    await visitor.look('document-submitted');
    await decide(width, hands, `Jaarplan ${year}`, ['Terug naar de schrijver, met een reden']);

    await page.reload();
    await page.getByText('“Het budget ontbreekt nog.”').waitFor();
    await visitor.look('document-sent-back');
    await hands.press(link(page, 'Naar indienen'));
    await hands.press(button(page, 'Indienen ter besluitvorming'));
    await hands.press(button(page, 'Ja, indienen'));
    await told(page, 'Het stuk is ingediend.');
    await decide(width, hands, `Jaarplan ${year}`, ['Akkoord', 'Akkoord']);
    await decide(width, hands, `Jaarplan ${year}`, ['Besproken']);
    await decide(width, hands, `Jaarplan ${year}`, ['Akkoord', 'Geïnformeerd']);

    await page.reload();
    await hands.press(link(page, 'Naar controleren'));
    await heading(page, 'Controleer voor u publiceert');
    await visitor.look('publish');
    await hands.press(button(page, 'Bekijk het stuk'));
    await heading(page, `Jaarplan ${year} bekijken`);
    await hands.press(link(page, 'Terug naar controleren en publiceren'));
    await heading(page, 'Controleer voor u publiceert');
    await hands.press(button(page, 'Nu publiceren voor iedereen'));
    await heading(page, `Jaarplan ${year}`);
    await told(page, 'Het stuk is nu openbaar.');
    await page.getByText('Het stuk is gepubliceerd.').waitFor();
    await visitor.look('document-published');
    await hands.press(link(page, 'Bekijk wat is gepubliceerd'));
    await page.waitForURL('**/published');
    const published = page
      .getByText(`Jaarplan integriteit ${year}`)
      .or(page.getByText(`Jaarplan ${year}`))
      .first();
    while (!(await published.isVisible())) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    await visitor.look('published');

    await page.goto(`/annual-cycles/${year}/documents`);
    await hands.press(button(page, 'Jaarverslag beginnen'));
    await heading(page, `Jaarverslag ${year}`);
    await hands.choose(page.getByLabel('Voor wie'), 'Voor iedereen');
    await hands.press(button(page, 'Maken en bekijken'));
    await heading(page, `Jaarverslag ${year} bekijken`);
    await sheet.getByRole('heading', { name: 'Inhoud' }).waitFor({ timeout: 90_000 });
    if (hasTextReader) expect(await textOfPdf(page)).toContain(`Jaarverslag integriteit ${year}`);
    await visitor.leave();
  });

  it('tells what somebody else changed meanwhile, and overwrites nothing', async () => {
    const visitor = await arrive('adviseur', 320, pointing, '/annual-cycles');
    const { page } = visitor;
    await heading(page, /^Jaarcyclus \d{4}$/);
    const year = Number(page.url().split('/').at(-1)) + 1;
    await page.goto(`/annual-cycles/${year}/documents`);
    await button(page, 'Jaarplan beginnen').click();
    await heading(page, `Jaarplan ${year}`);
    const other = await visitor.context.newPage();
    await other.goto(page.url());
    await button(other, 'Cijfers verversen').click();
    await told(other, /^De cijfers zijn ververst/);

    await button(page, 'Indienen ter besluitvorming').click();
    await button(page, 'Ja, indienen').click();
    await page.getByRole('heading', { name: 'Iemand anders heeft dit intussen gewijzigd' }).waitFor();
    await visitor.look('document-outdated');
    await button(page, 'Nieuwste gegevens ophalen').click();
    await told(page, 'U ziet nu de nieuwste gegevens.');
    await page.getByText('Concept', { exact: true }).waitFor();
    await button(page, 'Indienen ter besluitvorming').click();
    await button(page, 'Ja, indienen').click();
    await told(page, 'Het stuk is ingediend.');

    await page.goto('/adoption-route');
    await page.getByText('Besluit van de gemeentesecretaris').waitFor();
    await visitor.look('adoption-route');
    await visitor.leave();
  });
});
