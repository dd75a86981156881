import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';
import type { Visitor } from './support/visitor.js';

/**
 * The works council reads what was put before the bodies, and nothing of the making of it, also by addresses that
 * nobody gave it.
 * Real: the whole product as `npm start` starts it, with the demo; Chromium, axe and the content policy.
 */

describe.runIf(hasChromium)('the works council', () => {
  let site: DemoSite;
  let visitor: Visitor;
  /** A plan that is being written, with what was made of it. */
  let draft: { readonly year: number; readonly id: string; readonly renderingId: string };

  beforeAll(async () => {
    site = await DemoSite.open();
    const adviser = await site.visitor('adviseur');
    await adviser.page.goto('/annual-cycles');
    draft = await beginPlan(adviser);
    await adviser.leave();
    visitor = await site.visitor('ondernemingsraad', 390);
    await visitor.page.goto('/annual-cycles');
  });

  afterAll(() => site?.close());

  async function beginPlan({ page }: Visitor): Promise<typeof draft> {
    await page.getByRole('heading', { name: /^Jaarcyclus \d{4}$/, level: 1 }).waitFor();
    const year = Number(page.url().split('/').at(-1)) + 1;
    await page.goto(`/annual-cycles/${year}/documents`);
    await page.getByRole('button', { name: 'Jaarplan beginnen' }).click();
    await page.getByRole('button', { name: 'Maken en bekijken' }).click();
    await page.waitForURL(/\/preview\?rendering=/);
    const [, id = '', renderingId = ''] =
      /annual-documents\/([^/]+)\/preview\?rendering=([^&]+)/.exec(page.url()) ?? [];
    return { year, id, renderingId };
  }

  it('reads the plan that was adopted, as a whole and by chapter', async () => {
    const { page } = visitor;
    await page.getByRole('heading', { name: /^Jaarcyclus \d{4}$/, level: 1 }).waitFor();
    await page.getByRole('link', { name: 'Jaarplan en jaarverslag' }).click();
    await page.getByRole('link', { name: 'Jaarplan, versie 1' }).click();
    await page.getByRole('heading', { name: /^Jaarplan \d{4}$/, level: 1 }).waitFor();
    await page.getByText('Gepubliceerd', { exact: true }).waitFor();
    await page.getByRole('link', { name: /^1 / }).waitFor();
    await visitor.look('council-document');
    const buttons = await page.getByRole('main').getByRole('button').allInnerTexts();
    expect(buttons).toEqual(['Hulp bij deze pagina', 'Maken en bekijken']);

    await page.getByRole('link', { name: /^1 / }).click();
    await page.getByRole('heading', { name: /^1 /, level: 1 }).waitFor();
    await page.locator('.chapter-text').waitFor();
    expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual([
      'Hulp bij deze pagina',
    ]);
    expect(await page.getByRole('textbox').count()).toBe(0);
    await visitor.look('council-chapter');
  });

  it('sees nothing of the plan that is being written', async () => {
    const { page } = visitor;
    await page.goto(`/annual-cycles/${draft.year}`);
    await page.getByRole('link', { name: 'Jaarplan en jaarverslag' }).waitFor();
    await visitor.look('council-cycle');
    for (const name of ['Uitgangspunten', 'Acties', 'Kwartaalbord', 'Voortgang', 'Nieuw jaar beginnen'])
      expect([name, await page.getByRole('main').getByRole('link', { name }).count()]).toEqual([name, 0]);
    await page.getByRole('link', { name: 'Jaarplan en jaarverslag' }).click();
    await page.getByText('Er is nog geen stuk begonnen.').waitFor();
    expect(await page.getByRole('main').getByRole('button').allInnerTexts()).toEqual([
      'Hulp bij deze pagina',
    ]);
  });

  it('gets nowhere by addresses that are typed', async () => {
    const { page } = visitor;
    const forbidden = page.getByRole('heading', { name: 'U hebt hier geen toegang toe' });
    for (const path of ['findings', 'findings/new', 'actions', 'actions/new', 'board', 'progress']) {
      await page.goto(`/annual-cycles/${draft.year}/${path}`);
      await forbidden.waitFor();
    }
    await page.goto('/annual-cycles/new');
    await forbidden.waitFor();
    await visitor.look('council-forbidden');

    // Whoever may not see a document need not know that it is there.
    const unknown = page.getByRole('alert').getByRole('heading', { name: 'Deze pagina bestaat niet' });
    for (const path of [
      '',
      '/chapters/developments',
      '/publish',
      '/preview',
      `/preview?rendering=${draft.renderingId}`,
    ]) {
      await page.goto(`/annual-documents/${draft.id}${path}`);
      await unknown.waitFor();
    }
    await visitor.look('council-unknown');
    for (const path of [
      `annual-documents/${draft.id}/renderings`,
      `renderings/${draft.renderingId}/files/pdf`,
    ])
      expect((await page.request.get(`/api/v1/${path}`)).status()).toBe(404);
  });
});
