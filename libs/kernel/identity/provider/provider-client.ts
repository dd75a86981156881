import { webcrypto } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  type ClientAuth,
  ClientSecretBasic,
  clockSkew,
  clockTolerance,
  Configuration,
  discovery,
  enableNonRepudiationChecks,
  modifyAssertion,
  None,
  PrivateKeyJwt,
  ResponseBodyError,
  type ServerMetadata,
} from 'openid-client';
import { Clock } from '@weerbaar/kernel/clock';
import { currentContext } from '@weerbaar/kernel/context';
import { codeOf, Problem } from '@weerbaar/kernel/problems';
import { SecretBox } from '@weerbaar/kernel/secrets';
import { type IdentityProvider, placeOfCredential } from './identity-provider.js';
import type { Claims } from './provider-claims.js';
import { SignInRefused } from './refusal.js';
import { type SigningKey, signingAlgorithms } from './signing-key.js';

/** Somebody waits for it in front of a screen. */
const timeoutSeconds = 5;
const rememberedForMilliseconds = 10 * 60_000;
/** Clocks of servers differ by seconds. */
const toleranceSeconds = 30;
/** A token is made for the sign-in that asks for it; an older one was made for something else. */
const longestAgeSeconds = 10 * 60;
/** At a step-up the second factor was given just now, and not this morning. */
const freshSeconds = 5 * 60;

/** What belongs to one sign-in and no other. */
export interface Challenge {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** The provider is asked for a second factor. */
  readonly strong: boolean;
}

export interface ProvenToken {
  readonly claims: Claims;
  readonly idToken: string;
}

/**
 * Speaks OpenID Connect with the provider of an organisation, and alone knows the library that does: the
 * authorization code flow, with PKCE. Checked of every ID token: its signature, by a key that the provider
 * publishes at that moment; issuer, audience, times, nonce; and of the answer that brought the code: state.
 */
@Injectable()
export class ProviderClient {
  private readonly logger = new Logger('IdentityProvider');
  private readonly remembered = new Map<
    string,
    { readonly metadata: Promise<ServerMetadata>; until: number }
  >();

  constructor(
    private readonly secrets: SecretBox,
    private readonly clock: Clock,
  ) {}

  /** Where the browser goes to sign in. @throws Problem `provider-unreachable` */
  async authorizationAddress(
    provider: IdentityProvider,
    { state, nonce, codeVerifier, strong }: Challenge,
    redirectUri: string,
  ): Promise<string> {
    const configuration = await this.configure(provider);
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: provider.scope,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(strong && { acr_values: provider.strongAcr.join(' '), max_age: String(freshSeconds) }),
    });
    return address.href;
  }

  /**
   * Exchanges the code in the answer of the provider for an ID token, and checks both.
   * @param answer the address to which the provider sent the browser back.
   * @throws SignInRefused
   * @throws Problem `provider-unreachable`
   */
  async redeem(
    provider: IdentityProvider,
    { state, nonce, codeVerifier, strong }: Challenge,
    answer: URL,
  ): Promise<ProvenToken> {
    const configuration = await this.configure(provider);
    try {
      const tokens = await authorizationCodeGrant(configuration, answer, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: codeVerifier,
        ...(strong && { maxAge: freshSeconds }),
      });
      const claims = tokens.claims();
      if (!claims || !tokens.id_token || !this.isOfNow(claims.iat)) throw new SignInRefused('not-proven');
      return { claims, idToken: tokens.id_token };
    } catch (error) {
      throw this.explained(error);
    }
  }

  /** Where the browser goes to sign out there as well; undefined when the provider has no such place. */
  async endSessionAddress(
    provider: IdentityProvider,
    idToken: string,
    returnTo: string,
  ): Promise<string | undefined> {
    const configuration = await this.configure(provider);
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    const parameters = { id_token_hint: idToken, post_logout_redirect_uri: returnTo };
    return buildEndSessionUrl(configuration, parameters).href;
  }

  /** @throws Problem `provider-unreachable`, also when what answers is not the provider of that name. */
  async requireReachable(issuer: string): Promise<void> {
    await this.metadataOf(issuer);
  }

  /** Made anew each time: it holds how far our clock is from that of the machine, and keys asked for just now. */
  private async configure(provider: IdentityProvider): Promise<Configuration> {
    const metadata = await this.metadataOf(provider.issuer);
    const authentication = await this.authenticationOf(provider, metadata);
    const client = {
      [clockSkew]: this.clock.secondsAheadOfMachine(),
      [clockTolerance]: toleranceSeconds,
    };
    const configuration = new Configuration(metadata, provider.clientId, client, authentication);
    configuration.timeout = timeoutSeconds;
    // The library leaves the signature out when a token came over TLS; the profile does not.
    enableNonRepudiationChecks(configuration);
    for (const allowance of allowancesFor(provider.issuer)) allowance(configuration);
    return configuration;
  }

  private metadataOf(issuer: string): Promise<ServerMetadata> {
    const now = this.clock.now().getTime();
    const known = this.remembered.get(issuer);
    if (known && known.until > now) return known.metadata;
    const metadata = this.discover(issuer);
    this.remembered.set(issuer, { metadata, until: now + rememberedForMilliseconds });
    metadata.catch(() => this.remembered.delete(issuer));
    return metadata;
  }

  private async discover(issuer: string): Promise<ServerMetadata> {
    const options = { timeout: timeoutSeconds, execute: [...allowancesFor(issuer)] };
    const found = await discovery(new URL(issuer), 'weerbaar', undefined, None(), options).catch((error) => {
      this.logger.warn(`${issuer} ${named(error)}`);
      throw new Problem('provider-unreachable');
    });
    const metadata = found.serverMetadata();
    // To the letter. Entra ID names the tenants behind `common` by a template, and the library would take a
    // token of any of them: of everybody in the world who has an account there.
    if (metadata.issuer !== issuer) throw calledOtherwise(metadata.issuer);
    return metadata;
  }

  private async authenticationOf(provider: IdentityProvider, metadata: ServerMetadata): Promise<ClientAuth> {
    const credential = this.secrets.open(placeOfCredential(provider), provider.sealedCredential);
    if (provider.authentication === 'client_secret_basic') return ClientSecretBasic(credential);
    return assertionBy(JSON.parse(credential) as SigningKey, metadata);
  }

  private isOfNow(issuedAt: number): boolean {
    const age = this.clock.now().getTime() / 1000 - issuedAt;
    return age >= -toleranceSeconds && age <= longestAgeSeconds + toleranceSeconds;
  }

  /** Errors of the library carry tokens: none goes further than this. */
  private explained(error: unknown): Problem | SignInRefused {
    if (error instanceof SignInRefused) return error;
    this.logger.warn(`${currentContext().correlationId} ${named(error)}`);
    if (causesOf(error).some(isOfTheNetwork)) return new Problem('provider-unreachable');
    return new SignInRefused(error instanceof AuthorizationResponseError ? 'cancelled' : 'not-proven');
  }
}

