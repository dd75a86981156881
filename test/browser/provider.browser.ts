import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, weerbaar, workFolder } from '../cli/support/weerbaar.js';
import { clientAt, startIdentityProvider, type TestIdentityProvider } from '../support/identity-provider.js';
import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';
import type { Visitor } from './support/visitor.js';

// Real: the product with its command, and an identity provider at an address of its own. Not real: the pages of that
// provider, where whoever is named is in.
const secret = 'een-geheim-van-de-inlogdienst';
const subject = 'b.visser-bij-de-inlogdienst';

describe.runIf(hasChromium)('somebody who signs in by their organisation', () => {
  let site: DemoSite;
  let provider: TestIdentityProvider;
  let folder: string;

  beforeAll(async () => {
    site = await DemoSite.open();
    provider = await startIdentityProvider([
      clientAt(new URL(site.address).host, { client_id: 'weerbaar', client_secret: secret }),
    ]);
    folder = workFolder();
    const secretFile = join(folder, 'secret');
    writeFileSync(secretFile, secret);
    const set = await operate('identity-provider set', {
      issuer: provider.issuer,
      'client-id': 'weerbaar',
      authentication: 'client_secret_basic',
      'client-secret-file': secretFile,
      'strong-acr': 'strong',
    });
    expect(set).toMatchObject({ code: 0, errors: '' });
  });

  afterAll(async () => {
    await provider.stop();
    await site.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('comes in by the link of an invitation, without a password', async () => {
    const invited = await operate('administrator invite', {
      name: 'B. Visser',
      email: 'b.visser@voorbeeld.example',
    });
    const [, token] = /account-activations#token=([\w-]{43})/.exec(invited.output) ?? [];
    provider.seat({ subject });
    const visitor = await arrive();
    const { page } = visitor;
    await page.goto(`/account-activations#token=${token}`);
    await page.getByRole('button', { name: 'Verder via uw organisatie' }).click();
    await page.getByText('Een deel van uw rollen werkt nog niet').waitFor();
    expect(new URL(page.url()).origin).toBe(site.address);
    await visitor.look('provider-invited');
    await visitor.leave();
  });

  it('gives the second proof there too when a page asks for it, and goes on in that page', async () => {
    provider.seat({ subject });
    const visitor = await arrive();
    const { page } = visitor;
    await page.goto('/organisation/accounts');
    await visitor.look('provider-sign-in');
    await page.getByRole('button', { name: 'Inloggen via uw organisatie' }).click();
    await page.getByRole('heading', { name: 'Bevestig eerst dat u het bent' }).waitFor();
    await visitor.look('provider-more-proof');

    // At the provider they show more now: a telephone, or a card.
    await visitor.context.clearCookies({ domain: new URL(provider.issuer).hostname, name: /^_session/ });
    provider.seat({ subject, acr: 'strong' });
    await page.getByRole('link', { name: 'Bevestigen dat u het bent' }).click();
    await page.getByRole('heading', { name: 'Bevestig dat u het bent', level: 1 }).waitFor();
    await visitor.look('provider-proof');
    await page.getByRole('button', { name: 'Bevestigen via uw organisatie' }).click();
    await page.getByRole('table', { name: 'Accounts' }).waitFor();
    await visitor.leave();
  });

  it('reads why it did not work when they break it off there', async () => {
    provider.seat(undefined);
    const visitor = await arrive();
    const { page } = visitor;
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Inloggen via uw organisatie' }).click();
    await page.getByText('U hebt het inloggen afgebroken').waitFor();
    await visitor.look('provider-broken-off');
    await visitor.leave();
  });

  /** As the operator does, beside the running product. */
  function operate(command: string, options: Readonly<Record<string, string>>): Promise<Outcome> {
    const given = Object.entries({ organisation: 'voorbeeld', ...options });
    const words = given.flatMap(([name, value]) => [`--${name}`, value]);
    return weerbaar(site.folder, ...command.split(' '), ...words);
  }

  async function arrive(): Promise<Visitor> {
    const visitor = await site.stranger(1280);
    visitor.mayAsk(provider.issuer);
    return visitor;
  }
});
