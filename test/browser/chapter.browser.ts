import type { Page } from 'playwright-core';
import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';

/**
 * The text of a chapter, with a connection that is slow or gone and with somebody else who writes in it.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium. Not real: how slow the network is.
 */

const chapters = '**/api/v1/annual-documents/*/chapters/*';

describe.runIf(hasChromium)('the text of a chapter', () => {
  let site: DemoSite;
  let page: Page;

  beforeAll(async () => {
    site = await DemoSite.open();
    ({ page } = await site.visitor('adviseur'));
    await page.goto('/annual-cycles');
    await page.getByRole('heading', { name: /^Jaarcyclus \d{4}$/, level: 1 }).waitFor();
    const year = Number(page.url().split('/').at(-1)) + 1;
    await page.goto(`/annual-cycles/${year}/documents`);
    await page.getByRole('button', { name: 'Jaarplan beginnen' }).click();
    await page.getByRole('link', { name: /^Schrijf “1 / }).click();
    await text().waitFor();
  });

  afterAll(() => site?.close());

  const text = (at = page) => at.getByRole('textbox', { name: 'Tekst van het hoofdstuk' });
  const save = (at = page) => at.getByRole('button', { name: 'Tekst opslaan' });
  const told = (words: string | RegExp, at = page) =>
    at.getByRole('status').filter({ hasText: words }).waitFor();

  it('typed while it is being saved is not taken for saved, and pressing twice saves once', async () => {
    const sent: string[] = [];
    let answer = (): void => undefined;
    const answering = new Promise<void>((resolve) => (answer = resolve));
    await page.route(chapters, async (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      sent.push(route.request().postData() ?? '');
      await answering;
      return route.continue();
    });
    await text().click();
    await page.keyboard.type('Eerst.');
    await save().dblclick();
    await text().click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Daarna.');
    answer();
    await told('De tekst is opgeslagen. Wat u daarna hebt getypt, is nog niet opgeslagen.');
    expect(sent.map((body) => body.includes('Daarna'))).toEqual([false]);
    await page.unroute(chapters);

    await page.getByRole('link', { name: /^Volgende: 2 / }).click();
    const question = page.getByRole('dialog', { name: 'Niet opgeslagen' });
    await question.getByRole('button', { name: 'Op deze pagina blijven' }).click();
    await save().click();
    await told(/^De tekst is opgeslagen\.$/);
    await page.getByRole('link', { name: /^Volgende: 2 / }).click();
    await page.getByRole('heading', { name: /^2 /, level: 1 }).waitFor();
  });

  it('has its headings below that of the page', async () => {
    await text().click();
    await page.getByRole('button', { name: 'Kop', exact: true }).click();
    // The button gives the focus back to the text a moment later.
    await page.locator('.chapter-text:focus').waitFor();
    await page.keyboard.type('Wat er speelt');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Tussenkop' }).click();
    await page.locator('.chapter-text:focus').waitFor();
    await page.keyboard.type('In de regio');
    await expect.poll(() => text().innerHTML()).toMatch(/^<h2>Wat er speelt<\/h2><h3>In de regio<\/h3>/);
    // As the browser copies them from a chapter; its own clipboard is shared and comes in its own time.
    await page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', '<h2>Ook dit</h2><h3>En dat</h3>');
      document.activeElement.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }`);
    await expect
      .poll(() => text().innerHTML())
      .toMatch(/^<h2>Wat er speelt<\/h2><h3>In de regio.*<h3>En dat<\/h3>/);
    await save().click();
    await told(/^De tekst is opgeslagen\.$/);
  });

  it('has its buttons behind one stop of the Tab key: arrows lead from one to the other', async () => {
    const { keyboard } = page;
    const focused = () => page.evaluate<string>('document.activeElement.ariaLabel');
    await page.getByRole('button', { name: 'Vet', exact: true }).focus();
    await keyboard.press('ArrowRight');
    expect(await focused()).toBe('Schuin');
    await keyboard.press('Home');
    await keyboard.press('ArrowLeft');
    expect(await focused()).toBe('Opnieuw uitvoeren');
    await keyboard.press('Tab');
    await page.getByLabel('Cijfer invoegen').and(page.locator(':focus')).waitFor();
    await keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Opnieuw uitvoeren');
  });

  it('that somebody else changed is there when its page is opened again, and can be asked for', async () => {
    const other = await page.context().newPage();
    const write = async (words: string): Promise<void> => {
      await other.goto(page.url());
      await text(other).click();
      await other.keyboard.type(words);
      await save(other).click();
      await told(/^De tekst is opgeslagen\.$/, other);
    };
    await write('Van een ander. ');
    await page.getByRole('link', { name: /^Volgende: 3 / }).click();
    await page.getByRole('heading', { name: /^3 /, level: 1 }).waitFor();
    await page.goBack();
    await text().getByText('Van een ander.').waitFor();
    await text().click();
    await page.keyboard.type('Van mij. ');
    await save().click();
    await told(/^De tekst is opgeslagen\.$/);

    await write('Weer van een ander. ');
    await text().click();
    await page.keyboard.type('Nog eens van mij. ');
    await save().click();
    const theirs = page.getByRole('button', { name: 'Hun tekst laden en de mijne laten vallen' });
    await theirs.waitFor();
    await page.route(chapters, (route) => route.abort());
    await theirs.click();
    await page.getByRole('heading', { name: 'Geen verbinding' }).waitFor();
    await page.unroute(chapters);
    await theirs.click();
    await told('De tekst van de ander staat er nu.');
    await text().getByText('Weer van een ander.').waitFor();
    await text().and(page.locator(':focus')).waitFor();
  });
});