function allowancesFor(issuer: string) {
  return issuer.startsWith('http:') ? [allowInsecureRequests] : [];
}

async function assertionBy(
  key: SigningKey,
  { token_endpoint: endpoint }: ServerMetadata,
): Promise<ClientAuth> {
  const { alg, kid, 'x5t#S256': thumbprint, ...jwk } = key;
  const signing = await webcrypto.subtle.importKey('jwk', jwk, signingAlgorithms[alg], false, ['sign']);
  return PrivateKeyJwt(
    { key: signing, kid },
    {
      // With a certificate: what Entra ID asks for, which is another header and another audience.
      [modifyAssertion]: (header, payload) => {
        if (thumbprint === undefined) return;
        Object.assign(header, { typ: 'JWT', 'x5t#S256': thumbprint });
        Object.assign(payload, { aud: endpoint });
      },
    },
  );
}

function calledOtherwise(name: string): Problem {
  const given = name.slice(0, 300);
  return new Problem('provider-unreachable', {
    detail: {
      nl: `Op dit adres antwoordt een inlogdienst die zich anders noemt: ${given}`,
      en: `At this address answers an identity provider that calls itself otherwise: ${given}`,
    },
  });
}

/** What may stand in a log: codes, never texts, which quote. */
function named(error: unknown): string {
  const codes = [
    error instanceof Error ? error.name : typeof error,
    codeOf(error),
    error instanceof AuthorizationResponseError || error instanceof ResponseBodyError
      ? error.error
      : undefined,
    ...causesOf(error).map((cause) => (isOfTheNetwork(cause) ? codeOf(cause) : undefined)),
  ];
  return [...new Set(codes)].filter((code) => code !== undefined && /^[\w-]{1,60}$/.test(code)).join(' ');
}

/** An error and what led to it. */
function causesOf(error: unknown): unknown[] {
  return error instanceof Error && error.cause !== undefined ? [error, ...causesOf(error.cause)] : [error];
}

/** No connection, no answer in time, or a server that says it can't. */
function isOfTheNetwork(cause: unknown): boolean {
  if (cause instanceof Response) return cause.status >= 500;
  if (cause instanceof DOMException) return cause.name === 'TimeoutError' || cause.name === 'AbortError';
  return cause instanceof Error && ('syscall' in cause || (codeOf(cause) ?? '').startsWith('UND_ERR'));
}
