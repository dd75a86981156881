import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import { callbackPath } from '@weerbaar/kernel/identity';
import type { Answer, TestClient } from './test-client.js';

/** Somebody at the screen of the provider. */
export interface ProviderPerson {
  readonly subject: string;
  /** How strongly they showed who they are. */
  readonly acr?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
}

/** A real provider (oidc-provider), with real HTTP on this machine. Not real: its pages; whoever is named is in. */
export interface TestIdentityProvider {
  readonly issuer: string;
  /** What the provider was asked with, last. */
  readonly asked: URLSearchParams;
  /** From now on they sit at the screen; nobody: whoever comes cancels. */
  seat(person: ProviderPerson | undefined): void;
  stop(): Promise<void>;
}

export async function startIdentityProvider(
  clients: readonly ClientMetadata[],
): Promise<TestIdentityProvider> {
  const server = createServer();
  const issuer = await listen(server);
  const people = new Map<string, ProviderPerson>();
  let seated: ProviderPerson | undefined;
  let asked = new URLSearchParams();

  const provider: Provider = new Provider(issuer, {
    ...configuration,
    clients: [...clients],
    findAccount: (_, subject) => ({
      accountId: subject,
      claims: () => ({ ...people.get(subject)?.claims, sub: subject }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId: oidc.client!.clientId,
        accountId: oidc.session!.accountId!,
      });
      grant.addOIDCScope('openid email profile groups');
      await grant.save();
      return grant;
    },
  });
  provider.use(async (context, next) => {
    if (context.path === '/auth') asked = context.URL.searchParams;
    if (!context.path.startsWith('/interaction/')) return next();
    context.respond = false;
    const result = seated
      ? { login: { accountId: seated.subject, ...(seated.acr && { acr: seated.acr }) } }
      : { error: 'access_denied' };
    await provider.interactionFinished(context.req, context.res, result);
  });
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));

  return {
    issuer,
    get asked() {
      return asked;
    },
    seat: (person) => {
      seated = person;
      if (person) people.set(person.subject, person);
    },
    stop: () => stop(server),
  };
}

/** Weerbaar as a client, at the host and port of an organisation. */
export function clientAt(
  host: string,
  client: Partial<ClientMetadata> & { client_id: string },
): ClientMetadata {
  const origin = `http://${host}`;
  return {
    redirect_uris: [`${origin}${callbackPath}`],
    post_logout_redirect_uris: [`${origin}/`],
    response_types: ['code'],
    grant_types: ['authorization_code'],
    ...client,
  };
}

const signingKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' });

const configuration: Configuration = {
  jwks: { keys: [{ ...signingKey, kid: 'of-the-provider', use: 'sig', alg: 'RS256' }] },
  cookies: { keys: [randomBytes(16).toString('hex')] },
  scopes: ['openid', 'email', 'profile', 'groups'],
  claims: {
    openid: ['sub'],
    email: ['email', 'email_verified'],
    profile: ['preferred_username'],
    groups: ['groups'],
  },
  acrValues: ['strong'],
  conformIdTokenClaims: false,
  enabledJWA: { clientAuthSigningAlgValues: ['PS256', 'RS256', 'ES256'] },
  features: { devInteractions: { enabled: false } },
  pkce: { required: () => true },
  ttl: { IdToken: 300, AccessToken: 60, Session: 3_600, Grant: 3_600, Interaction: 600 },
};

/** A browser at the provider, with cookies of its own. */
export class ProviderBrowser {
  private readonly cookies = new Map<string, string>();

  /** Follows the provider from page to page. @returns the address of Weerbaar it is sent back to. */
  async follow(address: string): Promise<URL> {
    let next = new URL(address);
    const provider = next.origin;
    for (let page = 0; page < 10; page++) {
      if (next.origin !== provider) return next;
      const answer = await fetch(next, {
        redirect: 'manual',
        headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      });
      for (const cookie of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        if (value === '') this.cookies.delete(name);
        else this.cookies.set(name, value);
      }
      const location = answer.headers.get('location');
      if (!location)
        throw new Error(`the provider stops at ${next.pathname}: ${answer.status} ${await answer.text()}`);
      next = new URL(location, next);
    }
    throw new Error('the provider goes round in circles');
  }
}

export interface SignInWish {
  readonly returnPath?: string;
  readonly stepUp?: boolean;
  readonly invitation?: string;
}

/** Begins to sign in. @returns the address at the provider. */
export async function beginAt(client: TestClient, wish: SignInWish = {}): Promise<string> {
  const answer = await client.post('/provider-sign-ins', { returnPath: '/', ...wish });
  if (answer.statusCode !== 201) throw new Error(`not begun: ${answer.body}`);
  return answer.json().address as string;
}

/** The whole way: to the provider, back, and in or not. */
export async function signInAtProvider(
  client: TestClient,
  wish: SignInWish = {},
  browser: ProviderBrowser = new ProviderBrowser(),
): Promise<Answer> {
  return comeBack(client, await browser.follow(await beginAt(client, wish)));
}

export function comeBack(client: TestClient, address: URL): Promise<Answer> {
  return client.at('GET', `${address.pathname}${address.search}`);
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
