import type { Browser } from 'playwright-core';
import { Installation } from '../standalone/support/installation.js';
import { hasChromium, openChromium } from './support/chromium.js';
import { demoPerson } from './support/demo.js';
import { Visitor } from './support/visitor.js';

/**
 * A chapter with a figure, its PDF, and the way to the bodies, in a browser.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium, axe and the content policy.
 */

describe.runIf(hasChromium)('plan and report', () => {
  let installation: Installation;
  let browser: Browser;
  let output: string;
  let session: Awaited<ReturnType<Visitor['context']['storageState']>>;

  beforeAll(async () => {
    installation = await Installation.prepare();
    ({ output } = await installation.start());
    browser = await openChromium();
  });

  afterAll(async () => {
    await browser?.close();
    await installation?.end();
    installation?.remove();
  });

  it('are written, made and submitted by the adviser', async () => {
    const visitor = await Visitor.arrive(browser, installation.address, 1280);
    const { page } = visitor;
    const adviser = demoPerson(output, 'adviseur');
    await page.goto('/annual-cycles/2027/documents');
    await page.getByLabel('Inlognaam').fill(adviser.name);
    await page.getByLabel('Wachtwoord').fill(adviser.password);
    await page.getByRole('button', { name: 'Inloggen', exact: true }).click();
    await page.getByLabel('Code uit de app').fill(adviser.code());
    await page.getByRole('button', { name: 'Code bevestigen' }).click();
    await page.getByRole('heading', { name: 'Plan en verslag 2027' }).waitFor();
    session = await visitor.context.storageState();

    const answer = await page.request.post('/api/v1/annual-cycles', {
      data: { year: 2027 },
      headers: { origin: installation.address },
    });
    expect([201, 409]).toContain(answer.status());
    await page.reload();
    await page.getByRole('button', { name: 'Jaarplan beginnen' }).waitFor();
    await visitor.look('documents');
    await page.getByRole('button', { name: 'Jaarplan beginnen' }).click();
    await page.getByRole('heading', { name: 'Jaarplan 2027', level: 1 }).waitFor();
    await page.getByRole('link', { name: '2 Ontwikkelingen' }).waitFor();
    await visitor.look('document');

    await page.getByRole('link', { name: '2 Ontwikkelingen' }).click();
    const text = page.getByRole('textbox', { name: 'Tekst van het hoofdstuk' });
    await text.click();
    await page.keyboard.type('Wij plannen ');
    await page.getByLabel('Cijfer invoegen').selectOption({ value: 'annual-cycle.actions-planned' });
    await page.getByRole('button', { name: 'Invoegen', exact: true }).click();
    await page.keyboard.type(' acties.');
    await visitor.look('chapter');
    await page.getByRole('button', { name: 'Tekst opslaan' }).click();
    await page.getByText('De tekst is opgeslagen.').waitFor();
    await page
      .getByRole('navigation', { name: 'Kruimelpad' })
      .getByRole('link', { name: 'Jaarplan 2027' })
      .click();

    await page.getByRole('button', { name: 'Cijfers verversen' }).click();
    await page.getByText(/De cijfers zijn ververst/).waitFor();
    await page.getByRole('button', { name: 'Bestanden maken' }).click();
    await page.getByText('De bestanden zijn klaar.').waitFor({ timeout: 90_000 });
    await visitor.look('document-made');
    const address = await page.getByRole('link', { name: /^PDF \(/ }).getAttribute('href');
    const pdf = await page.request.get(address ?? '');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

    await page.getByRole('button', { name: 'Indienen ter besluitvorming' }).click();
    await page.getByText('nu aan de beurt').waitFor();
    await visitor.look('document-submitted');
    await visitor.leave();
  });

  it.each([390, 320])('fit a screen of %i px', async (width) => {
    const visitor = await Visitor.arrive(browser, installation.address, width);
    const { page } = visitor;
    await visitor.context.addCookies(session.cookies);
    await page.goto('/annual-cycles/2027/documents');
    await page.getByRole('link', { name: 'Jaarplan, Versie 1' }).click();
    await page.getByText('nu aan de beurt').waitFor();
    await visitor.look('document-submitted');
    await page.goto('/adoption-route');
    await page.getByText('Besluit van de gemeentesecretaris').waitFor();
    await visitor.look('adoption-route');
    await visitor.leave();
  });
});
