import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';

/**
 * Help for whoever does not know what to do next: beside the page, on pages of its own, and before signing in.
 * Real: the whole product as `npm start` starts it, with the demo and the guide; Chromium; axe at each page.
 */

const focused = 'document.activeElement.textContent';

describe.runIf(hasChromium)('help', () => {
  let site: DemoSite;

  beforeAll(async () => {
    site = await DemoSite.open();
  });

  afterAll(() => site?.close());

  it.each([1280, 390, 320])('opens with a page at the part that is about it, %i px wide', async (width) => {
    const visitor = await site.visitor('adviseur', width);
    const { page } = visitor;
    await page.goto('/annual-cycles');
    await page.getByRole('link', { name: 'Acties', exact: true }).click();
    await page.getByRole('link', { name: 'Actie toevoegen' }).click();
    await page.getByLabel('Titel').fill('Gesprek over giften');

    await page.getByRole('button', { name: 'Hulp bij deze pagina' }).click();
    const help = page.getByRole('dialog', { name: 'Hulp', exact: true });
    await help.getByRole('heading', { name: 'Acties', level: 2 }).waitFor();
    await help.getByText('De eigenaar krijgt een mail').waitFor();
    expect(await page.evaluate(focused)).toBe('Een actie toevoegen');
    await visitor.look('help-beside-form');

    // From topic to topic, and to all of them.
    await help.getByRole('link', { name: 'kwartaalbord' }).first().click();
    await help.getByRole('heading', { name: 'Het kwartaalbord', level: 2 }).waitFor();
    expect(await page.evaluate(focused)).toBe('Het kwartaalbord');
    await help.getByRole('button', { name: 'Alle onderwerpen' }).click();
    await help.getByRole('heading', { name: 'Gebruikersgids' }).waitFor();
    await visitor.look('help-contents-beside');
    await help.getByLabel('Zoek in de hulp').fill('herstelcodes telefoon');
    await help.getByRole('link', { name: 'Inloggen: Herstelcodes' }).click();
    await help.getByText('Ik heb mijn telefoon niet bij me').waitFor();

    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(focused)).toContain('Hulp bij deze pagina');
    expect(await page.getByLabel('Titel').inputValue()).toBe('Gesprek over giften');
    await visitor.look('help-closed');
    await visitor.leave();
  });

  it('stays beside the page on a wide screen, while both are used', async () => {
    const visitor = await site.visitor('adviseur', 1280);
    const { page } = visitor;
    await page.goto('/building-blocks');
    await page.getByRole('heading', { name: 'Integriteitssysteem', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Hulp bij deze pagina' }).click();
    const help = page.getByRole('dialog', { name: 'Hulp', exact: true });
    await help.getByText('Elke tegel is een bouwsteen').waitFor();
    await page.getByRole('combobox', { name: 'Oordeel', exact: true }).selectOption({ label: 'Onvoldoende' });
    await page.getByText(/^2 bouwstenen van 45$/).waitFor();
    await visitor.look('help-beside-list');
    await page.getByRole('link', { name: 'Start', exact: true }).first().click();
    await page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
    await help.getByText('Elke tegel is een bouwsteen').waitFor();
    await page.locator('.chart svg').waitFor();
    await visitor.look('help-beside-start');
    await help.getByRole('button', { name: 'Hulp sluiten' }).click();
    await help.waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(focused)).toContain('Hulp bij deze pagina');
    await visitor.leave();
  });

  it('can be opened, read and closed with the keyboard alone', async () => {
    const visitor = await site.visitor('adviseur', 1280);
    const { page } = visitor;
    await page.goto('/organisation/persons');
    await page.getByRole('heading', { name: 'Medewerkers', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Hulp bij deze pagina' }).focus();
    await page.keyboard.press('Enter');
    const help = page.getByRole('dialog', { name: 'Hulp', exact: true });
    await help.getByRole('heading', { name: 'Medewerkers', level: 2 }).waitFor();
    expect(await page.evaluate(focused)).toBe('Medewerkers');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(focused)).toBe('import');
    await page.keyboard.press('Enter');
    await help.getByRole('heading', { name: 'Het personeelsbestand importeren' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    expect(await page.evaluate(focused)).toContain('Hulp sluiten');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(focused)).toContain('Hulp bij deze pagina');
    await visitor.leave();
  });

  it.each([1280, 390, 320])('is there for whoever can not sign in, %i px wide', async (width) => {
    const visitor = await site.stranger(width);
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByLabel('Inlognaam').fill('adviseur');
    await page.getByRole('button', { name: 'Hulp bij deze pagina' }).click();
    const help = page.getByRole('dialog', { name: 'Hulp', exact: true });
    await help.getByRole('heading', { name: 'Wachtwoord vergeten' }).waitFor();
    await visitor.look('help-sign-in');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Inlognaam').inputValue()).toBe('adviseur');

    await page.getByRole('contentinfo').getByRole('link', { name: 'Hulp' }).click();
    await page.getByRole('heading', { name: 'Hulp', level: 1 }).waitFor();
    await page.getByRole('heading', { name: 'Het jaar', level: 2 }).waitFor();
    await visitor.look('help');
    await page.getByLabel('Zoek in de hulp').fill('olifant');
    await page.getByText('0 plekken gevonden').waitFor();
    await visitor.look('help-nothing-found');
    await page.getByLabel('Zoek in de hulp').fill('wachtwoord verg');
    await page.waitForURL(/\/help\?q=wachtwoord/);
    await visitor.look('help-found');
    await page.getByRole('link', { name: 'Inloggen: Wachtwoord vergeten' }).click();
    await page.getByRole('heading', { name: 'Inloggen', level: 1 }).waitFor();
    expect(page.url()).toMatch(/\/help\/inloggen#wachtwoord-vergeten$/);
    expect(await page.evaluate(focused)).toBe('Wachtwoord vergeten');
    await visitor.look('help-topic');

    // Who comes back finds what they looked for.
    await page.goBack();
    await page.getByRole('link', { name: 'Inloggen: Wachtwoord vergeten' }).waitFor();
    await page.goto('/help/bestaat-niet');
    await page.getByRole('heading', { name: 'Deze pagina bestaat niet' }).waitFor();
    expect(await visitor.traces()).toEqual({ cookies: 0, stored: 0 });
    await visitor.leave();
  });

  it('says that it is in Dutch to whoever reads the app in English', async () => {
    const visitor = await site.visitor('adviseur', 1280);
    const { page } = visitor;
    await page.goto('/help/acties');
    await page.getByRole('navigation', { name: 'Hoofdmenu' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('The help is in Dutch.').waitFor();
    expect(await page.getByRole('heading', { name: 'Acties', level: 1 }).getAttribute('lang')).toBe('nl');
    expect(
      await page
        .getByText('Een actie is iets wat')
        .locator('xpath=ancestor::*[@lang][1]')
        .getAttribute('lang'),
    ).toBe('nl');
    await visitor.look('help-english');
    await page.goto('/account');
    await page.getByRole('button', { name: 'Help with this page' }).click();
    await page.getByRole('dialog', { name: 'Help' }).getByText('The help is in Dutch.').waitFor();
    await visitor.look('help-beside-english');
    await visitor.leave();
  });
});
