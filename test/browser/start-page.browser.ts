import type { Page } from 'playwright-core';
import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';
import type { Visitor } from './support/visitor.js';

/**
 * What each role sees when it comes in, and that what waits is gone once it was done; and the quarterly round, by
 * whoever runs it and by an owner on a telephone.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium; axe at each page.
 */

describe.runIf(hasChromium)('the start page', () => {
  let site: DemoSite;

  beforeAll(async () => {
    site = await DemoSite.open();
  });

  afterAll(() => site?.close());

  async function arrive(name: string, width?: number): Promise<Visitor> {
    const visitor = await site.visitor(name, width);
    await visitor.page.goto('/');
    await region(visitor.page, 'Voor u').waitFor();
    return visitor;
  }

  const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  /** The lines that wait, as they are read. */
  async function lines(page: Page, part = 'Voor u'): Promise<readonly string[]> {
    return region(page, part).getByRole('listitem').allInnerTexts();
  }

  async function headings(page: Page): Promise<readonly string[]> {
    await page.waitForLoadState('networkidle');
    return page.getByRole('heading', { level: 2 }).allInnerTexts();
  }

  /** Asks the server as the page would, where the page to do it on is not what is looked at. */
  async function ask(
    page: Page,
    method: string,
    path: string,
    body?: object,
    version?: number,
  ): Promise<unknown> {
    const headers = {
      ...(body && { 'content-type': 'application/json' }),
      ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
    };
    const request = JSON.stringify({ method, headers, body: body && JSON.stringify(body) });
    return page.evaluate(
      `fetch('/api/v1${path}', ${request}).then(async (answer) => {
        const text = await answer.text();
        if (!answer.ok) throw new Error(text);
        return text && JSON.parse(text);
      })`,
    );
  }

  it.each([
    ['adviseur', ['Jaarcyclus', 'Uw andere acties in', 'Stand van zaken', 'Oordeel per thema']],
    ['secretaris', ['Jaarcyclus', 'Stand van zaken', 'Oordeel per thema', 'Wat u hier kunt doen']],
    [
      'leidinggevende',
      ['Jaarcyclus', 'Uw acties in', 'Stand van zaken', 'Oordeel per thema', 'Wat u hier kunt doen'],
    ],
    ['auditor', ['Jaarcyclus', 'Stand van zaken', 'Oordeel per thema', 'Wat u hier kunt doen']],
    ['ondernemingsraad', ['Jaarcyclus', 'Wat u hier kunt doen']],
    ['vertrouwenspersoon', ['Jaarcyclus', 'Wat u hier kunt doen']],
    ['beheerder', ['Wat u hier kunt doen']],
    ['medewerker', ['Wat u hier kunt doen']],
  ])('shows %s what is theirs, and nothing that they may not open', async (name, parts) => {
    const visitor = await arrive(name);
    const { page } = visitor;
    expect((await headings(page)).map((one) => one.replace(/ \d{4}$/, ''))).toEqual(['Voor u', ...parts]);
    await visitor.look(`start-${name}`);
    const links = await page.locator('main').getByRole('link').all();
    const places = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(places.length).toBeGreaterThan(1);
    for (const place of new Set(places)) {
      // Where rights are reviewed is a page of its own.
      if (!place || place === '/rights-review-lines') continue;
      await page.goto(place);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([place, (await page.getByRole('alert').allInnerTexts()).join('')]).toEqual([place, '']);
      expect([place, await page.title()]).not.toEqual([place, expect.stringContaining('bestaat niet')]);
    }
    await visitor.leave();
  });

  it('of who has nothing waiting says so, on every width', async () => {
    for (const width of [390, 320]) {
      const visitor = await arrive('medewerker', width);
      await visitor.page.getByText('Er wacht niets op u.').waitFor();
      await visitor.look('start-medewerker');
      await visitor.leave();
    }
  });

  it('of a second person has the role that waits, until it is confirmed', async () => {
    const administrator = await arrive('beheerder');
    const found = (await ask(administrator.page, 'GET', '/persons?q=joost')) as { items: { id: string }[] };
    await ask(administrator.page, 'POST', '/role-assignments', {
      personId: found.items[0]?.id,
      role: 'auditor',
      validFrom: new Date().toISOString().slice(0, 10),
    });
    await administrator.page.reload();
    await region(administrator.page, 'Wacht op een ander').waitFor();
    expect(await lines(administrator.page, 'Wacht op een ander')).toEqual([
      expect.stringContaining('1 rol die u gaf, wacht op een tweede persoon'),
    ]);
    await administrator.look('start-beheerder-waits');

    const secretary = await arrive('secretaris', 390);
    const { page } = secretary;
    await secretary.look('start-secretaris');
    await page.getByRole('link', { name: '1 rol wacht op uw bevestiging' }).click();
    await page.getByRole('heading', { name: 'Rollen', level: 1 }).waitFor();
    expect(page.url()).toMatch(/state=waiting$/);
    await page.getByRole('button', { name: /^Bevestigen/ }).click();
    await page
      .getByText(/bevestigd/)
      .first()
      .waitFor();
    await page.getByRole('link', { name: 'Start', exact: true }).first().click();
    await region(page, 'Voor u').waitFor();
    await page.getByRole('link', { name: '1 rol wacht op uw bevestiging' }).waitFor({ state: 'detached' });
    await administrator.page.reload();
    await region(administrator.page, 'Voor u').waitFor();
    await region(administrator.page, 'Wacht op een ander').waitFor({ state: 'detached' });
    await administrator.leave();
    await secretary.leave();
  });

  it('of the bodies has the document at their step, and of the adviser that it is there', async () => {
    const adviser = await arrive('adviseur');
    const { items } = (await ask(adviser.page, 'GET', '/annual-cycles')) as { items: { year: number }[] };
    const year = items[0]?.year;
    const made = (await ask(adviser.page, 'POST', `/annual-cycles/${year}/annual-documents`, {
      kind: 'plan',
    })) as { id: string; version: number };
    await ask(adviser.page, 'POST', `/annual-documents/${made.id}/_submit`, undefined, made.version);
    await adviser.page.reload();
    await region(adviser.page, 'Wacht op een ander').waitFor();
    expect(await lines(adviser.page, 'Wacht op een ander')).toEqual([
      expect.stringContaining(`Jaarplan ${year} ligt voor`),
    ]);
    await adviser.leave();

    const secretary = await arrive('secretaris', 390);
    const { page } = secretary;
    await page.getByRole('link', { name: `Jaarplan ${year} ligt voor bij u` }).click();
    await page.getByRole('heading', { name: new RegExp(`Jaarplan ${year}`), level: 1 }).waitFor();
    const path = new URL(page.url()).pathname;
    for (let step = 0; step < 2; step++) {
      const { version } = (await ask(page, 'GET', path)) as { version: number };
      const decision = { outcome: 'approved', decidedOn: new Date().toISOString().slice(0, 10) };
      await ask(page, 'POST', `${path}/adoption-decisions`, decision, version);
    }
    await page.goto('/');
    await region(page, 'Voor u').waitFor();
    expect((await lines(page)).join()).not.toContain('ligt voor');
    await secretary.leave();

    const council = await arrive('ondernemingsraad', 390);
    expect(await lines(council.page)).toEqual([
      expect.stringMatching(/ligt voor bij u\s+Bespreking met de ondernemingsraad · Wacht sinds/),
    ]);
    await council.look('start-ondernemingsraad');
    await council.leave();
  });

  it('of who reviews rights counts the lines, until they are signed', async () => {
    const visitor = await arrive('secretaris');
    const { page } = visitor;
    const review = page.getByRole('link', { name: /recht(en)? controleren en aftekenen$/ });
    expect(await review.getAttribute('href')).toBe('/rights-review-lines');
    const open = '/rights-review-lines?state=open&pageSize=200';
    const found = (await ask(page, 'GET', open)) as { items: { id: string; version: number }[] };
    for (const { id, version } of found.items)
      await ask(page, 'POST', `/rights-review-lines/${id}/_sign`, { outcome: 'kept' }, version);
    await page.reload();
    await region(page, 'Voor u').waitFor();
    await review.waitFor({ state: 'detached' });
    await visitor.leave();
  });

  it('leads the adviser to the round and reminds the rest; an owner reports from the mail on a telephone', async () => {
    const owner = await arrive('leidinggevende', 390);
    await ask(owner.page, 'PATCH', '/mail-preferences/current', { timing: 'at-once' }, 0);

    const adviser = await arrive('adviseur');
    const { page } = adviser;
    const round = page
      .getByRole('link', { name: /^Kwartaalronde \d: \d+ van \d+ eigenaren hebben gemeld$/ })
      .last();
    await round.click();
    await page.getByRole('heading', { name: 'Voortgang', level: 1 }).waitFor();
    const waiting = page.getByRole('table', { name: 'Voortgang nog niet gemeld' });
    await waiting.getByRole('rowheader', { name: 'Naomi Pinas' }).waitFor();
    await adviser.look('round');
    const before = await page.getByText(/eigenaren hebben alles gemeld$/).innerText();
    await page.getByRole('button', { name: /^\d+ eigenaren herinneren$/ }).click();
    await page.getByText(/^\d+ medewerkers zijn herinnerd\.$/).waitFor();
    await page.getByText(/^Laatste herinnering: /).waitFor();
    await page.getByRole('button', { name: /herinneren$/ }).waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate('document.activeElement.id')).toBe('remind');
    await adviser.look('round-reminded');
    const narrow = await arrive('adviseur', 320);
    await narrow.page.goto(page.url());
    await narrow.page.getByText(/^Laatste herinnering: /).waitFor();
    await narrow.look('round-reminded');
    await narrow.leave();

    const phone = owner.page;
    await expect
      .poll(
        async () => {
          await phone.goto('/demo/mail');
          return phone.getByRole('link', { name: /voortgang nog niet is gemeld/ }).count();
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    await phone
      .getByRole('link', { name: /voortgang nog niet is gemeld/ })
      .first()
      .click();
    const link = phone.getByRole('link', { name: /\/annual-cycles\/\d{4}\/progress\/\d\/own/ });
    const address = (await link.count())
      ? await link.first().getAttribute('href')
      : /http\S+\/own/.exec(await phone.locator('body').innerText())?.[0];
    await phone.goto(address ?? '');
    await phone.getByRole('heading', { name: /^Uw voortgang in kwartaal \d/, level: 1 }).waitFor();
    await owner.look('own-round');
    for (let left = await phone.getByRole('article').count(); left > 0; left--) {
      if (left === 1) {
        await phone.getByRole('button', { name: 'Voortgang melden', exact: true }).click();
        await phone.getByRole('heading', { name: 'Er is 1 fout in het formulier' }).waitFor();
        await owner.look('own-round-faults');
      }
      await phone.getByLabel('Hoe staat de actie ervoor?').selectOption({ label: 'Loopt' });
      await phone.getByLabel('Toelichting').fill('De helft van de teams heeft afspraken gemaakt.');
      await phone.getByRole('button', { name: 'Voortgang melden', exact: true }).click();
      await phone.getByText(/^De voortgang van actie \d+ is gemeld\./).waitFor();
    }
    await phone.getByRole('heading', { name: 'U bent klaar' }).waitFor();
    expect(await phone.evaluate('document.activeElement.id')).toBe('round-done');
    await owner.look('own-round-done');
    await phone.getByRole('main').getByRole('link', { name: 'Naar de startpagina' }).click();
    await region(phone, 'Voor u').waitFor();
    expect((await lines(phone)).join()).not.toContain('Voortgang melden');
    await owner.leave();

    await page.reload();
    await waiting.waitFor();
    expect(await waiting.getByRole('rowheader', { name: 'Naomi Pinas' }).count()).toBe(0);
    expect(await page.getByText(/eigenaren hebben alles gemeld$/).innerText()).not.toBe(before);
    await page
      .getByRole('table', { name: 'Voortgang gemeld', exact: true })
      .getByText('De helft van de teams')
      .waitFor();
    await adviser.leave();
  });

  it.each([390, 320])(
    'is whole on a telephone, %i px wide, and every number on it leads somewhere',
    async (width) => {
      const visitor = await arrive('adviseur', width);
      await visitor.page.locator('.chart svg').waitFor();
      await visitor.look('start-adviseur');
      const cards = visitor.page.locator('.card');
      expect(await cards.count()).toBe(4);
      expect(await cards.getByRole('link').count()).toBe(4);
      await visitor.page.getByRole('link', { name: 'Acties afgerond' }).click();
      await visitor.page.waitForURL(/actions\?status=done$/);
      await visitor.leave();
    },
  );
});
